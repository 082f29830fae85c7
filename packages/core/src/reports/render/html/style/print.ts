/** Print: A4 on white, nothing cut in two, tables as wide as the paper. */
export const PRINT = `
@page{size:A4;margin:14mm 12mm}
@media print{
html{font-size:80%}
body{background:#fff}
.tiles{grid-template-columns:repeat(5,1fr)}
header,nav,main,footer{max-width:none;padding-inline:0}
header{padding-block:0 1rem}
nav,.skip{display:none}
section{padding-block:1.25rem 0}
h2,h3,h4,caption,.intro,.group{break-after:avoid}
tr,.intro,.tile,.team,figure,.key li,.side-by-side{break-inside:avoid}
thead{display:table-header-group}
tfoot{display:table-row-group}
.scroll{overflow:visible;border-radius:0}
.scroll,.team,figure,.tile{border-color:#cfd5db}
.teams{display:block}
.team+.team{margin-top:1rem}
th,td{padding:.3125rem .75rem;overflow-wrap:anywhere}
.long{min-width:0}
}
`;
