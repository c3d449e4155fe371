"""What all peers are given: the layers, and the columns that the job needs."""
import pathlib

LAYERS = {"governorate": "governorates", "subdistrict": "subdistricts",
          "neighborhood": "neighborhoods"}
COLUMNS = ["event_date", "event_type", "latitude", "longitude", "fatalities"]
HEADER = "level,region,month,event_type,events,fatalities\n"


def path(geodata, level):
    return pathlib.Path(geodata) / "boundaries" / f"{LAYERS[level]}.geojson"


def totals_path(output):
    """Beside the table, a map of totals by governorate."""
    return pathlib.Path(output).with_suffix(".geojson")
