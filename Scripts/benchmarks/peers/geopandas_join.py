"""The yardstick in GeoPandas, read by pyarrow: geopandas_join.py CSV GEODATA OUTPUT.csv"""
import sys

import geopandas
import pyarrow.csv

import layers

source, geodata, output = sys.argv[1:]
rows = pyarrow.csv.read_csv(
    source,
    parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
    convert_options=pyarrow.csv.ConvertOptions(
        include_columns=layers.COLUMNS, column_types={"event_date": "string"})).to_pandas()
rows["month"] = rows["event_date"].str.slice(0, 7)
points = geopandas.GeoDataFrame(
    rows[["month", "event_type", "fatalities"]],
    geometry=geopandas.points_from_xy(rows["longitude"], rows["latitude"]), crs=4326)
regions, totals = None, None
with open(output, "w", encoding="utf-8") as file:
    file.write(layers.HEADER)
    for level in layers.LAYERS:
        layer = geopandas.read_file(layers.path(geodata, level))[["id", "geometry"]]
        joined = points.sjoin(layer, predicate="intersects")
        grouped = joined.groupby(["id", "month", "event_type"], observed=True)["fatalities"].agg(
            ["size", "sum"]).reset_index()
        grouped.insert(0, "level", level)
        grouped.to_csv(file, header=False, index=False)
        if level == "governorate":
            regions = layer
            totals = grouped.groupby("id")[["size", "sum"]].sum()
regions.merge(totals, left_on="id", right_index=True, how="left").rename(
    columns={"size": "events", "sum": "fatalities"}).to_file(
        layers.totals_path(output), driver="GeoJSON")
