"""The yardstick in DuckDB with its spatial extension: duckdb_join.py CSV GEODATA OUTPUT.csv"""
import pathlib
import sys

import duckdb
import duckdb_extension_spatial

import layers

source, geodata, output = sys.argv[1:]
connection = duckdb.connect()
# The extension comes as a package, since nothing else can be fetched.
package = pathlib.Path(duckdb_extension_spatial.__file__).parent
extension = next(package.glob("extensions/*/spatial.duckdb_extension"))
connection.execute(f"LOAD '{extension}'")
connection.execute(
    """
    CREATE VIEW events AS
    SELECT ST_Point(longitude, latitude) AS point, strftime(event_date, '%Y-%m') AS month,
           event_type, fatalities
    FROM read_csv($1, header = true, parallel = true)
    """.replace("$1", "'" + source.replace("'", "''") + "'"))
for level in layers.LAYERS:
    name = str(layers.path(geodata, level)).replace("'", "''")
    connection.execute(f"CREATE TABLE {level} AS SELECT id, geom FROM ST_Read('{name}')")
joins = " UNION ALL ".join(
    f"""SELECT '{level}' AS level, {level}.id AS region, month, event_type,
               count(*) AS events, sum(fatalities)::BIGINT AS fatalities
        FROM events JOIN {level} ON ST_Intersects({level}.geom, events.point)
        GROUP BY ALL""" for level in layers.LAYERS)
connection.execute(f"CREATE TABLE result AS {joins}")
connection.execute(f"COPY result TO '{output}' (HEADER)")
connection.execute(f"""
    COPY (SELECT id, sum(events)::BIGINT AS events, sum(fatalities)::BIGINT AS fatalities,
                 any_value(geom) AS geom
          FROM governorate LEFT JOIN result ON region = id AND level = 'governorate' GROUP BY id)
    TO '{layers.totals_path(output)}' WITH (FORMAT GDAL, DRIVER 'GeoJSON')""")
