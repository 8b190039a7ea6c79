"""Every kind of chart: one module a question."""

from __future__ import annotations

from .bars import BARS
from .beside import BESIDE
from .budget import BUDGET
from .communes import COMMUNES
from .districts import DISTRICTS
from .due import DUE
from .figure import Chart
from .panels import PANELS
from .publication import PUBLICATION
from .trend import TREND

CHARTS: dict[str, Chart] = {
    chart.name: chart for chart in (TREND, PANELS, BARS, COMMUNES, DISTRICTS, BUDGET, DUE, PUBLICATION, BESIDE)
}
