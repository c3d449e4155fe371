#!/usr/bin/env python3
"""Draws the README's picture from a report: people killed by governorate, and the Ghab Plain.

    draw-map.py REPORT OUT.png      needs geopandas and matplotlib
"""
import sys

import geopandas
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

report, out = sys.argv[1:]
regions = geopandas.read_file(f"{report}/regions.geojson")
shapes = regions[regions.geometry.notna()].to_crs(32637)
governorates = shapes[shapes.level == "governorate"]
figure, axes = plt.subplots(figsize=(8.4, 6.4), dpi=110)
governorates.plot(ax=axes, color=governorates["fill"], edgecolor="#555555", linewidth=0.7)
shapes[shapes.region_id == "SYX-GHAB"].plot(
    ax=axes, facecolor="none", edgecolor="#1b6ca8", linewidth=1.6, linestyle="--")
for _, row in governorates.iterrows():
    point = row.geometry.representative_point()
    text = row["name"]
    if row["killed_status"] == "reported":
        text += f"\n{int(row['killed'])}" + ("+" if row["killed_high_open"] else "")
    axes.annotate(text, (point.x, point.y), ha="center", va="center", fontsize=7.5,
                  color="#222222", bbox={"boxstyle": "round,pad=0.15", "fc": "white",
                                         "ec": "none", "alpha": 0.65})
unspecified = regions[regions.id == "unspecified:governorate:SY"].iloc[0]
first = governorates.iloc[0]
axes.set_title(f"People reported killed, {str(first.period_start)[:10]} to {str(first.period_end)[:10]}, by governorate",
               fontsize=11, loc="left")
axes.text(0, -0.02, "Shipped example of public facts; coast killings by SOHR. '+': at least. "
          f"Governorate not known: {int(unspecified.killed)}+. Grey: no report. Dashed: Ghab Plain "
          "(approximate).\nBoundaries: OCHA/UNCS COD-AB (CC BY 3.0 IGO), Who's On First (CC0). "
          "No official endorsement or acceptance is implied.",
          transform=axes.transAxes, fontsize=6.8, va="top", color="#444444")
axes.set_axis_off()
figure.savefig(out, bbox_inches="tight")
