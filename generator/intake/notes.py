"""What a draft notes of its original: lines left out, columns, broken pages, odd numbers, words in an old encoding."""

import json
from collections.abc import Iterator, Sequence

from generator.read.text import fold

from .charsets import line_read
from .shape import Shape
from .text import Draft

_FURNITURE = {
    "website_header": ("Phần đầu của trang tin đăng văn bản.", "Printed by the website above the document."),
    "website_teaser": ("Tin khác của trang tin, không thuộc văn bản.", "Other news of the website; not the document."),
    "website_link": ("Lời mời tải tệp của trang tin.", "A link of the website."),
    "received_stamp": ("Dấu công văn đến của nơi nhận.", "The stamp of a receiver."),
    "repeated": ("Số trang hoặc dòng lặp lại ở mỗi trang.", "A page number, or a line repeated on each page."),
}
_ODD = {
    "number_gap": ("Số in không nối tiếp số đứng trước.", "The printed number does not follow the one before it."),
    "odd_mark": ("Bản sao in số La Mã bằng chữ thường.", "The copy prints the numeral in small letters."),
    "repeated": ("Số này in lần thứ hai trong cùng một mục.", "This number is printed a second time here."),
}


def quoted(words: object) -> str:
    """Words as YAML writes them, whatever signs they hold."""
    return json.dumps(words, ensure_ascii=False)


def words_in(languages: Sequence[str], vi: str, en: str) -> str:
    """Words of ours in the languages of the project."""
    return "{" + ", ".join(f"{lang}: {quoted(vi if lang == 'vi' else en)}" for lang in languages) + "}"


def notes_of(draft: Draft, shape: Shape, languages: Sequence[str]) -> str:
    """`notes.yaml` of a draft."""
    furniture = list(_furniture(shape, languages))
    layout = [f'  - {{kind: columns, lines: "{_ranges(lines)}", after: {after}}}' for lines, after in shape.columns] + [
        f'  - {{kind: page_break, lines: "{_ranges(passage.lines)}"}}' for passage in draft.passages if passage.joined
    ]
    structure = [
        f"  - provision: {quoted(mark.id)}\n    kind: {mark.note}\n    note: {words_in(languages, *_ODD[mark.note])}"
        for mark in draft.odd
    ]
    parts = (("furniture", furniture), ("layout", layout), ("structure", structure))
    found = [f"{name}:\n" + "\n".join(entries) for name, entries in parts if entries]
    return "\n".join(["repairs: []", *found]) + "\n"


def _furniture(shape: Shape, languages: Sequence[str]) -> Iterator[str]:
    for piece in shape.away:
        lines = str(piece.first) if piece.first == piece.last else f"{piece.first}-{piece.last}"
        quote = f"\n    quote: {quoted(piece.quote)}" if piece.quote else ""
        yield (
            f'  - lines: "{lines}"\n    kind: {piece.kind}{quote}\n'
            f"    note: {words_in(languages, *_FURNITURE[piece.kind])}"
        )


def _ranges(numbers: Sequence[int]) -> str:
    return ",".join(str(number) for number in numbers)


def suspected(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Words that are probably printed in an old encoding: the line, what is printed, how it may be read."""
    for number, line in enumerate(lines, 1):
        read = line_read(line)
        if read != line:
            for printed, meant in zip(fold(line).split(" "), fold(read).split(" "), strict=False):
                if printed != meant:
                    yield number, printed, meant
