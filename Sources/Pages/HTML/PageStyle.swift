/// The style sheet of pages: system fonts, one accent, from a phone to A4.
enum PageStyle {
  /// - Parameter internalBanner: what stands at the head of every printed page.
  static func sheet(internalBanner: String?) -> String {
    let head = internalBanner.map {
      "@page{@top-center{content:\"\($0)\";color:#8f1414;font:700 9pt sans-serif}}"
    }
    return [base, parts, tables, drawings, narrow, print, head ?? ""].joined()
  }

  private static let base = """
    :root{--ink:#1d232b;--soft:#56606c;--line:#d9dde2;--pale:#f6f5f2;--accent:#9a3d0c}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;color:var(--ink);background:#fff;font:16px/1.55 system-ui,-apple-system,\
    "Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",Tahoma,Arial,sans-serif}
    [lang=ar] body{line-height:1.75}
    header,main,footer{max-width:68rem;margin-inline:auto;padding-inline:1.25rem}
    h1,h2,h3{line-height:1.25;text-wrap:balance}
    h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.5rem);margin:.1em 0 .2em;letter-spacing:-.01em}
    [lang=ar] h1{letter-spacing:0}
    h2{font-size:1.35rem;margin:0 0 .9rem;padding-block-start:.55rem;\
    border-block-start:3px solid var(--accent)}
    h3{font-size:1rem;margin:0 0 .5rem}
    section,footer{margin-block-start:3rem}
    p{margin:.4rem 0 .9rem;max-width:46rem}
    bdi{unicode-bidi:isolate}
    .skip{position:absolute;inset-inline-start:-999rem}
    .skip:focus{inset-inline-start:1rem;inset-block-start:.5rem;background:#fff;padding:.4rem .8rem;\
    outline:3px solid var(--accent)}
    .hatches{position:absolute}
    code{font:.86em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;\
    overflow-wrap:anywhere}

    """

  private static let parts = """
    header{padding-block-start:2rem}
    .banner{max-width:none;margin:0;padding:.55rem 1rem;background:#8f1414;color:#fff;\
    font-weight:700;text-align:center;letter-spacing:.04em}
    [lang=ar] .banner{letter-spacing:0}
    .mark{display:none}
    .kicker{margin:0;color:var(--accent);font-weight:600}
    .when{margin:0 0 1.2rem;font-size:1.15rem;color:var(--soft)}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(13rem,1fr));gap:.9rem 2rem;\
    margin:0;padding-block:1rem;border-block:1px solid var(--line)}
    dt{font-size:.82rem;color:var(--soft)}
    dd{margin:0;overflow-wrap:anywhere}
    ul{margin:0;padding:0;list-style:none}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(14.5rem,1fr));gap:1rem}
    .cards li{display:flex;flex-direction:column;padding:1rem 1.1rem;background:var(--pale);\
    border-inline-start:3px solid var(--accent)}
    .label{font-weight:600}
    .big{font-size:2rem;line-height:1.3;font-weight:700;color:var(--accent);\
    font-variant-numeric:tabular-nums}
    .big.s{font-size:1.2rem;line-height:1.95;font-weight:600;color:var(--soft)}
    .note{color:var(--soft);font-size:.95rem}
    .since{margin-block-start:auto;padding-block-start:.6rem;font-size:.86rem;color:var(--soft)}
    .caveats{list-style:disc;padding-inline-start:1.2rem;max-width:50rem}
    .caveats li{margin-block:.45rem}
    .caveats li::marker{color:var(--accent)}
    footer{padding-block:1rem 3rem;font-size:.86rem;color:var(--soft)}
    footer h2{color:var(--ink)}

    """

  private static let tables = """
    .box{overflow-x:auto;margin-block:0 1.8rem}
    .box:focus-visible{outline:2px solid var(--accent);outline-offset:3px}
    table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.4}
    caption{text-align:start;font-weight:600;padding-block-end:.5rem}
    th,td{padding:.36rem .6rem;text-align:start;vertical-align:top;\
    border-block-end:1px solid var(--line)}
    th:first-child,td:first-child{padding-inline-start:0}
    thead th{color:var(--soft);font-weight:600;vertical-align:bottom;\
    border-block-end:1.5px solid var(--ink)}
    thead td{border:0}
    th.g{text-align:center;color:var(--ink);border-block-end:1px solid var(--line)}
    tbody th{font-weight:500}
    .gr-row th{font-weight:700;padding-block-start:1rem}
    .n{text-align:end;font-variant-numeric:tabular-nums}
    td.n{white-space:nowrap}
    .s{color:var(--soft)}
    small{display:block;font-size:.82em;color:var(--soft)}

    """

