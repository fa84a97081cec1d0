export const id=705;
export const ids=[705];
export const modules={18047:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>requestWords});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
function requestWords({batches,sent,retried}){
const purpose=batches===0?``:` for ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.hS)(batches,`batch`,`batches`)}`;
const retries=retried===0?``:`, including ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.hS)(retried,`retry`,`retries`)}`;
return`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(sent)}${purpose}${retries}`}}),32943:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{T:()=>arrivalsTable,_:()=>arrivalsSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`What arrives in cidaas`;
const MAX_NAMES=100;
function arrivalsTable({arrivals}){
if(arrivals===undefined)return``;
const rows=shares(arrivals).map(([what,{name,users}])=>[what,(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,200),(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users),(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.uM)(users,arrivals.users)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`What`,`Name`,`#Users`,`#Share`],rows,{caption:`Of ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(arrivals.users)} users.`})}
function arrivalsSection({arrivals}){
const all=arrivals===undefined?[]:shares(arrivals);
return{name:`kinds of data`,head:[`### ${TITLE}`,``,`| What | Name | Users | Share |`,`| --- | --- | ---: | ---: |`],items:all.map(([what,{name,users}])=>`| ${what} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,200))} | ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} | ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.uM)(users,arrivals?.users??0)} |`)}}
function shares(arrivals){
const{statuses,passwords,fields,groups,roles,consents}=arrivals;
const kinds={status:statuses,password:passwords,field:fields,group:groups,role:roles,consent:consents};
return Object.entries(kinds).flatMap(([what,list])=>list.slice(0,MAX_NAMES).map(one=>[what,one]))}}),90721:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>canarySection,j:()=>canaryTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const MAX_CHARACTERS=500;
const TONES={ok:`good`,warning:`warn`,error:`bad`};
const TITLE=`Password canary`;
function canaryTable({canary}){
if(canary===undefined)return``;
const rows=canary.findings.map(({outcome,severity,message,hint})=>[`<span class="outcome ${TONES[severity]}">${outcome}</span>`,`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS)}<div class="hint">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS)}</div>`]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`Outcome`,`Finding`],rows,{caption:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(canary.proves,MAX_CHARACTERS)})}
function canarySection({canary}){
const items=(canary?.findings??[]).map(({outcome,message,hint})=>{
return`| ${outcome} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS))} |`});
return{name:`canary accounts`,head:[`### ${TITLE}`,``,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(canary?.proves??``),``,`| Outcome | Finding |`,`| --- | --- |`],items}}}),20385:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{D:()=>checkTable,U:()=>checkSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Tenant check`;
const MAX_LISTED=50;
const MAX_CHARACTERS=500;
const TONES={error:`bad`,warning:`warn`,notice:`calm`};
function checkTable({check}){
if(check===undefined)return``;
const caption=`Checked: ${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(check.checked.join(`, `),MAX_CHARACTERS)}.`;
const rows=check.findings.map(({severity,code:name,subject,message,hint})=>[`<span class="outcome ${TONES[severity]}">${severity}</span>`,(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(subject,200),`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS)}<div class="hint">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS)}</div>`]);
if(rows.length===0)return`<section>\n<h2>${TITLE}</h2>\n<p>${caption} No problems found.</p>\n</section>\n`;
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`FindingSeverity`,`Code`,`About`,`What is wrong and what to do`],rows,{caption})}
function checkSection({mode,check}){
const findings=check?.findings??[];
const items=findings.slice(0,MAX_LISTED).map(item);
if(findings.length>MAX_LISTED)items.push(`| and ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(findings.length-MAX_LISTED)} more | | | |`);
if(mode===`check`&&check!==undefined&&items.length===0)items.push(`| no problems found | | | |`);
return{name:`check findings`,head:[`### ${TITLE}`,``,`Checked: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(check?.checked.join(`, `)??``)}.`,``,`| FindingSeverity | Code | About | What is wrong and what to do |`,`| --- | --- | --- | --- |`],items}}
function item({severity,code:name,subject,message,hint}){
const what=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS));
return`| ${severity} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(name)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(subject,100))} | ${what} |`}}),89155:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>deltaSection,b:()=>deltaList});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Changes since the last state`;
const MAX_LISTED=1e3;
function deltaList({delta}){
if(delta===null||delta.from===null)return``;
const facts=[[`State`,`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(delta.from,300)}, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(delta.known,`user`)}`],...factsOf(delta)];
return`<section>
<h2>${TITLE}</h2>
<dl>
${facts.map(([name,value])=>`<div><dt>${name}</dt><dd>${value}</dd></div>\n`).join(``)}</dl>
${missingSubs(delta.missing.subs)}</section>
`}
function deltaSection({delta}){
const name=`changes since the last state`;
if(delta===null||delta.from===null)return{name,head:[],items:[]};
const state=`| State | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(delta.from,300))}, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(delta.known,`user`)} |`;
return{name,head:[`### ${TITLE}`,``,`| | |`,`| --- | --- |`],items:[state,...factsOf(delta).map(([fact,value])=>`| ${fact} | ${value} |`)]}}
function factsOf({new:fresh,changed,unchanged,missing,subChanged,recreated}){
const first=missing.total===0?``:`, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(missing.new)} of them newly missing`;
const facts=[[`New`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(fresh)],[`Changed`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(changed)],[`Unchanged`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(unchanged)],[`Missing`,`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(missing.total)}${first}`],[`Different sub`,rowsOf(subChanged)],[`Created again`,rowsOf(recreated)]];
return facts.filter(([,value])=>value!==``)}
function rowsOf(rows){
if(rows.length===0)return``;
const first=rows.slice(0,20).join(`, `);
const more=rows.length>20?` … (${rows.length<MAX_LISTED?(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(rows.length):`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(MAX_LISTED)} or more`})`:``;
return`${rows.length===1?`row`:`rows`} ${first}${more}`}
function missingSubs(subs){
if(subs.length===0)return``;
const items=subs.slice(0,MAX_LISTED).map(sub=>`<li>${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sub,200)}</li>`);
return`<details>
<summary>Newly missing users</summary>
<ul class="subs" tabindex="0">${items.join(``)}</ul>
</details>
`}}),63245:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>fleetSection,d:()=>fleetTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Fleet`;
const MAX_CHARACTERS=100;
function fleetTable({fleet}){
const rows=(fleet?.workers??[]).map(({name,batches,users,from,to})=>[(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(name,MAX_CHARACTERS),(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(batches),(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(from,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(to,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`Process`,`#Batches`,`#Users`,`From`,`To`],rows)}
function fleetSection({fleet}){
return{name:`processes of the fleet`,head:[`### ${TITLE}`,``,`| Process | Batches | Users | From | To |`,`| --- | ---: | ---: | --- | --- |`],items:(fleet?.workers??[]).map(({name,batches,users,from,to})=>`| ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,MAX_CHARACTERS))} | ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(batches)} | ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} | ${from} | ${to} |`)}}}),16753:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{E:()=>leftOutTable,R:()=>leftOutSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Values left out, changed or assumed`;
const MAX_CHARACTERS=500;
function leftOutTable({leftOut}){
const rows=(leftOut??[]).map(({code:name,message,hint,rows,first})=>[(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(rows),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,100),`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS)}<div class="hint">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS)}</div>`,(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(firstRows(rows,first),100)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`#Rows`,`Code`,`What and how to change it`,`First rows`],rows)}
function leftOutSection({leftOut}){
return{name:`places with values left out`,head:[`### ${TITLE}`,``,`| Rows | Code | What | First rows |`,`| ---: | --- | --- | --- |`],items:(leftOut??[]).map(({code:name,message,rows,first})=>`| ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(rows)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(name)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(message,MAX_CHARACTERS))} | ${firstRows(rows,first)} |`)}}
function firstRows(rows,first){
return first.map(_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9).join(`, `)+(first.length<rows?` …`:``)}}),21800:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{S:()=>loginTable,z:()=>loginSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const MAX_CHARACTERS=700;
const TITLE=`Login proof`;
const TONES={proved:`good`,refused:`bad`,unproven:`warn`};
const PROOFS={login:`proved by a login`,offline:`proved offline only`,none:`unproven`,refused:`the tenant refuses the login`};
function loginTable({login}){
if(login===undefined)return``;
const rows=login.accounts.map(({outcome,message,hint})=>[`<span class="outcome ${TONES[outcome]}">${outcome}</span>`,`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,MAX_CHARACTERS)}<div class="hint">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,MAX_CHARACTERS)}</div>`]);
const proofs=proofsOf(login).map(cells=>cells.map(cell=>(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(cell,MAX_CHARACTERS)));
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`Outcome`,`Login`],rows)+(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(`Passwords by proof`,[`Algorithm`,`#Users`,`Proof`],proofs)}
function loginSection({login}){
const accounts=(login?.accounts??[]).map(({outcome,message,hint})=>`- ${outcome}: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),MAX_CHARACTERS))}`);
const proofs=login===undefined?[]:proofsOf(login).map(cells=>`| ${cells.map(_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV).join(` | `)} |`);
return{name:`login proof`,head:[`### ${TITLE}`,``,...accounts,``,`| Algorithm | Users | Proof |`,`| --- | ---: | --- |`],items:proofs}}
function proofsOf({algorithms}){
return algorithms.map(({algorithm,users,proof})=>[algorithm,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users),PROOFS[proof]])}}),59881:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>missingSection,b:()=>missingTable});
var _changed_users_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(47790);
function missingTable(head){
const section=sectionOf(head);
return section===null?``:(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_0__.Zf)(section)}
function missingSection(head){
const section=sectionOf(head);
return section===null?{name:`missing users`,head:[],items:[]}:(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_0__.aG)(section)}
function sectionOf({missing}){
if(missing===undefined)return null;
const{users,...counts}=missing;
return{title:`Missing users`,counts,users}}}),10100:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>passwordSection,y:()=>passwordTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Passwords`;
const MAX_CHARACTERS=500;
function passwordTable({passwords}){
const rows=(passwords??[]).map(({users,algorithm,sentAs,firstLogin,sureness})=>[(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(algorithm,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sentAs,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(firstLogin,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(sureness,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`#Users`,`Algorithm`,`Sent as`,`At the first login`,`How sure`],rows)}
function passwordSection({passwords}){
return{name:`kinds of password`,head:[`### ${TITLE}`,``,`| Users | Algorithm | Sent as | At the first login | How sure |`,`| ---: | --- | --- | --- | --- |`],items:(passwords??[]).map(({users,algorithm,sentAs,firstLogin,sureness})=>{
const texts=[firstLogin,sureness].map(words=>(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(words,MAX_CHARACTERS)));
return`| ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(algorithm)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(sentAs,100))} | ${texts.join(` | `)} |`})}}}),60719:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>statusTable,w:()=>statusSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Account status`;
const MAX_CHARACTERS=300;
function statusTable({statuses}){
const rows=(statuses??[]).map(({status,reason,users})=>[(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(status,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(reason,MAX_CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`#Users`,`Status`,`Decided by`],rows)}
function statusSection({statuses}){
return{name:`statuses`,head:[`### ${TITLE}`,``,`| Users | Status | Decided by |`,`| ---: | --- | --- |`],items:(statuses??[]).map(({status,reason,users})=>`| ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(status,100))} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(reason,MAX_CHARACTERS))} |`)}}}),29899:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{_:()=>undoSection,f:()=>undoTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _changed_users_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(47790);
function undoTable({undo}){
if(undo===undefined)return``;
return`<section>\n<p>${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(undo.from,300)}, ${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(aboutRun(undo),300)}</p>\n</section>\n${(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_2__.Zf)(sectionOf(undo))}`}
function undoSection({undo}){
if(undo===undefined)return{name:`users of the run`,head:[],items:[]};
const{head,...section}=(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_2__.aG)(sectionOf(undo));
const[title=``,...rest]=head;
const about=`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(undo.from,300))}, ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(aboutRun(undo))}`;
return{...section,head:[title,``,about,...rest]}}
function aboutRun({writtenAt,unknownRows}){
const left=unknownRows===0?``:` ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_3__.hS)(unknownRows,`user`)} of it ended unknown, may exist, and ${unknownRows===1?`is`:`are`} left.`;
return`stored ${writtenAt}.${left}`}
function sectionOf({users,total,undone,kept,failed,unknown,unsent,planned}){
return{title:`Users of the run`,counts:{total,undone,kept,failed,unknown,unsent,planned},users}}}),99278:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>unreadSection,m:()=>unreadTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Not read`;
const MAX_IN_TABLE=200;
const MAX_IN_LINE=10;
function unreadTable({unread=[]}){
const rows=unread.slice(0,MAX_IN_TABLE).map(({name,filled,rows:all,accountState})=>[`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,200)}${accountState===true?`<div class="hint">looks like the state of an account</div>`:``}`,`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(filled)} of ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(all)}`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.uM)(filled,all)]);
const more=unread.length-rows.length;
const caption=`Columns and keys of the export that no rule of the mapping reads.${more>0?` report.json lists ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(more)} more.`:``}`;
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`Column or key`,`#Rows with a value`,`#Filled`],rows,{caption})}
function unreadSection({unread=[]}){
const named=unread.slice(0,MAX_IN_LINE).map(({name,filled,rows})=>`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(name,100))} (${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.uM)(filled,rows)})`);
const more=unread.length>named.length?` and ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(unread.length-named.length)} more`:``;
const line=`No rule reads ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(unread.length,`column or key`,`columns or keys`)}; filled: ${named.join(`, `)}${more}.`;
return{name:`columns not read`,head:[`### ${TITLE}`,``],items:unread.length===0?[]:[line]}}}),77533:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>verifiedTable,c:()=>verifiedSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Users read back`;
const MAX_ROWS_OF_FIELD=10;
const MAX_LISTED=50;
const MAX_REASON_CHARACTERS=500;
const NOT_FOUND=`The tenant accepted these users: check whether somebody deleted them, or whether the tenant gave them another sub.`;
const DIFFERENT=`The tenant shows values that differ from those sent. It silently skips fields that are disabled in its field setup and fields that it does not know: run mode check, correct the setup, and send these users again.`;
function verifiedTable({verified}){
if(verified===undefined)return``;
const fields=differing(verified);
const{unread}=verified;
const caption=[countsOf(verified),...unread===null?[]:[`${NOT_COMPARED} ${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(unread,MAX_REASON_CHARACTERS)}.`]];
if(fields.length===0)return`<section>\n<h2>${TITLE}</h2>\n<p>${caption.join(` `)}</p>\n</section>\n`;
const rows=fields.map(([field,users])=>[`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(field,200)}${meaning(field)}`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users),rowsWith(field,verified)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`Field that differs`,`#Users`,`Rows`],rows,{caption:[...caption,hintFor(fields)].join(` `),className:`verified`})}
function verifiedSection({verified}){
const name=`fields of the users read back`;
if(verified===undefined)return{name,head:[],items:[]};
const fields=differing(verified);
const{unread}=verified;
const head=[`### ${TITLE}`,``,countsOf(verified)];
if(unread!==null)head.push(``,`${NOT_COMPARED} ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(unread,MAX_REASON_CHARACTERS))}.`);
if(fields.length===0)return{name,head:head.slice(0,2),items:head.slice(2)};
const items=fields.slice(0,MAX_LISTED).map(([field,users])=>{
return`| ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(field,100))}${meaning(field)} | ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} | ${rowsWith(field,verified)} |`});
if(fields.length>MAX_LISTED)items.push(`| and ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(fields.length-MAX_LISTED)} more | | |`);
return{name,head:[...head,``,hintFor(fields),``,`| Field that differs | Users | Rows |`,`| --- | ---: | --- |`],items}}
const NOT_COMPARED=`Not compared field by field:`;
function hintFor(fields){
return fields.every(([field])=>field===`sub`)?NOT_FOUND:DIFFERENT}
function countsOf({asked,compared,same,missing}){
return`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(asked,`user`)} read back: ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(compared)} compared, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(same)} the same as sent, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(missing)} not found.`}
function meaning(field){
return field===`sub`?`: not found`:``}
function differing({fields}){
return Object.entries(fields).sort(([,a],[,b])=>b-a)}
function rowsWith(field,{rows}){
const having=rows.filter(({fields})=>fields.includes(field)).map(({row})=>row);
return`${having.slice(0,MAX_ROWS_OF_FIELD).join(`, `)}${having.length>MAX_ROWS_OF_FIELD?` …`:``}`}})};