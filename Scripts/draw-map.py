#!/usr/bin/env python3
"""Draws the README's picture: the first map of a report's page, with its legend and attribution.

    draw-map.py REPORT OUT.png      needs Debian's chromium, fonts-noto-core and python3-pil
"""
import pathlib
import re
import subprocess
import sys
import tempfile

from PIL import Image, ImageChops

report, out = sys.argv[1:]
page = (pathlib.Path(report) / "report.html").read_text(encoding="utf-8")
style = re.search(r"<style>.*?</style>", page, re.DOTALL)[0]
hatches = re.search(r'<svg [^>]*class="hatches".*?</svg>', page, re.DOTALL)[0]
figure = re.search(r'<figure class="map large">.*?</figure>', page, re.DOTALL)[0]
notes = re.search(r"<footer><h2>.*?</h2>(.*?)</footer>", page, re.DOTALL)[1]
with tempfile.TemporaryDirectory() as work:
    drawing = pathlib.Path(work) / "map.html"
    drawing.write_text(
        f"<!DOCTYPE html><meta charset='utf-8'>{style}<body style='padding:1.2rem'>{hatches}"
        f"<div class='maps'>{figure}</div><footer style='margin:1rem 0 0;padding:0'>{notes}</footer>",
        encoding="utf-8")
    picture = pathlib.Path(work) / "map.png"
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
         "--force-device-scale-factor=1", "--window-size=920,1100", f"--screenshot={picture}",
         drawing.as_uri()],
        check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    image = Image.open(picture).convert("RGB")
# Without what is blank below.
box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
image = image.crop((0, 0, image.size[0], box[3] + 16))
image.save(out, optimize=True)
