/// The style sheet of the pages: light and dark, wide, narrow and on paper, without any outside resource.
public enum PageStyle {
    public static let text = base + parts + narrow + paper

    private static let base = """
        :root{color-scheme:light dark;--ground:#f3f5f8;--paper:#ffffff;--ink:#1b2733;--soft:#4d5b69;--line:#d7dee5;\
        --deep:#17395c;--link:#0b5394;--focus:#0b5cad;--good:#16603c;--good-bg:#e0f2e8;--bad:#a3211f;--bad-bg:#fce8e7;\
        --wait:#7a4300;--wait-bg:#fdf0db;--info:#17466f;--info-bg:#e4eef8;--plain:#46535f;--plain-bg:#eaeef2;\
        --bar:#2b5c8a}
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem}
        body{margin:0;background:var(--ground);color:var(--ink);line-height:1.55;font-size:15px;\
        font-family:system-ui,-apple-system,"Segoe UI","Hiragino Sans","Yu Gothic UI","Noto Sans JP",sans-serif}
        a{color:var(--link)}
        :focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:3px}
        main{padding-bottom:1.5rem}
        main:focus{outline:none}
        h1{font-size:1.75rem;line-height:1.25;margin:0;letter-spacing:-.01em;overflow-wrap:anywhere}
        h2{font-size:1.15rem;margin:0 0 .75rem}
        h3{font-size:1rem;margin:0 0 .5rem}
        h4{font-size:.85rem;margin:.75rem 0 .25rem;color:var(--soft)}
        p{margin:0 0 .5rem}
        .inner{display:block;max-width:80rem;margin:0 auto;padding:0 1.5rem}
        .nobreak{white-space:nowrap}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .skip{position:absolute;left:-100vw;top:.5rem;background:var(--paper);color:var(--link);padding:.5rem 1rem;\
        z-index:2;border-radius:4px}
        .skip:focus{left:.75rem}

        """

    private static let parts = """
        .top{background:var(--deep);color:#fff}
        .top .inner{display:flex;align-items:center;gap:1.25rem;min-height:3.25rem;flex-wrap:wrap}
        .top a{color:#fff;text-decoration:none;padding:.35rem 0}
        .top a:hover{text-decoration:underline}
        .top :focus-visible{outline-color:#fff}
        .mark{display:inline-flex;align-items:center;gap:.5rem;font-weight:650;font-size:1.05rem}
        .mark path:first-child{fill:#f2b544}.mark path:last-child{fill:#fff}
        .crumb{opacity:.9}
        .language{margin-left:auto}
        .banner{margin:0;background:var(--wait-bg);color:var(--wait);border-bottom:1px solid currentColor;padding:.5rem 0}
        .heading{display:flex;justify-content:space-between;gap:1rem 2rem;flex-wrap:wrap;padding:1.75rem 0 1rem;\
        align-items:flex-end}
        .product{color:var(--soft);margin:.25rem 0 0}
        .product span+span::before{content:"·";margin:0 .35rem}
        .asof{color:var(--soft);margin:0;font-variant-numeric:tabular-nums;font-size:.9rem}
        .asof strong{color:var(--ink)}
        .sections{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;border-bottom:1px solid var(--line);\
        margin-bottom:1.25rem;padding-bottom:.5rem;font-size:.93rem}
        .sections a{text-decoration:none;padding:.2rem 0}
        .sections a:hover{text-decoration:underline}
        section{margin-bottom:2rem}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.75rem,1fr));gap:.75rem;margin:0}
        .tile{background:var(--paper);border:1px solid var(--line);border-left:4px solid var(--plain);border-radius:6px;\
        padding:.6rem .9rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}
        .tile dt{color:var(--soft);font-size:.85rem}
        .tile dd{margin:0;font-size:1.5rem;font-weight:620;line-height:1.3;font-variant-numeric:tabular-nums}
        .tile small{font-size:.85rem;font-weight:400;color:var(--soft);margin-left:.5rem}
        .tile.text dd{font-size:1.05rem;line-height:1.95rem}
        .tile.good{border-left-color:var(--good)}.tile.bad{border-left-color:var(--bad)}
        .tile.wait{border-left-color:var(--wait)}.tile.info{border-left-color:var(--info)}
        table{border-collapse:collapse;width:100%;background:var(--paper)}
        .cards{border:1px solid var(--line);border-radius:6px;border-collapse:separate;border-spacing:0}
        th,td{text-align:left;vertical-align:top;padding:.65rem .75rem;font-weight:400}
        thead th{font-size:.82rem;color:var(--soft);font-weight:600;border-bottom:1px solid var(--line);\
        vertical-align:bottom}
        tbody tr+tr>*{border-top:1px solid var(--line)}
        .country{display:block;font-weight:620}
        .code{font-size:.82rem;color:var(--soft);font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
        .sub{display:block;font-size:.82rem;color:var(--soft)}
        .date,.number{font-variant-numeric:tabular-nums}
        .cards .date{overflow-wrap:anywhere}
        .countries{table-layout:fixed}
        .countries thead th:nth-child(1){width:13%}.countries thead th:nth-child(2){width:9%}.countries thead th:nth-child(3){width:14%}\
        .countries thead th:nth-child(4){width:22%}.countries thead th:nth-child(5){width:9.5%}.countries thead th:nth-child(6){width:13%}\
        .countries thead th:nth-child(7){width:10.5%}
        .number{text-align:right}
        abbr[title]{text-decoration:none}
        .arrow{color:var(--soft)}
        .proposal{display:inline-block;border:1px solid currentColor;border-radius:3px;padding:0 .25rem;\
        font-size:.78rem;color:var(--wait);line-height:1.35}
        .pill{display:inline-block;border-radius:4px;padding:.08rem .5rem;font-size:.88rem;font-weight:560;\
        background:var(--plain-bg);color:var(--plain)}
        .pill+.pill{display:table;margin-top:.25rem}
        .good.pill{background:var(--good-bg);color:var(--good)}.bad.pill{background:var(--bad-bg);color:var(--bad)}
        .wait.pill{background:var(--wait-bg);color:var(--wait)}.info.pill{background:var(--info-bg);color:var(--info)}
        .note{display:block;font-size:.85rem;margin-top:.4rem;padding-left:.6rem;border-left:3px solid var(--line);\
        overflow-wrap:anywhere}
        .note.bad{border-left-color:var(--bad);color:var(--bad)}
        .note.wait{border-left-color:var(--wait);color:var(--wait)}
        .date .pill{display:table;margin-top:.25rem}
        .turn.me{font-weight:650;color:var(--wait)}
        .strong{font-weight:650}.alarm{font-weight:650;color:var(--bad)}
        .replaced{color:var(--soft);background:var(--ground)}
        .replaced .country{font-weight:400}
        .bar{display:block;width:100%;max-width:9rem;height:6px;margin:.3rem 0 .15rem}
        .bar .ground{fill:var(--line)}.bar .info{fill:var(--bar)}.bar .wait{fill:#b86a00}.bar .bad{fill:var(--bad)}
        .notes{margin:.75rem 0 0;padding-left:1.1rem;font-size:.85rem;color:var(--soft)}
        .picture,.wide{overflow-x:auto;background:var(--paper);border:1px solid var(--line);border-radius:6px}
        .picture svg{display:block;min-width:62rem;width:100%;height:auto}
        details{margin-top:.75rem}
        summary{cursor:pointer;color:var(--link);padding:.35rem 0;width:fit-content}
        .ledger{font-size:.88rem;min-width:46rem}
        .ledger tbody th{font-variant-numeric:tabular-nums;white-space:nowrap}
        .ledger .date{white-space:nowrap}
        .stack,.grid{list-style:none;margin:0;padding:0;display:grid;gap:.75rem}
        .grid{grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr))}
        .item{background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.85rem 1rem;\
        overflow-wrap:anywhere}
        .item-head{display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline;font-size:.9rem}
        .item p:last-child{margin-bottom:0}
        .answer{border-left:3px solid var(--line);padding-left:.6rem;color:var(--soft)}
        .facts{margin:0;display:grid;gap:.15rem;font-size:.9rem}
        .facts div{display:grid;grid-template-columns:9rem 1fr;gap:.75rem}
        .facts dt{color:var(--soft)}.facts dd{margin:0}
        .item ol{margin:0;padding-left:1.2rem;font-size:.9rem}
        .empty{color:var(--soft);background:var(--paper);border:1px dashed var(--line);border-radius:6px;padding:1rem}
        .pages{margin-top:1rem}
        .foot{border-top:1px solid var(--line);color:var(--soft);font-size:.85rem;padding:1rem 0 2rem}
        @media (prefers-color-scheme:dark){:root{--ground:#10161c;--paper:#19212a;--ink:#e8edf3;--soft:#a9b6c4;\
        --line:#34404c;--deep:#0e2438;--link:#7cb8f2;--focus:#7cb8f2;--good:#7fdcae;--good-bg:#12392a;--bad:#ffaba6;\
        --bad-bg:#4a1a1a;--wait:#ffcb80;--wait-bg:#412d0c;--info:#a8d1f7;--info-bg:#173652;--plain:#c3ced9;\
        --plain-bg:#2b3642;--bar:#5b9bd5}}

        """

