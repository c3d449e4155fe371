<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0-Białowieża" styleCategories="AllStyleCategories" labelsEnabled="1">
<temporal enabled="0" mode="2" limitMode="1" startField="period_start" endField="period_end" accumulate="0" durationField="" durationUnit="min" fixedDuration="0" startExpression="" endExpression="">
<fixedRange>
<start></start>
<end></end>
</fixedRange>
</temporal>
<renderer-v2 type="RuleRenderer" symbollevels="1" enableorderby="0" forceraster="0" referencescale="-1">
<rules key="rules">
<rule key="rule-0" label="Displacement, persons" filter="&quot;kind&quot; = 'displacement' AND &quot;unit&quot; = 'persons' AND &quot;level&quot; = 'governorate'" symbol="" scalemindenom="0" scalemaxdenom="0">
<rule key="rule-0-0" label="up to 100" filter="&quot;status&quot; = 'reported' AND &quot;best&quot; &gt; 0" symbol="0" scalemindenom="0" scalemaxdenom="0">
</rule>
</rule>
</rules>
<symbols>
<symbol type="line" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="GeometryGenerator" pass="0" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="SymbolType" value="Line"/>
<Option type="QString" name="geometryModifier" value="make_line(start_point($geometry), make_point((x(start_point($geometry)) + x(end_point($geometry))) / 2 - 0.15 * (y(end_point($geometry)) - y(start_point($geometry))), (y(start_point($geometry)) + y(end_point($geometry))) / 2 + 0.15 * (x(end_point($geometry)) - x(start_point($geometry)))), end_point($geometry))"/>
<Option type="QString" name="units" value="MapUnit"/>
</Option>
<symbol type="line" name="@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="ArrowLine" pass="0" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="arrow_start_width" value="0.77"/>
<Option type="QString" name="arrow_start_width_unit" value="MM"/>
<Option type="QString" name="arrow_width" value="2.2"/>
<Option type="QString" name="arrow_width_unit" value="MM"/>
<Option type="QString" name="head_length" value="3.58"/>
<Option type="QString" name="head_length_unit" value="MM"/>
<Option type="QString" name="head_thickness" value="2.0100000000000002"/>
<Option type="QString" name="head_thickness_unit" value="MM"/>
<Option type="QString" name="head_type" value="0"/>
<Option type="QString" name="arrow_type" value="0"/>
<Option type="QString" name="is_curved" value="1"/>
<Option type="QString" name="is_repeated" value="0"/>
</Option>
<symbol type="fill" name="@@0@0@0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" pass="0" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="color" value="176,74,18,217"/>
<Option type="QString" name="style" value="solid"/>
<Option type="QString" name="outline_color" value="255,255,255,255"/>
<Option type="QString" name="outline_style" value="solid"/>
<Option type="QString" name="outline_width" value="0.25"/>
<Option type="QString" name="outline_width_unit" value="MM"/>
</Option>
</layer>
</symbol>
</layer>
</symbol>
</layer>
</symbol>
</symbols>
</renderer-v2>
<labeling type="rule-based">
<rules key="labels">
<rule key="label-0" filter="&quot;kind&quot; = 'displacement' AND &quot;unit&quot; = 'persons' AND &quot;level&quot; = 'governorate' AND &quot;status&quot; != 'zero'" scalemindenom="0" scalemaxdenom="0">
<settings calloutType="simple">
<text-style fieldName="coalesce(&quot;origin_name&quot;, 'not known') || if(&quot;origin_status&quot; = 'unspecified', ' (place not known)', '') || ' → ' || coalesce(&quot;destination_name&quot;, 'not known') || if(&quot;destination_status&quot; = 'unspecified', ' (place not known)', '') || '\n' || CASE WHEN &quot;status&quot; = 'withheld' THEN &quot;unit&quot; || ' withheld' WHEN &quot;best&quot; IS NULL THEN &quot;unit&quot; || ', no number' ELSE format_number(&quot;best&quot;, if(&quot;best&quot; = round(&quot;best&quot;), 0, 1)) || ' ' || &quot;unit&quot; END" isExpression="1" fontSize="8.5" fontSizeUnit="Point" fontWeight="50" fontItalic="0" textColor="176,74,18,255" textOpacity="1" multilineHeight="0.9">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
</text-style>
<text-format multilineAlign="1" formatNumbers="0"/>
<placement placement="1" quadOffset="4" priority="8" geometryGeneratorEnabled="1" geometryGeneratorType="PointGeometry" geometryGenerator="make_point((x(start_point($geometry)) + x(end_point($geometry))) / 2 - 0.15 * (y(end_point($geometry)) - y(start_point($geometry))), (y(start_point($geometry)) + y(end_point($geometry))) / 2 + 0.15 * (x(end_point($geometry)) - x(start_point($geometry))))"/>
<rendering obstacle="0" scaleVisibility="0" drawLabels="1"/>
</settings>
</rule>
</rules>
</labeling>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1</layerOpacity>
<aliases>
</aliases>
<previewExpression>coalesce(&quot;origin_name&quot;, 'not known') || if(&quot;origin_status&quot; = 'unspecified', ' (place not known)', '') || ' → ' || coalesce(&quot;destination_name&quot;, 'not known') || if(&quot;destination_status&quot; = 'unspecified', ' (place not known)', '')</previewExpression>
<mapTip>&lt;b&gt;[% replace(replace(replace(coalesce(to_string(&quot;origin_name&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %] → [% replace(replace(replace(coalesce(to_string(&quot;destination_name&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;/b&gt;&lt;br&gt;[% replace(replace(replace(coalesce(to_string(&quot;kind&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]: [% replace(replace(replace(coalesce(to_string(&quot;best&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %] [% replace(replace(replace(coalesce(to_string(&quot;unit&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %] ([% replace(replace(replace(coalesce(to_string(&quot;status&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %])</mapTip>
<layerGeometryType>1</layerGeometryType>
</qgis>
