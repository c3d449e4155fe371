#!/usr/bin/python3
"""Opens a release in QGIS, without a window: every layer, its style, its times, a picture of each.

in_qgis.py RELEASE [--pictures DIR]
Prints one line for each check and exits 1 where one fails. Runs with Debian's Python, which has
PyQGIS.
"""
import argparse
import html
import os
import pathlib
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import (  # noqa: E402
    Qgis, QgsApplication, QgsCoordinateReferenceSystem, QgsDateTimeRange, QgsExpression,
    QgsExpressionContext, QgsExpressionContextUtils, QgsFeatureRequest,
    QgsMapRendererCustomPainterJob, QgsMapSettings, QgsProject, QgsRectangle, QgsTemporalUtils,
    QgsVectorLayer, QgsVectorLayerTemporalContext, QgsVectorLayerTemporalProperties,
)
from qgis.PyQt.QtCore import QDateTime, QSize, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QImage, QPainter  # noqa: E402

# Denominators at which each level is shown.
SCALES = {"governorate": 2_000_000, "district": 500_000, "subdistrict": 200_000,
          "neighborhood": 50_000}
failures = 0


def check(title, holds, detail=""):
    """Says whether something holds."""
    global failures
    failures += not holds
    print(f"{'ok    ' if holds else 'FAILED'} {title}{f': {detail}' if detail else ''}")


def load(path, title, table=None):
    """A layer as QGIS adds it, with the style it finds by itself."""
    options = QgsVectorLayer.LayerOptions()
    # The window of QGIS loads the style after the layer.
    options.loadDefaultStyle = False
    uri = f"{path}|layername={table}" if table else str(path)
    layer = QgsVectorLayer(uri, title, "ogr", options)
    layer.loadDefaultStyle()
    is_empty = table == "flows" and layer.featureCount() == 0
    check(f"{title} opens", layer.isValid() and (is_empty or layer.featureCount() > 0),
          f"{layer.featureCount()} features")
    return layer


def check_style(layer, title):
    renderer = layer.renderer()
    labels = layer.labeling()
    check(f"{title} is styled by itself",
          renderer is not None and renderer.type() == "RuleRenderer"
          and labels is not None and labels.type() == "rule-based" and layer.labelsEnabled(),
          renderer.type() if renderer else "no renderer")
    if renderer is None or renderer.type() != "RuleRenderer":
        return
    rules = renderer.rootRule().descendants()
    bad = [rule.filterExpression() for rule in rules
           if rule.filter() is not None and not rule.isElse() and rule.filter().hasParserError()]
    bad += [rule.settings().fieldName for rule in labels.rootRule().descendants()
            if QgsExpression(rule.settings().fieldName).hasParserError()]
    check(f"{title}: every filter and label is an expression", not bad, "; ".join(bad))
    unnamed = [rule.ruleKey() for rule in rules if not rule.label()]
    check(f"{title}: every entry of the legend has a name", len(rules) > 0 and not unnamed,
          f"{len(rules)} entries")
    context = layer.createExpressionContext()
    tips = 0
    for feature in layer.getFeatures():
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        name = QgsExpression(layer.displayExpression()).evaluate(context)
        shown = feature["name"] if "name" in feature.fields().names() else feature["origin_name"]
        tips += bool(name) and (not shown or html.escape(shown, quote=False) in tip)
    check(f"{title}: every feature has a name, and a tip that escapes it",
          tips == layer.featureCount())


def symbols_of(rule, context, scale):
    """The symbols that the rules inside a rule give a feature at a scale."""
    taken, found = False, []
    for child in rule.children():
        if not child.isScaleOK(scale) or child.isElse():
            continue
        text = child.filterExpression()
        if text and not QgsExpression(text).evaluate(context):
            continue
        taken = True
        found += [child.symbol()] if child.symbol() else []
        found += symbols_of(child, context, scale)
    others = [] if taken else [child for child in rule.children() if child.isElse()]
    return found + [child.symbol() for child in others]


def check_colors(layer, title):
    """The symbol of each region has the color that GeoJSON gives it, or a hatch of its state."""
    root = layer.renderer().rootRule()
    context = layer.createExpressionContext()
    hatched, same, other = 0, 0, []
    for feature in layer.getFeatures():
        if not feature["fill"] or feature["level"] == "zone" or not feature.hasGeometry():
            continue
        context.setFeature(feature)
        symbols = [symbol for symbol in symbols_of(root, context, SCALES[feature["level"]])
                   if symbol.symbolLayer(0).fillColor().alpha() > 0]
        if len(symbols) != 1:
            other.append(f"{feature['id']} has {len(symbols)} symbols")
        elif symbols[0].symbolLayerCount() > 1:
            hatched += 1
            if feature["fill"] not in ("#c4c4c4", "#7a7a7a"):
                other.append(f"{feature['id']} is hatched")
        elif symbols[0].symbolLayer(0).fillColor().name() == feature["fill"]:
            same += 1
        else:
            other.append(f"{feature['id']}: {symbols[0].color().name()}, not {feature['fill']}")
    check(f"{title}: colors are those of the GeoJSON", same + hatched > 0 and not other,
          f"{same} filled, {hatched} hatched {'; '.join(other[:3])}")


