"""Where the networks of the training reckon, and how exactly."""

import torch

DEVICE = torch.device("cuda" if torch.cuda.is_available() else "cpu")
"""A graphics processor where there is one: the whole training takes minutes there, else a day."""

torch.set_float32_matmul_precision("high")


def fast_precision() -> torch.autocast:
    """Return the context of bfloat16 products, where the main processor has a unit for them.

    Elsewhere they take half as long again as float32 (two cores with AVX-512, 2026-11); a graphics
    processor has its own short format for the products of float32.
    """
    has_unit = DEVICE.type == "cpu" and bool(torch.cpu.get_capabilities().get("amx_bf16"))
    return torch.autocast("cpu", dtype=torch.bfloat16, enabled=has_unit)
