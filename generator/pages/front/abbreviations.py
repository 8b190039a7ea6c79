"""How people shorten the names of bodies when they type them: `Sở LĐTBXH` for what plans print in full."""

import re
from collections.abc import Iterable

SHORT = {
    "Lao động Thương binh và Xã hội": ("LĐTBXH", "LĐ-TB&XH", "LĐ-TBXH"),
    "Nông nghiệp và Phát triển nông thôn": ("NN&PTNT", "NNPTNT"),
    "Giáo dục và Đào tạo": ("GD&ĐT", "GDĐT"),
    "Kế hoạch và Đầu tư": ("KH&ĐT", "KHĐT"),
    "Tài chính Kế hoạch": ("TC-KH", "TCKH"),
    "Văn hóa Thể thao và Du lịch": ("VHTT&DL", "VHTTDL"),
    "Văn hóa và Thông tin": ("VH&TT", "VHTT"),
    "Thông tin và Truyền thông": ("TT&TT", "TTTT"),
    "Giao thông vận tải": ("GTVT",),
    "Bảo hiểm xã hội": ("BHXH",),
    "Ngân hàng Chính sách xã hội": ("NHCSXH",),
    "Thi đua Khen thưởng": ("TĐKT",),
    "Ủy ban nhân dân": ("UBND",),
    "Hội đồng nhân dân": ("HĐND",),
    "Mặt trận Tổ quốc": ("MTTQ",),
}
"""Words that names of bodies hold, with the ways in which they are shortened. Signs between the words do not count."""

_PATTERNS = tuple(
    (re.compile(r"[\W_]+".join(re.escape(word) for word in full.split()), re.IGNORECASE), ways)
    for full, ways in SHORT.items()
)


def shortened(names: Iterable[str]) -> tuple[str, ...]:
    """Names with those that people type for them after them, each once: `Sở LĐTBXH tỉnh Yên Bái`.

    Ways of one length of shortening go together, so a name with two long parts is also there with both made short.
    """
    found = dict.fromkeys(names)
    for name in tuple(found):
        for way in range(max(len(ways) for ways in SHORT.values())):
            said = name
            for pattern, ways in _PATTERNS:
                said = pattern.sub(ways[min(way, len(ways) - 1)], said)
            found[said] = None
    return tuple(found)