  private static let drawings = """
    .maps{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:2.4rem 2rem}
    figure{margin:0 0 1.5rem}
    .maps figure{margin:0}
    .large{grid-column:1/-1;display:grid;grid-template-columns:minmax(0,1fr) 15rem;gap:.2rem 1.6rem}
    .large h3{grid-column:1/-1;font-size:1.15rem}
    .flows{max-width:46rem}
    figure svg,.charts svg{display:block;width:100%;height:auto}
    figcaption{font-size:.86rem;color:var(--soft);margin-block-start:.5rem}
    .other{margin:.5rem 0 0;color:var(--ink)}
    .large .other{grid-column:auto}
    .what{margin:0 0 .4rem;color:var(--ink)}
    .legend{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem}
    .large .legend{flex-direction:column}
    .legend li{display:flex;align-items:center;gap:.5rem}
    .sw{flex:none;width:22px!important;height:14px!important}
    .sea{fill:#f3f5f7}
    .gr{fill:none;stroke:#c3ccd4;stroke-width:.7}
    .nb{fill:#dcdfe2;stroke:#fff;stroke-width:.8}
    .pb{fill:none;stroke:#3b434c;stroke-width:1.3}
    .maps{align-items:start}
    .rg{stroke:#6b6258;stroke-width:.7;stroke-linejoin:round}
    .zo{fill:none;stroke:#14506b;stroke-width:2;stroke-dasharray:6 3}
    .k1{fill:#fdddb8}.k2{fill:#f7b267}.k3{fill:#e57f2e}.k4{fill:#b04a12}.k5{fill:#6b2406}
    .kz{fill:#fffdf8}
    .kw{fill:url(#hatch-withheld)}
    .ko{fill:url(#hatch-numberless)}
    .kp{fill:url(#hatch-not-shown)}
    .kn{fill:url(#dots-no-report)}
    .base{fill:#fbfaf7}
    .hb{fill:#f1f1f0}
    .hl{stroke:#5d6670;stroke-width:1.3;fill:none}
    .hl.dots-no-report{stroke:none;fill:#b3b8bd}
    text{font-family:inherit;text-anchor:middle}
    .lb{font-size:12.5px;font-weight:600;fill:#1d232b;paint-order:stroke;stroke:#fff;\
    stroke-width:3px;stroke-linejoin:round}
    .v{font-weight:700;fill:#1d232b}
    .f{font-size:13px}
    .dg{font-size:10.5px;fill:#56606c;paint-order:stroke;stroke:#fff;stroke-width:2.5px}
    .sb{fill:none;stroke:#1d232b;stroke-width:1.4}
    .half .wide .lb{font-size:15px}.half .dg{font-size:12.5px}
    .narrow{display:none}
    .narrow .lb{font-size:23px}
    .ac{fill:none;stroke-linecap:round}
    .ad{stroke:#9a3d0c;fill:#9a3d0c}.ar{stroke:#14506b;fill:#14506b}
    .ac.ad,.ac.ar{fill:none}
    .a1{stroke-width:2}.a2{stroke-width:4}.a3{stroke-width:7}
    .a0{stroke-width:1.6;stroke-dasharray:5 4}
    .ah.ar{fill:#fff;stroke-width:1.6}
    .ah{stroke-width:1}
    .nd{fill:#1d232b;stroke:#fff;stroke-width:1}
    .hollow{fill:#fff;stroke:#1d232b;stroke-width:1.6}
    .charts{display:grid;grid-template-columns:repeat(auto-fill,minmax(12.5rem,1fr));gap:1.4rem 2rem}
    .charts+.legend{margin-block-start:1rem;font-size:.86rem;color:var(--soft)}
    .charts h3{margin:0;font-size:.92rem;font-weight:600}
    .br{fill:var(--accent)}
    .br.kz{fill:#fff;stroke:#1d232b;stroke-width:.6}
    .br.kw{fill:url(#hatch-withheld);stroke:#5d6670;stroke-width:.6}
    .br.ko{fill:url(#hatch-numberless);stroke:#5d6670;stroke-width:.6}
    .br.kp{fill:url(#hatch-not-shown);stroke:#5d6670;stroke-width:.6}
    .br.none{fill:#d9dde2}
    .ax{fill:none;stroke:#8c949d;stroke-width:1}
    .tk{font-size:11px;fill:#56606c}
    .b{font-weight:600;fill:#1d232b}
    .tk.s{text-anchor:start}.tk.e{text-anchor:end}

    """

  private static let narrow = """
    @media (max-width:44rem){
    .maps{grid-template-columns:minmax(0,1fr)}
    .large{display:block}
    .large .legend{flex-direction:row}
    }
    @media (max-width:30rem){
    header,main,footer{padding-inline:1rem}
    .cards,.facts{grid-template-columns:minmax(0,1fr)}
    .wide{display:none}.narrow{display:inline}
    .dg,.half .dg{font-size:17px}.f{font-size:21px}
    .charts{grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem}
    .tk{font-size:16px}
    }

    """

  private static let print = """
    @page{size:A4;margin:16mm 15mm 16mm}
    @page{@bottom-center{content:counter(page) " / " counter(pages);\
    font:8.5pt sans-serif;color:#56606c}}
    @media print{
    body{font-size:10pt;line-height:1.45;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    [lang=ar] body{line-height:1.6}
    header,main,footer{max-width:none;padding-inline:0}
    header{padding-block-start:0}
    .skip{display:none}
    h1{font-size:22pt}h2{font-size:14pt;break-after:avoid}h3,caption{break-after:avoid}
    section,footer{margin-block-start:8mm}
    .box{overflow:visible}
    table{font-size:8.5pt}
    thead{display:table-header-group}
    tr,figure,.cards li,.charts li,.caveats li{break-inside:avoid}
    .cards{grid-template-columns:repeat(3,1fr);gap:3mm}
    .cards li{padding:3mm 3.5mm}
    .big{font-size:18pt}
    .caveats{font-size:9.5pt;line-height:1.35}
    .maps{gap:6mm 5mm}
    .maps .large{display:block}
    .flows{max-width:140mm}
    tbody tr:first-child,tbody tr:nth-child(2){break-before:avoid}
    .gr-row{break-after:avoid}
    .large .legend{flex-direction:row}
    .charts{grid-template-columns:repeat(4,1fr);gap:4mm 5mm}
    .facts{grid-template-columns:repeat(3,1fr)}
    code{overflow-wrap:anywhere}
    .mark{display:block;position:fixed;inset-block-start:45%;inset-inline:0;margin:0;max-width:none;\
    text-align:center;font-size:26pt;font-weight:800;color:#8f1414;opacity:.1;z-index:-1}
    }

    """
}