    private static let narrow = """
        @media (max-width:52rem){
        .inner{padding:0 1rem}
        .heading{padding:1.25rem 0 .75rem}
        h1{font-size:1.4rem}
        .tiles{grid-template-columns:repeat(2,1fr)}
        .cards,.cards thead,.cards tbody,.cards tr,.cards th,.cards td{display:block}
        .cards{border:0;background:none}
        .cards thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
        .cards tbody tr{background:var(--paper);border:1px solid var(--line);border-radius:6px;margin-bottom:.75rem;\
        padding:.35rem 0}
        .cards tbody tr.replaced{background:none}
        .cards tbody tr>*{border:0}
        .cards th[scope=row]{padding:.5rem 1rem .25rem}
        .cards th[scope=row] .country{font-size:1.05rem}
        .cards td{display:grid;grid-template-columns:7.5rem minmax(0,1fr);gap:.75rem;padding:.3rem 1rem;text-align:left}
        .cards td::before{content:attr(data-label);color:var(--soft);font-size:.85rem}
        .cards .date{white-space:normal}
        .bar{max-width:none}
        .facts div{grid-template-columns:7.5rem minmax(0,1fr)}
        }

        """

    private static let paper = """
        @media print{
        :root{--ground:#fff;--paper:#fff;--ink:#000;--soft:#333;--line:#999;--good:#000;--bad:#000;--wait:#000;\
        --info:#000;--plain:#000;--good-bg:#fff;--bad-bg:#fff;--wait-bg:#fff;--info-bg:#fff;--plain-bg:#fff}
        body{font-size:9.5pt}
        .top{background:none;color:#000;border-bottom:1px solid #000}
        .top a{color:#000}.language,.crumb,.sections,.skip,summary{display:none}
        .inner{max-width:none;padding:0}
        .pill{border:1px solid #000}
        .picture,.wide{overflow:visible}.picture svg{min-width:0}.ledger{min-width:0}
        tr,.item,.tile{break-inside:avoid}
        thead{display:table-header-group}
        }

        """
}
