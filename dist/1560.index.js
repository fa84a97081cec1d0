export const id=1560;
export const ids=[1560];
export const modules={91725:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{_o:()=>sourceLink,ik:()=>place,r6:()=>placedText});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _source_links_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(22233);
var _page_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(69470);
const MAX_CHARACTERS=250;
function place({file,line},links){
const shown=`<code class="place">${(0,_page_table_js__WEBPACK_IMPORTED_MODULE_2__.Qq)(`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(file,200)}:${line}`,MAX_CHARACTERS)}</code>`;
return sourceLink((0,_source_links_js__WEBPACK_IMPORTED_MODULE_1__.lU)(links,file,line),shown)}
function placedText(value,links,characters){
return(0,_source_links_js__WEBPACK_IMPORTED_MODULE_1__.yN)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(value,characters),links).map(({text,address})=>sourceLink(address,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(text))).join(``)}
function sourceLink(address,html){
return address===null?html:`<a href="${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ZD)(address)}" rel="noopener noreferrer">${html}</a>`}}),15066:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{L:()=>shareText});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
function shareText(part,whole,words){
if(part>0&&part*100<whole)return words.text(`share.least`);
if(part<whole&&part*100>whole*99)return words.text(`share.most`);
return(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.uM)(part,whole)}}),18047:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{F:()=>concurrencyWords,X:()=>requestWords});
function concurrencyWords({concurrency},words){
if(concurrency===undefined)return null;
const{usual,highest,max}=concurrency;
return words.text(`concurrency.found`,{usual,highest,max})}
function requestWords({batches,sent,retried},words){
const purpose=batches===0?``:words.text(`requests.batches`,{n:batches});
const retries=retried===0?``:words.text(`requests.retries`,{n:retried});
return`${words.count(sent)}${purpose}${retries}`}}),32943:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{T:()=>arrivalsTable,_:()=>arrivalsSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _language_share_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(15066);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_NAMES=100;
function arrivalsTable({arrivals},words){
if(arrivals===undefined)return``;
const rows=shares(arrivals,words).map(([what,{name,users}])=>[what,(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,200),words.count(users),(0,_language_share_js__WEBPACK_IMPORTED_MODULE_2__.L)(users,arrivals.users,words)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`arrivals.title`),columnsOf(words),rows,{caption:words.text(`arrivals.caption`,{users:arrivals.users})})}
function arrivalsSection({arrivals},words){
const all=arrivals===undefined?[]:shares(arrivals,words);
return{name:words.text(`part.arrivals`),head:[`### ${words.text(`arrivals.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items:all.map(([what,{name,users}])=>{
const share=(0,_language_share_js__WEBPACK_IMPORTED_MODULE_2__.L)(users,arrivals?.users??0,words);
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)([what,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,200)),words.count(users),share])})}}
function columnsOf(words){
const[users,share]=[words.text(`column.users`),words.text(`column.share`)];
return[words.text(`column.what`),words.text(`column.name`),`#${users}`,`#${share}`]}
function shares({statuses,passwords,fields,groups,roles,consents},words){
const kinds=[[words.text(`arrivals.status`),statuses],[words.text(`arrivals.password`),passwords],[words.text(`arrivals.field`),fields],[words.text(`arrivals.group`),groups],[words.text(`arrivals.role`),roles],[words.text(`arrivals.consent`),consents]];
return kinds.flatMap(([what,list])=>list.slice(0,MAX_NAMES).map(one=>[what,one]))}}),90721:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>canarySection,j:()=>canaryTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(61533);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_CHARACTERS=500;
const TONES={ok:`good`,warning:`warn`,error:`bad`};
function canaryTable({canary},words){
if(canary===undefined)return``;
const rows=canary.findings.map(({outcome,severity,message,hint})=>[`<span class="outcome ${TONES[severity]}">${outcome}</span>`,(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_2__.k)((0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS),words)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`canary.title`),columnsOf(words),rows,{caption:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(canary.proves,MAX_CHARACTERS)})}
function canarySection({canary},words){
const items=(canary?.findings??[]).map(({outcome,message,hint})=>{
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)([outcome,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS))])});
return{name:words.text(`part.canary`),head:[`### ${words.text(`canary.title`)}`,``,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(canary?.proves??``),``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items}}
function columnsOf(words){
return[words.text(`column.outcome`),words.text(`canary.finding`)]}}),20385:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{D:()=>checkTable,U:()=>checkSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(61533);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_LISTED=50;
const MAX_CHARACTERS=500;
const TONES={error:`bad`,warning:`warn`,notice:`calm`};
function checkTable({check},words){
if(check===undefined)return``;
const title=words.text(`check.title`);
const caption=words.text(`check.checked`,{what:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(check.checked.join(`, `),MAX_CHARACTERS)});
const rows=check.findings.map(({severity,code:name,subject,message,hint})=>[`<span class="outcome ${TONES[severity]}">${words.text(`check.${severity}`)}</span>`,(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(subject,200),(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_2__.k)((0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS),words)]);
if(rows.length===0)return`<section>\n<h2>${title}</h2>\n<p>${caption} ${words.text(`check.fine`)}</p>\n</section>\n`;
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(title,columnsOf(words),rows,{caption})}
function checkSection({mode,check},words){
const findings=check?.findings??[];
const items=findings.slice(0,MAX_LISTED).map(finding=>item(finding,words));
if(findings.length>MAX_LISTED)items.push(`| ${words.text(`more`,{n:findings.length-MAX_LISTED})} | | | |`);
if(mode===`check`&&check!==undefined&&items.length===0)items.push(`| ${words.text(`check.fine-row`)} | | | |`);
return{name:words.text(`part.check`),head:[`### ${words.text(`check.title`)}`,``,words.text(`check.checked`,{what:(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(check?.checked.join(`, `)??``)}),``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items}}
function columnsOf(words){
const wrong=words.text(`column.wrong-and-to-do`);
return[words.text(`check.severity`),words.text(`column.code`),words.text(`check.about`),wrong]}
function item({severity,code:name,subject,message,hint},words){
const what=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)([words.text(`check.${severity}`),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(name),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(subject,100)),what])}}),89155:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>deltaSection,b:()=>deltaList});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const MAX_LISTED=1e3;
function deltaList({delta},words){
if(delta===null||delta.from===null)return``;
const state=`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(delta.from,300)}, ${words.text(`users`,{n:delta.known})}`;
const facts=[[words.text(`delta.state`),state],...factsOf(delta,words)];
return`<section>
<h2>${words.text(`delta.title`)}</h2>
<dl>
${facts.map(([name,value])=>`<div><dt>${name}</dt><dd>${value}</dd></div>\n`).join(``)}</dl>
${missingSubs(delta.missing.subs,words)}</section>
`}
function deltaSection({delta},words){
const name=words.text(`part.delta`);
if(delta===null||delta.from===null)return{name,head:[],items:[]};
const users=words.text(`users`,{n:delta.known});
const state=`| ${words.text(`delta.state`)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(delta.from,300))}, ${users} |`;
return{name,head:[`### ${words.text(`delta.title`)}`,``,`| | |`,`| --- | --- |`],items:[state,...factsOf(delta,words).map(([fact,value])=>`| ${fact} | ${value} |`)]}}
function factsOf({new:fresh,changed,unchanged,missing,subChanged,recreated},words){
const first=missing.total===0?``:words.text(`delta.newly-missing`,{n:missing.new});
const facts=[[words.text(`delta.new`),words.count(fresh)],[words.text(`delta.changed`),words.count(changed)],[words.text(`delta.unchanged`),words.count(unchanged)],[words.text(`delta.missing`),`${words.count(missing.total)}${first}`],[words.text(`delta.sub`),rowsOf(subChanged,words)],[words.text(`delta.recreated`),rowsOf(recreated,words)]];
return facts.filter(([,value])=>value!==``)}
function rowsOf(rows,words){
if(rows.length===0)return``;
const first=rows.slice(0,20).join(`, `);
const all=rows.length<MAX_LISTED?words.count(rows.length):words.text(`delta.or-more`,{n:MAX_LISTED});
const more=rows.length>20?` … (${all})`:``;
return words.text(`delta.rows`,{n:rows.length,rows:`${first}${more}`})}
function missingSubs(subs,words){
if(subs.length===0)return``;
const items=subs.slice(0,MAX_LISTED).map(sub=>`<li>${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sub,200)}</li>`);
return`<details>
<summary>${words.text(`delta.subs`)}</summary>
<ul class="subs" tabindex="0">${items.join(``)}</ul>
</details>
`}}),63245:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>fleetSection,d:()=>fleetTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(39356);
const MAX_CHARACTERS=100;
function fleetTable({fleet},words){
const rows=(fleet?.workers??[]).map(({name,batches,users,from,to})=>[(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(name,MAX_CHARACTERS),words.count(batches),words.count(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(from,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(to,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`fleet.title`),columnsOf(words),rows)}
function fleetSection({fleet},words){
return{name:words.text(`part.fleet`),head:[`### ${words.text(`fleet.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.P)(columnsOf(words))],items:(fleet?.workers??[]).map(({name,batches,users,from,to})=>{
const shown=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,MAX_CHARACTERS));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.F)([shown,words.count(batches),words.count(users),from,to])})}}
function columnsOf(words){
return[words.text(`fleet.process`),`#${words.text(`fleet.batches`)}`,`#${words.text(`column.users`)}`,words.text(`fleet.from`),words.text(`fleet.to`)]}}),16753:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{E:()=>leftOutTable,R:()=>leftOutSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(61533);
var _html_page_place_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(91725);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(39356);
const MAX_CHARACTERS=500;
function leftOutTable({leftOut},words,links){
const rows=(leftOut??[]).map(({code:name,message,hint,rows,first})=>[words.count(rows),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_2__.aY)(name,100),(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_3__.k)((0,_html_page_place_js__WEBPACK_IMPORTED_MODULE_1__.r6)(message,links,MAX_CHARACTERS),(0,_html_page_place_js__WEBPACK_IMPORTED_MODULE_1__.r6)(hint,links,MAX_CHARACTERS),words),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_2__.Qq)(firstRows(rows,first,words),100)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_2__.Yc)(words.text(`left-out.title`),columnsOf(words.text(`left-out.what`),words),rows)}
function leftOutSection({leftOut},words){
return{name:words.text(`part.left-out`),head:[`### ${words.text(`left-out.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__.P)(columnsOf(words.text(`column.what`),words))],items:(leftOut??[]).map(({code:name,message,rows,first})=>{
const what=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(message,MAX_CHARACTERS));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_4__.F)([words.count(rows),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(name),what,firstRows(rows,first,words)])})}}
function columnsOf(what,words){
return[`#${words.text(`column.rows`)}`,words.text(`column.code`),what,words.text(`column.first-rows`)]}
function firstRows(rows,first,words){
return first.map(words.count).join(`, `)+(first.length<rows?` …`:``)}}),21800:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{S:()=>loginTable,z:()=>loginSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(61533);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_CHARACTERS=700;
const TONES={proved:`good`,refused:`bad`,unproven:`warn`};
function loginTable({login},words){
if(login===undefined)return``;
const rows=login.accounts.map(({outcome,message,hint})=>[`<span class="outcome ${TONES[outcome]}">${words.text(`login.${outcome}`)}</span>`,(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_2__.k)((0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS),words)]);
const proofs=proofsOf(login,words).map(cells=>cells.map(cell=>(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(cell,MAX_CHARACTERS)));
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`login.title`),[words.text(`column.outcome`),words.text(`login.login`)],rows)+(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`login.proofs`),columnsOf(words),proofs)}
function loginSection({login},words){
const accounts=(login?.accounts??[]).map(({outcome,message,hint})=>`- ${words.text(`login.${outcome}`)}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS))}`);
const proofs=login===undefined?[]:proofsOf(login,words).map(cells=>(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)(cells.map(_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)));
return{name:words.text(`part.login`),head:[`### ${words.text(`login.title`)}`,``,...accounts,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items:proofs}}
function columnsOf(words){
return[words.text(`login.algorithm`),`#${words.text(`column.users`)}`,words.text(`login.proof`)]}
function proofsOf({algorithms},words){
return algorithms.map(({algorithm,users,proof})=>[algorithm,words.count(users),words.text(`login.by-${proof}`)])}}),59881:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>missingSection,b:()=>missingTable});
var _changed_users_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(47790);
function missingTable(head,words){
const section=sectionOf(head,words);
return section===null?``:(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_0__.Zf)(section,words)}
function missingSection(head,words){
const section=sectionOf(head,words);
return section===null?{name:words.text(`part.missing`),head:[],items:[]}:(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_0__.aG)(section,words)}
function sectionOf({missing},words){
if(missing===undefined)return null;
const{users,...counts}=missing;
return{title:words.text(`missing.title`),name:words.text(`part.missing`),counts,users}}}),10100:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>passwordSection,y:()=>passwordTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(39356);
const MAX_CHARACTERS=500;
function passwordTable({passwords},words){
const rows=(passwords??[]).map(({users,algorithm,sentAs,firstLogin,sureness})=>[words.count(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(algorithm,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sentAs,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(firstLogin,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(sureness,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`passwords.title`),columnsOf(words),rows)}
function passwordSection({passwords},words){
return{name:words.text(`part.passwords`),head:[`### ${words.text(`passwords.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.P)(columnsOf(words))],items:(passwords??[]).map(({users,algorithm,sentAs,firstLogin,sureness})=>{
const texts=[firstLogin,sureness].map(sentence=>(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(sentence,MAX_CHARACTERS)));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.F)([words.count(users),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(algorithm),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(sentAs,100)),...texts])})}}
function columnsOf(words){
const[sent,login]=[words.text(`passwords.sent-as`),words.text(`passwords.first-login`)];
return[`#${words.text(`column.users`)}`,words.text(`passwords.algorithm`),sent,login,words.text(`passwords.sure`)]}}),60719:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>statusTable,w:()=>statusSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(39356);
const MAX_CHARACTERS=300;
function statusTable({statuses},words){
const rows=(statuses??[]).map(({status,reason,users})=>[words.count(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(status,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(reason,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`statuses.title`),columnsOf(words),rows)}
function statusSection({statuses},words){
return{name:words.text(`part.statuses`),head:[`### ${words.text(`statuses.title`)}`,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.P)(columnsOf(words))],items:(statuses??[]).map(({status,reason,users})=>{
const texts=[(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(status,100),(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(reason,MAX_CHARACTERS)].map(_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV);
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.F)([words.count(users),...texts])})}}
function columnsOf(words){
return[`#${words.text(`column.users`)}`,words.text(`column.status`),words.text(`statuses.by`)]}}),99278:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>unreadSection,m:()=>unreadTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _language_share_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(15066);
const MAX_IN_TABLE=200;
const MAX_IN_LINE=10;
function unreadTable({unread=[]},words){
const rows=unread.slice(0,MAX_IN_TABLE).map(({name,filled,rows:all,accountState})=>[`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,200)}${accountState===true?`<div class="hint">${words.text(`unread.state`)}</div>`:``}`,words.text(`unread.of`,{filled,rows:all}),(0,_language_share_js__WEBPACK_IMPORTED_MODULE_2__.L)(filled,all,words)]);
const more=unread.length-rows.length;
const caption=`${words.text(`unread.caption`)}${more>0?words.text(`unread.more`,{n:more}):``}`;
const numbers=[`#${words.text(`unread.rows`)}`,`#${words.text(`unread.filled`)}`];
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(words.text(`unread.title`),[words.text(`unread.column`),...numbers],rows,{caption})}
function unreadSection({unread=[]},words){
const named=unread.slice(0,MAX_IN_LINE).map(({name,filled,rows})=>`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,100))} (${(0,_language_share_js__WEBPACK_IMPORTED_MODULE_2__.L)(filled,rows,words)})`);
const more=unread.length>named.length?words.text(`unread.and-more`,{n:unread.length-named.length}):``;
const line=words.text(`unread.line`,{n:unread.length,names:named.join(`, `),more});
return{name:words.text(`part.unread`),head:[`### ${words.text(`unread.title`)}`,``],items:unread.length===0?[]:[line]}}}),77533:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>verifiedTable,c:()=>verifiedSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(39356);
const MAX_ROWS_OF_FIELD=10;
const MAX_LISTED=50;
const MAX_REASON_CHARACTERS=500;
function verifiedTable({verified},words){
if(verified===undefined)return``;
const fields=differing(verified);
const{unread}=verified;
const title=words.text(`verified.title`);
const caption=[countsOf(verified,words),...unread===null?[]:[words.text(`verified.not-compared`,{why:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(unread,MAX_REASON_CHARACTERS)})]];
if(fields.length===0)return`<section>\n<h2>${title}</h2>\n<p>${caption.join(` `)}</p>\n</section>\n`;
const rows=fields.map(([field,users])=>[`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(field,200)}${meaning(field,words)}`,words.count(users),rowsWith(field,verified)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(title,columnsOf(words),rows,{caption:[...caption,hintFor(fields,words)].join(` `),className:`verified`})}
function verifiedSection({verified},words){
const name=words.text(`part.verified`);
if(verified===undefined)return{name,head:[],items:[]};
const fields=differing(verified);
const{unread}=verified;
const head=[`### ${words.text(`verified.title`)}`,``,countsOf(verified,words)];
if(unread!==null)head.push(``,words.text(`verified.not-compared`,{why:(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(unread,MAX_REASON_CHARACTERS))}));
if(fields.length===0)return{name,head:head.slice(0,2),items:head.slice(2)};
const items=fields.slice(0,MAX_LISTED).map(([field,users])=>{
const name=`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(field,100))}${meaning(field,words)}`;
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.F)([name,words.count(users),rowsWith(field,verified)])});
if(fields.length>MAX_LISTED)items.push(`| ${words.text(`more`,{n:fields.length-MAX_LISTED})} | | |`);
return{name,head:[...head,``,hintFor(fields,words),``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_2__.P)(columnsOf(words))],items}}
function columnsOf(words){
return[words.text(`verified.field`),`#${words.text(`column.users`)}`,words.text(`column.rows`)]}
function hintFor(fields,words){
return words.text(fields.every(([field])=>field===`sub`)?`verified.not-found`:`verified.different`)}
function countsOf({asked,compared,same,missing},words){
return words.text(`verified.counts`,{n:asked,compared,same,missing})}
function meaning(field,words){
return field===`sub`?words.text(`verified.missing`):``}
function differing({fields}){
return Object.entries(fields).sort(([,a],[,b])=>b-a)}
function rowsWith(field,{rows}){
const having=rows.filter(({fields})=>fields.includes(field)).map(({row})=>row);
return`${having.slice(0,MAX_ROWS_OF_FIELD).join(`, `)}${having.length>MAX_ROWS_OF_FIELD?` …`:``}`}})};