"""Chart specifications become SVG and PNG; the only place that draws."""
