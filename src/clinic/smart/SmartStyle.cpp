// SPDX-FileCopyrightText: 2026 The Handrail authors
// SPDX-License-Identifier: MPL-2.0

#include "clinic/smart/SmartStyle.h"

namespace handrail::clinic {

const char *const smartStyle = R"css(
:root{color-scheme:light dark;
--page:rgb(246,243,236);--field:rgb(255,254,251);--line:rgb(224,218,205);--outline:rgb(133,133,122);--ink:rgb(26,41,39);
--ink2:rgb(61,74,71);--primary:rgb(29,90,83);--on-primary:rgb(255,255,255);--soft:rgb(220,234,228);--on-soft:rgb(15,63,57);
--help:rgb(150,59,36);--help-soft:rgb(249,230,221);--on-help-soft:rgb(116,41,15);--note:rgb(103,67,9);--note-soft:rgb(246,232,200)}
@media (prefers-color-scheme:dark){:root{
--page:rgb(15,23,22);--field:rgb(24,34,31);--line:rgb(45,60,56);--outline:rgb(125,140,135);--ink:rgb(238,242,237);
--ink2:rgb(195,205,201);--primary:rgb(143,207,191);--on-primary:rgb(6,48,42);--soft:rgb(31,61,55);--on-soft:rgb(194,232,221);
--help:rgb(242,165,136);--help-soft:rgb(57,35,27);--on-help-soft:rgb(249,207,189);--note:rgb(235,199,120);--note-soft:rgb(58,47,23)}}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-text-size-adjust:100%}
body{font:400 1.0625rem/1.5 "Inter",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;background:var(--page);color:var(--ink);
min-height:100vh;min-height:100dvh;display:flex;flex-direction:column;overflow-wrap:break-word}
main,header,footer{width:100%;max-width:30rem;margin:0 auto;padding:0 20px}
header{display:flex;align-items:center;gap:12px;padding-top:22px}
header svg{flex:none;width:44px;height:44px;color:var(--primary)}
header p{font-weight:600;line-height:1.35}
main{flex:1;padding-bottom:16px}
h1{font:600 1.75rem/1.22 "Inter Display","Inter",system-ui,sans-serif;letter-spacing:-.014em;margin-top:16px}
h2{font-size:1rem;font-weight:600;line-height:1.4;margin-top:12px}
.lead{font-size:.9375rem;line-height:1.4;color:var(--ink2);margin-top:4px}
label{display:block;font-size:.9375rem;font-weight:600;line-height:20px;margin:18px 0 6px}
input{display:block;width:100%;min-height:52px;padding:10px 14px;font:inherit;color:var(--ink);background:var(--field);
border:1.5px solid var(--outline);border-radius:8px}
input[aria-invalid]{border-width:2px;border-color:var(--note)}
.wrong{display:flex;gap:8px;margin-top:6px;padding:8px 12px;font-size:.9375rem;line-height:1.4;color:var(--note);
background:var(--note-soft);border-radius:8px}
button{display:block;width:100%;min-height:52px;margin-top:18px;padding:10px 16px;font:inherit;font-weight:600;line-height:1.3;cursor:pointer;
color:var(--on-primary);background:var(--primary);border:1.5px solid var(--primary);border-radius:8px}
button.second{color:var(--ink);background:transparent;border-color:var(--outline);margin-top:12px}
button.soft{color:var(--on-soft);background:var(--soft);border-color:var(--soft);margin-top:8px;text-align:left}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px}
details{margin:4px 0 8px}
summary{display:inline-block;padding:12px 0;font-size:1rem;font-weight:500;color:var(--primary);text-decoration:underline;
text-underline-offset:3px;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
details p{font-size:.9375rem;line-height:1.4;color:var(--ink2);padding-bottom:8px}
details a{display:inline-block;padding:12px 0;color:var(--primary)}
.part{border-top:1px solid var(--line);margin-top:16px}
.trouble+.part{margin-top:0}
ul{list-style:none;margin-top:6px}
li{display:flex;gap:8px;align-items:flex-start;font-size:.9375rem;line-height:1.4;margin-top:4px}
li svg{flex:none;width:20px;height:20px;margin-top:1px;color:var(--primary)}
li.no svg{color:var(--ink2)}
footer{padding-top:10px;padding-bottom:14px;background:var(--page)}
@media (min-height:560px){html{scroll-padding-bottom:6rem}footer{position:sticky;bottom:0}}
.help{display:flex;flex-wrap:wrap;justify-content:center;min-height:52px;font-size:1rem;font-weight:600;line-height:1.25;
color:var(--on-help-soft);background:var(--help-soft);border:1.5px solid var(--help);border-radius:8px}
.help a{display:inline-flex;align-items:center;min-height:49px;padding:0 .125em;color:inherit;text-decoration:none}
.help a:first-child{gap:8px;padding-left:8px}
.help svg{width:22px;height:22px;flex:none}
.help a:hover{text-decoration:underline}
.small{font-size:.875rem;line-height:1.4;color:var(--ink2);margin-top:12px}
)css";

} // namespace handrail::clinic
