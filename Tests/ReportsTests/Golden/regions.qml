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
<rule key="rule-0" label="Zones (figures in the label)" filter="&quot;level&quot; = 'zone'" symbol="0" scalemindenom="0" scalemaxdenom="0">
</rule>
<rule key="rule-1" label="Governorates: people killed" filter="&quot;level&quot; = 'governorate'" symbol="" scalemindenom="0" scalemaxdenom="0">
<rule key="rule-1-0" label="up to 12.5" filter="&quot;killed_status&quot; = 'reported' AND &quot;killed&quot; &gt; 0" symbol="1" scalemindenom="0" scalemaxdenom="0">
</rule>
<rule key="rule-1-1" label="Reported without a number" filter="&quot;killed_status&quot; IN ('not_stated', 'other_sources') OR (&quot;killed_status&quot; = 'reported' AND &quot;killed&quot; IS NULL)" symbol="2" scalemindenom="0" scalemaxdenom="0">
</rule>
<rule key="rule-1-2" label="No report" filter="ELSE" symbol="3" scalemindenom="0" scalemaxdenom="0">
</rule>
</rule>
</rules>
<symbols>
<symbol type="fill" name="0" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" pass="6" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="color" value="255,255,255,0"/>
<Option type="QString" name="style" value="solid"/>
<Option type="QString" name="joinstyle" value="round"/>
<Option type="QString" name="outline_color" value="31,78,121,255"/>
<Option type="QString" name="outline_style" value="dash"/>
<Option type="QString" name="outline_width" value="0.5"/>
<Option type="QString" name="outline_width_unit" value="MM"/>
</Option>
</layer>
</symbol>
<symbol type="fill" name="1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" pass="1" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="color" value="229,127,46,255"/>
<Option type="QString" name="style" value="solid"/>
<Option type="QString" name="joinstyle" value="round"/>
<Option type="QString" name="outline_color" value="77,77,77,255"/>
<Option type="QString" name="outline_style" value="solid"/>
<Option type="QString" name="outline_width" value="0.4"/>
<Option type="QString" name="outline_width_unit" value="MM"/>
</Option>
</layer>
</symbol>
<symbol type="fill" name="2" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" pass="1" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="color" value="157,147,181,255"/>
<Option type="QString" name="style" value="solid"/>
<Option type="QString" name="joinstyle" value="round"/>
<Option type="QString" name="outline_color" value="77,77,77,255"/>
<Option type="QString" name="outline_style" value="solid"/>
<Option type="QString" name="outline_width" value="0.4"/>
<Option type="QString" name="outline_width_unit" value="MM"/>
</Option>
</layer>
</symbol>
<symbol type="fill" name="3" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleFill" pass="1" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="color" value="247,247,247,255"/>
<Option type="QString" name="style" value="solid"/>
<Option type="QString" name="joinstyle" value="round"/>
<Option type="QString" name="outline_color" value="77,77,77,255"/>
<Option type="QString" name="outline_style" value="no"/>
<Option type="QString" name="outline_width" value="0.4"/>
<Option type="QString" name="outline_width_unit" value="MM"/>
</Option>
</layer>
<layer class="LinePatternFill" pass="1" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="angle" value="135"/>
<Option type="QString" name="distance" value="3.2"/>
<Option type="QString" name="distance_unit" value="MM"/>
<Option type="QString" name="line_width" value="0.15"/>
<Option type="QString" name="line_width_unit" value="MM"/>
<Option type="QString" name="color" value="169,169,169,255"/>
</Option>
<symbol type="line" name="@3@1" alpha="1" clip_to_extent="1" force_rhr="0">
<layer class="SimpleLine" pass="0" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="line_color" value="169,169,169,255"/>
<Option type="QString" name="line_style" value="solid"/>
<Option type="QString" name="line_width" value="0.15"/>
<Option type="QString" name="line_width_unit" value="MM"/>
</Option>
</layer>
</symbol>
</layer>
<layer class="SimpleFill" pass="1" enabled="1" locked="0">
<Option type="Map">
<Option type="QString" name="color" value="255,255,255,0"/>
<Option type="QString" name="style" value="solid"/>
<Option type="QString" name="joinstyle" value="round"/>
<Option type="QString" name="outline_color" value="77,77,77,255"/>
<Option type="QString" name="outline_style" value="solid"/>
<Option type="QString" name="outline_width" value="0.4"/>
<Option type="QString" name="outline_width_unit" value="MM"/>
</Option>
</layer>
</symbol>
</symbols>
</renderer-v2>
<labeling type="rule-based">
<rules key="labels">
<rule key="label-0" filter="&quot;level&quot; = 'governorate'" scalemindenom="0" scalemaxdenom="0">
<settings calloutType="simple">
<text-style fieldName="&quot;name&quot; || CASE WHEN &quot;killed_status&quot; = 'no_report' THEN '' WHEN &quot;killed_status&quot; = 'withheld' THEN '\nwithheld' WHEN &quot;killed_status&quot; IN ('reported', 'zero') AND &quot;killed&quot; IS NOT NULL THEN '\n' || format_number(&quot;killed&quot;, if(&quot;killed&quot; = round(&quot;killed&quot;), 0, 1)) ELSE '\nno number' END" isExpression="1" fontSize="10.0" fontSizeUnit="Point" fontWeight="75" fontItalic="0" textColor="26,26,26,255" textOpacity="1" multilineHeight="0.9">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
</text-style>
<text-format multilineAlign="1" formatNumbers="0"/>
<placement placement="4" priority="9" centroidInside="1"/>
<rendering obstacle="0" scaleVisibility="0" drawLabels="1"/>
</settings>
</rule>
<rule key="label-1" filter="&quot;level&quot; = 'zone' AND &quot;killed_status&quot; != 'no_report'" scalemindenom="0" scalemaxdenom="0">
<settings calloutType="simple">
<text-style fieldName="&quot;name&quot; || CASE WHEN &quot;killed_status&quot; = 'no_report' THEN '' WHEN &quot;killed_status&quot; = 'withheld' THEN '\nwithheld' WHEN &quot;killed_status&quot; IN ('reported', 'zero') AND &quot;killed&quot; IS NOT NULL THEN '\n' || format_number(&quot;killed&quot;, if(&quot;killed&quot; = round(&quot;killed&quot;), 0, 1)) ELSE '\nno number' END" isExpression="1" fontSize="8.0" fontSizeUnit="Point" fontWeight="50" fontItalic="1" textColor="31,78,121,255" textOpacity="1" multilineHeight="0.9">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
</text-style>
<text-format multilineAlign="1" formatNumbers="0"/>
<placement placement="4" priority="2" centroidInside="1"/>
<rendering obstacle="0" scaleVisibility="0" drawLabels="1"/>
</settings>
</rule>
<rule key="label-2" filter="&quot;level&quot; = 'zone' AND &quot;killed_status&quot; = 'no_report'" scalemindenom="0" scalemaxdenom="600000">
<settings calloutType="simple">
<text-style fieldName="&quot;name&quot; || CASE WHEN &quot;killed_status&quot; = 'no_report' THEN '' WHEN &quot;killed_status&quot; = 'withheld' THEN '\nwithheld' WHEN &quot;killed_status&quot; IN ('reported', 'zero') AND &quot;killed&quot; IS NOT NULL THEN '\n' || format_number(&quot;killed&quot;, if(&quot;killed&quot; = round(&quot;killed&quot;), 0, 1)) ELSE '\nno number' END" isExpression="1" fontSize="8.0" fontSizeUnit="Point" fontWeight="50" fontItalic="1" textColor="31,78,121,255" textOpacity="1" multilineHeight="0.9">
<text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,255" bufferOpacity="0.85" bufferJoinStyle="128"/>
</text-style>
<text-format multilineAlign="1" formatNumbers="0"/>
<placement placement="4" priority="2" centroidInside="1"/>
<rendering obstacle="0" scaleVisibility="0" drawLabels="1"/>
</settings>
</rule>
</rules>
</labeling>
<blendMode>0</blendMode>
<featureBlendMode>0</featureBlendMode>
<layerOpacity>1</layerOpacity>
<aliases>
<alias field="incidents" name="Incidents"/>
<alias field="incidents_low" name="At least incidents"/>
<alias field="incidents_high" name="At most incidents"/>
<alias field="killed" name="People killed"/>
<alias field="killed_low" name="At least people killed"/>
<alias field="killed_high" name="At most people killed"/>
<alias field="idps" name="Displaced people present"/>
<alias field="idps_low" name="At least displaced people present"/>
<alias field="idps_high" name="At most displaced people present"/>
<alias field="net" name="People more (or fewer) by movements"/>
<alias field="net_low" name="At least people more (or fewer) by movements"/>
<alias field="net_high" name="At most people more (or fewer) by movements"/>
</aliases>
<previewExpression>coalesce(&quot;name&quot;, '') || ' · ' || coalesce(&quot;period&quot;, '')</previewExpression>
<mapTip>&lt;b&gt;[% replace(replace(replace(coalesce(to_string(&quot;name&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;/b&gt; [% replace(replace(replace(coalesce(to_string(&quot;name_ar&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br&gt;[% replace(replace(replace(coalesce(to_string(&quot;period&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]&lt;br&gt;[% replace(replace(replace(coalesce(to_string(&quot;description&quot;), ''), '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '&gt;', '&amp;gt;') %]</mapTip>
<layerGeometryType>2</layerGeometryType>
</qgis>
