"""The page of the window: the article set for reading, its marks, the gutter and the heat strip.

view          the widget that the window holds; joins the parts below
page          the text editor: keys, mouse, pasting, what is typed
display_text  where a place of the article is in Qt's document, and back
page_layout   where the lines of the document stand on the page
painting      draws text and marks of the lines that are seen; gutter draws the margin
history       undo and redo, which know nothing of marks
"""
