"""The yardstick in SedonaDB: sedonadb_join.py CSV GEODATA OUTPUT.csv"""
import sys

import geopandas
import pyarrow.compute
import pyarrow.csv
import sedonadb

import layers

source, geodata, output = sys.argv[1:]
connection = sedonadb.connect()
table = pyarrow.csv.read_csv(
    source,
    parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
    convert_options=pyarrow.csv.ConvertOptions(
        include_columns=layers.COLUMNS, column_types={"event_date": pyarrow.string()}))
# SedonaDB's SQL comes without functions of text.
month = pyarrow.compute.utf8_slice_codeunits(table["event_date"], 0, 7)
table = table.append_column("month", month)
connection.create_data_frame(table).to_view("rows")
connection.sql("""
    SELECT ST_SetSRID(ST_Point(longitude, latitude), 4326) AS point,
           month, event_type, fatalities FROM rows
""").to_view("events")
parts, regions = [], {}
for level in layers.LAYERS:
    regions[level] = geopandas.read_file(layers.path(geodata, level))[["id", "geometry"]]
    connection.create_data_frame(regions[level]).to_view(level)
    parts.append(connection.sql(f"""
        SELECT '{level}' AS level, {level}.id AS region, month, event_type,
               count(*) AS events, sum(fatalities) AS fatalities
        FROM events JOIN {level}
          ON ST_Intersects({level}.geometry, events.point)
        GROUP BY {level}.id, month, event_type
    """).to_pandas())
with open(output, "w", encoding="utf-8") as file:
    file.write(layers.HEADER)
    for part in parts:
        part.to_csv(file, header=False, index=False)
totals = parts[0].groupby("region")[["events", "fatalities"]].sum()
regions["governorate"].merge(totals, left_on="id", right_index=True, how="left").to_file(
    layers.totals_path(output), driver="GeoJSON")
