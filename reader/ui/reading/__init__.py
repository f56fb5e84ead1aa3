"""The page of the window: the article set for reading, its marks, the gutter and the heat strip.

view          the widget that the window holds; joins the parts below to an article's state
page          Qt's editor with our layout and painting: keys, mouse, pasting, scrolling
manuscript    the text in Qt's document: follows what is typed, changes it, undoes
display_text  where a place of the article is in Qt's document, and back; no Qt
history       undo and redo, which know nothing of marks
page_layout   where the lines of the document stand on the page; typesetting says how large
painting      draws text and marks of the lines that are seen; gutter draws the margin
passages      what the margin shows, and which claim belongs to which correction
pointing      what lies below the mouse; explaining says it in words; menu offers what to do
heat_strip    the whole article at a glance
printing      the article for paper
"""