def check_periods(layer, title):
    times = layer.temporalProperties()
    check(f"{title}: its times are known",
          times.isActive() and times.mode()
          == QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromFields
          and times.startField() == "period_start" and times.endField() == "period_end")
    project = QgsProject()
    project.addMapLayer(layer)
    spans = QgsTemporalUtils.calculateTemporalRangeForProject(project)
    project.takeMapLayer(layer)
    starts = sorted({feature["period_start"].toString(Qt.ISODate)
                     for feature in layer.getFeatures() if feature.hasGeometry()})
    check(f"{title}: they reach from the first period to the last",
          spans.begin().isValid() and spans.end().isValid() and bool(starts)
          and spans.begin().date().toString(Qt.ISODate) <= starts[0],
          f"{spans.begin().toString(Qt.ISODate)} to {spans.end().toString(Qt.ISODate)}")
    # One frame of the controller shows exactly the features of its month.
    wrong = []
    for start in starts:
        begin = QDateTime.fromString(start, Qt.ISODate)
        frame = QgsDateTimeRange(begin, begin.addMonths(1), True, False)
        context = temporal_context(layer, frame)
        request = QgsFeatureRequest().setFilterExpression(
            times.createFilterString(context, frame))
        seen = {feature["period_start"].toString(Qt.ISODate)
                for feature in layer.getFeatures(request) if feature.hasGeometry()}
        if seen != {start}:
            wrong.append(f"{start}: {sorted(seen)}")
    check(f"{title}: a frame of a month shows that month alone", not wrong, "; ".join(wrong))


def temporal_context(layer, frame):
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    return context


def picture(layers, path, title, scale=None, extent=None, frame=None):
    """Draws layers as the map window of QGIS would, and checks that something is on it."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    settings.setOutputSize(QSize(1400, 1000))
    settings.setOutputDpi(96)
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(QgsMapSettings.DrawLabeling, True)
    settings.setFlag(QgsMapSettings.Antialiasing, True)
    extent = QgsRectangle(extent or layers[0].extent())
    extent.scale(1.06)
    settings.setExtent(extent)
    if scale:
        extent.scale(scale / settings.scale())
        settings.setExtent(extent)
    if frame:
        settings.setIsTemporal(True)
        settings.setTemporalRange(frame)
    context = QgsExpressionContext()
    context.appendScopes([QgsExpressionContextUtils.globalScope(),
                          QgsExpressionContextUtils.mapSettingsScope(settings)])
    settings.setExpressionContext(context)
    image = QImage(settings.outputSize(), QImage.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.start()
    job.waitForFinished()
    painter.end()
    colors = {image.pixel(x, y) for x in range(0, image.width(), 7)
              for y in range(0, image.height(), 7)}
    saved = image.save(str(path))
    check(f"{title}: a picture at 1:{settings.scale():,.0f}",
          saved and len(colors) > 4 and not job.errors(), f"{len(colors)} colors, {path.name}")


# Where to look closer in the shipped example: west, south, east, north, denominator.
VIEWS = {"districts": (35.7, 34.4, 37.0, 35.9, 500_000),
         "subdistricts": (35.7, 34.9, 36.6, 35.7, 200_000),
         "neighborhoods": (36.65, 34.68, 36.77, 34.77, 60_000)}


def check_package(package, pictures, has_periods):
    layers = {}
    for table in ("regions", "periods", "flows", "tallies"):
        if table == "periods" and not has_periods:
            continue
        title = f"report.gpkg {table}"
        layers[table] = load(package, title, table)
        if table == "tallies" or not layers[table].featureCount():
            continue
        check_style(layers[table], title)
        metadata = layers[table].metadata()
        check(f"{title}: title, rights and licences are in its properties",
              bool(metadata.title() and metadata.rights()), metadata.title())
    check_colors(layers["regions"], "report.gpkg regions")
    if has_periods:
        check_periods(layers["periods"], "report.gpkg periods")
    picture([layers["flows"], layers["regions"]], pictures / "package.png", "report.gpkg",
            extent=layers["regions"].extent())


def check_maps(release, pictures, is_example):
    regions = load(release / "regions.geojson", "regions.geojson")
    check_style(regions, "regions.geojson")
    check_colors(regions, "regions.geojson")
    picture([regions], pictures / "regions.png", "regions.geojson")
    for name, (*sides, scale) in VIEWS.items() if is_example else ():
        picture([regions], pictures / f"{name}.png", f"regions.geojson, {name}",
                extent=QgsRectangle(*sides), scale=scale)
    if (release / "periods.geojson").exists():
        periods = load(release / "periods.geojson", "periods.geojson")
        check_style(periods, "periods.geojson")
        check_colors(periods, "periods.geojson")
        check_periods(periods, "periods.geojson")
        begin = QDateTime(min(feature["period_start"] for feature in periods.getFeatures()
                              if feature.hasGeometry()))
        picture([periods], pictures / "periods.png", "periods.geojson, its first month",
                extent=regions.extent(),
                frame=QgsDateTimeRange(begin, begin.addMonths(1), True, False))
    if is_example:
        flows = load(release / "flows.geojson", "flows.geojson")
        check_style(flows, "flows.geojson")
        picture([flows, regions], pictures / "flows.png", "flows.geojson over regions.geojson",
                extent=QgsRectangle(35.2, 32.2, 42.5, 37.4))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("release", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path, required=True)
    parser.add_argument("--small", action="store_true", help="not the shipped example")
    arguments = parser.parse_args()
    release, pictures = arguments.release, arguments.pictures
    pictures.mkdir(parents=True, exist_ok=True)
    application = QgsApplication([], False)
    application.initQgis()
    print(f"       QGIS {Qgis.QGIS_VERSION}")
    check_maps(release, pictures, not arguments.small)
    if (release / "report.gpkg").exists():
        check_package(release / "report.gpkg", pictures, (release / "periods.geojson").exists())
    QgsProject.instance().clear()
    return 1 if failures else 0


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    # QGIS takes its plugins down in an order that may crash on the way out.
    os._exit(code)
