"""The region's mark ("logotyp") on the first page, if it has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = "logotyp"
_PNG_START = b"\x89PNG\r\n\x1a\n"
_SIZE_ENDS = 24
_HIGHEST = 160


@dataclass(frozen=True)
class Logo:
    """A picture in two forms: PNG, which every program shows, and SVG, sharp at any size.

    ``alternative`` says what it shows, ``height`` is its height in px and ``width`` follows.
    """

    png: Path
    svg: Path | None
    alternative: str
    height: int

    @property
    def width(self) -> int:
        """The width in px, in the proportions of the PNG."""
        head = self.png.read_bytes()[:_SIZE_ENDS]
        width, height = (int.from_bytes(head[at : at + 4], "big") for at in (16, 20))
        return round(self.height * width / height)


def read_logo(tokens: Mapping[str, object], templates: Path, faults: list[str]) -> Logo | None:
    """The table ``[logotyp]`` of the token file; without it there is no logo."""
    match tokens.get("logotyp"):
        case None:
            return None
        case {"png": str(png), "alt": str(alternative), "höjd": int(height), **rest} if (
            0 < height <= _HIGHEST and alternative.strip() and not rest.keys() - {"svg"}
        ):
            pass
        case _:
            faults.append(
                "[logotyp] ska ha png, alt (vad bilden föreställer), höjd i hela px "
                f"(högst {_HIGHEST}) och kan ha svg"
            )
            return None
    folder = templates / FOLDER
    svg = rest.get("svg")
    files = [_file(folder, png, ".png", faults)]
    if svg is not None:
        files.append(_file(folder, str(svg), ".svg", faults))
    if None in files:
        return None
    return Logo(folder / png, folder / str(svg) if svg else None, alternative.strip(), height)


def _file(folder: Path, name: str, ending: str, faults: list[str]) -> Path | None:
    path = folder / name
    if Path(name).name != name or not path.is_file():
        faults.append(f"logotypen {name} finns inte i templates/{FOLDER}")
    elif path.suffix.lower() != ending or not _is_whole(path, ending):
        faults.append(f"logotypen {name} är ingen {ending[1:].upper()}-bild")
    else:
        return path
    return None


def _is_whole(path: Path, ending: str) -> bool:
    content = path.read_bytes()
    if ending == ".svg":
        return b"<svg" in content
    return content.startswith(_PNG_START) and 0 not in {
        int.from_bytes(content[at : at + 4], "big") for at in (16, 20)
    }
