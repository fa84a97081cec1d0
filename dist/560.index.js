export const id=560;
export const ids=[560];
export const modules={21337:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{b:()=>PlanComparison,e:()=>usersOf});
;
const ENTRY_NAMES={consents:`fieldKey`,groups:`groupId`};
const CUSTOM=`customFields.`;
function differences(before,after){
const theirs=new Map;
const ours=new Map;
flatten(before,``,``,theirs);
flatten(after,``,``,ours);
const found=new Map;
for(const[key,{field,value}]of theirs){
const other=ours.get(key);
if(other!==undefined&&same(value,other.value))continue;
if(!found.has(field))found.set(field,{field,before:value,after:other?.value})}
for(const[key,{field,value}]of ours){
if(theirs.has(key)||found.has(field))continue;
found.set(field,{field,before:undefined,after:value})}
return[...found.values()]}
function flatten(value,key,field,leaves){
if(field===``||isObject(value)&&!field.startsWith(CUSTOM)){
for(const[name,inner]of Object.entries(value??{})){
if(inner!==undefined)flatten(inner,joined(key,name),joined(field,name),leaves)}}else if(Array.isArray(value)&&value.every(isObject)&&value.length>0&&!field.startsWith(CUSTOM)){
for(const[index,entry]of value.entries()){
const name=entry[ENTRY_NAMES[field]??``];
const place=field===`identities`?`${field}[${index}]`:`${field}[]`;
flatten(entry,`${key}[${typeof name===`string`?JSON.stringify(name):index}]`,place,leaves)}}else leaves.set(key,{field,value})}
function joined(path,name){
return path===``?name:`${path}.${name}`}
function same(a,b){
return a===b||typeof a===`object`&&typeof b===`object`&&canonical(a)===canonical(b)}
function canonical(value){
return JSON.stringify(value,(_,inner)=>isObject(inner)?Object.fromEntries(Object.entries(inner).sort(([a],[b])=>a<b?-1:1)):inner)}
function isObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
var value_change=__webpack_require__(32211);
;
const MAX_FIELDS=200;
const MAX_CHANGES=50;
const MAX_WAYS=20;
const MAX_MOVES=200;
const EXAMPLES=5;
const PLACES=5;
const OTHER=`other`;
class PlanComparison{
#show;
#rows={same:0,changed:0,moved:0};
#fields=new Map;
#moves=new Map;
constructor(show){
this.#show=show}
add(before,after){
const row=after??before;
if(row===null)return;
const place={row:row.row,file:row.file,line:row.line};
if(keyOf(endOf(before))!==keyOf(endOf(after)))this.#move(before,after,place);else this.#compareUsers(bodyOf(before),bodyOf(after),place)}
result(){
const fields=[...this.#fields].map(([field,{ways,changes,...users}])=>{
const examples=[...changes.values()].sort((a,b)=>b.rows-a.rows).slice(0,EXAMPLES);
const commonest=[...ways].sort(([,a],[,b])=>b-a);
return{field,...users,ways:Object.fromEntries(commonest),examples}});
return{rows:{...this.#rows},fields:fields.sort((a,b)=>usersOf(b)-usersOf(a)||(a.field<b.field?-1:1)),moves:[...this.#moves.values()].map(move=>({kind:kindOf(move.from,move.to),...move})).sort((a,b)=>b.rows-a.rows)}}
#move(before,after,place){
this.#rows.moved++;
let[from,to]=[endOf(before),endOf(after)];
let key=JSON.stringify([keyOf(from),keyOf(to)]);
if(!this.#moves.has(key)&&this.#moves.size>=MAX_MOVES){
[from,to]=[anyReason(from),anyReason(to)];
key=JSON.stringify([keyOf(from),keyOf(to)])}
const move=this.#moves.get(key)??{from,to,rows:0,first:[]};
this.#moves.set(key,move);
move.rows++;
if(move.first.length<PLACES)move.first.push(place)}
#compareUsers(before,after,place){
const found=before===after||before===null||after===null?[]:differences(JSON.parse(before),JSON.parse(after));
if(found.length===0)this.#rows.same++;else this.#rows.changed++;
for(const difference of found){
const tally=this.#tallyOf(difference.field);
const how=countChange(tally,difference);
if(this.#show!==null)keepExample(tally,difference,how,this.#show,place)}}
#tallyOf(field){
const name=this.#fields.has(field)||this.#fields.size<MAX_FIELDS?field:OTHER;
const known=this.#fields.get(name);
if(known!==undefined)return known;
const made={added:0,removed:0,changed:0,ways:new Map,changes:new Map};
this.#fields.set(name,made);
return made}}
function countChange(tally,{before,after}){
if(before===undefined)tally.added++;else if(after===undefined)tally.removed++;else tally.changed++;
if(before===undefined||after===undefined)return null;
const how=(0,value_change.f)(before,after);
if(how!==null&&(tally.ways.has(how)||tally.ways.size<MAX_WAYS))tally.ways.set(how,(tally.ways.get(how)??0)+1);
return how}
function keepExample(tally,{field,before,after},how,show,place){
const shown=value=>value===undefined?null:show(field,value);
const change={before:shown(before),after:shown(after),how};
const key=JSON.stringify(change);
const known=tally.changes.get(key);
if(known!==undefined)known.rows++;else if(tally.changes.size<MAX_CHANGES)tally.changes.set(key,{...change,rows:1,first:place})}
function bodyOf(row){
return endOf(row)?.outcome===`planned`?row?.body??null:null}
function usersOf({added,removed,changed}){
return added+removed+changed}
function keyOf(end){
return end===null?``:JSON.stringify([end.outcome,end.why,end.field])}
function kindOf(from,to){
if(from===null)return`newly read`;
if(to===null)return`no longer read`;
if(from.outcome===to.outcome)return`another reason`;
switch(to.outcome){case`skipped`:return`newly skipped`;case`duplicate`:return`newly duplicate`;case`invalid`:return`newly invalid`;default:if(from.outcome===`skipped`)return`no longer skipped`;return from.outcome===`duplicate`?`no longer duplicate`:`newly valid`}}
function anyReason(end){
return end===null?null:{outcome:end.outcome,why:end.why===null?null:OTHER,field:null,message:null}}
function endOf(row){
if(row===null)return null;
const{outcome,code,field,message}=row;
switch(outcome){case`planned`:case`unchanged`:return{outcome:`planned`,why:null,field:null,message:null};case`skipped`:return{outcome,why:message,field:null,message:null};case`duplicate`:return{outcome,why:null,field:null,message:null};default:return{outcome,why:code,field,message}}}}),32211:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>howChanged,m:()=>CASE_ONLY});
function howChanged(before,after){
const[from,to]=[kindOf(before),kindOf(after)];
if(from!==to)return`${from} becomes ${to}`;
if(typeof before===`string`&&typeof after===`string`)return howTextChanged(before,after);
if(Array.isArray(before)&&Array.isArray(after))return howListChanged(before,after);
return null}
function kindOf(value){
if(value===null)return`clearing`;
if(Array.isArray(value))return`a list`;
switch(typeof value){case`string`:return value===``?`an empty text`:`text`;case`number`:return`a number`;case`boolean`:return`true or false`;default:return`an object`}}
function howListChanged(before,after){
if(after.length>before.length)return`more entries`;
if(after.length<before.length)return`fewer entries`;
const sorted=list=>JSON.stringify(list.map(one=>JSON.stringify(one)).sort());
return sorted(before)===sorted(after)?`another order`:`other entries`}
function howTextChanged(before,after){
const moment=howMomentChanged(before,after);
if(moment!==null)return moment;
for(const[how,stripped]of LOOKS)if(stripped(before)===stripped(after))return how;
if(after.endsWith(before))return`more in front`;
if(after.startsWith(before))return`more at the end`;
if(before.endsWith(after))return`less in front`;
if(before.startsWith(after))return`less at the end`;
return null}
const CASE_ONLY=`only upper and lower case`;
const LOOKS=[[`only blanks`,text=>text.replace(/\s+/g,``)],[CASE_ONLY,text=>folded(text).replace(/\s+/g,``)],[`only accents`,text=>plainLetters(text).replace(/\s+/g,``)],[`only punctuation`,text=>plainLetters(text).replace(/[^\p{L}\p{N}]+/gu,``)||text]];
function plainLetters(text){
return folded(text.normalize(`NFKD`).replace(/\p{M}+/gu,``))}
function folded(text){
return text.toUpperCase().toLowerCase()}
const DATE=/^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT=/^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const HOUR_MS=36e5;
const DAY_MS=24*HOUR_MS;
const ZONE_MS=26*HOUR_MS;
function howMomentChanged(before,after){
const[,year,month,day]=DATE.exec(before)??[];
if(year!==undefined&&after===`${year}-${day}-${month}`)return`day and month exchanged`;
const isMoment=text=>DATE.test(text)||INSTANT.test(text);
if(!isMoment(before)||!isMoment(after))return null;
const ms=Date.parse(after)-Date.parse(before);
if(Number.isNaN(ms))return null;
if(ms===0)return`the same moment, written otherwise`;
const way=ms>0?`later`:`earlier`;
if(Math.abs(ms)===DAY_MS)return`one day ${way}`;
if(Math.abs(ms)>=ZONE_MS||year!==undefined)return null;
return`${Number((Math.abs(ms)/HOUR_MS).toFixed(2))} h ${way}`}}),65659:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{v:()=>listenForInterrupts});
const GRACE_MS=5e3;
function listenForInterrupts(){
const stop=new AbortController;
const cut=new AbortController;
let grace;
let limit;
const onSignal=signal=>{
const why={outcome:`cancelled`,message:`The run was cancelled (${signal}).`};
stop.abort(why);
grace??=setTimeout(()=>cut.abort(why),GRACE_MS).unref()};
process.on(`SIGINT`,onSignal).on(`SIGTERM`,onSignal);
return{stop:stop.signal,cut:cut.signal,limitTime:ms=>{
if(ms===0)return;
const message=`The run reached its time-limit (${ms/6e4} min).`;
limit=setTimeout(()=>stop.abort({outcome:`aborted`,message}),ms).unref()},[Symbol.dispose]:()=>{
clearTimeout(grace);
clearTimeout(limit);
process.off(`SIGINT`,onSignal).off(`SIGTERM`,onSignal)}}}}),4163:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{PU:()=>UnwrittenReport,h$:()=>notesOf,b5:()=>runJob,pT:()=>writeReportOf});
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var external_node_v8_=__webpack_require__(78877);
var joined_records=__webpack_require__(71623);
var ledger_ledger=__webpack_require__(60455);
var run_folder=__webpack_require__(87533);
var failure_tally=__webpack_require__(27675);
var text_escape=__webpack_require__(18944);
var batched=__webpack_require__(53095);
var shown_row=__webpack_require__(91602);
;
const HEADER=`row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number,attempts`;
function failuresCsv(failures,level,fileNames){
return(0,batched.Q)(lines(failures,level,fileNames))}
function*lines(failures,level,fileNames){
yield`${HEADER}\r\n`;
for(const ledgerRow of failures){
const{row,file,line,outcome,code,field,message,hint,user,attempts}=(0,shown_row.St)(ledgerRow,level,fileNames);
const{sub=null,email=null,username=null,mobile_number=null}=user;
const cells=[row,file,line,outcome,code,field,message,hint,sub,email,username,mobile_number,attempts];
yield`${cells.map(text_escape.rK).join(`,`)}\r\n`}}
var report_data=__webpack_require__(73211);
var shown_head=__webpack_require__(54509);
;
function reportJson(head,rows,level,fileNames){
return(0,batched.Q)(pieces(head,rows,level,fileNames))}
function*pieces(head,rows,level,fileNames){
yield(0,text_escape.GO)(JSON.stringify(inOrder((0,shown_head.q)(head,level)),null,2)).replace(PAIR,`[$1, $2]`).replace(BUCKET,bucket=>bucket.replace(/\n\s+/g,` `)).slice(0,-2);
yield`,
  "failures": [`;
yield*list(rows.failures,row=>failure((0,shown_row.St)(row,level,fileNames)));
yield`],
  "successes": [`;
yield*list(rows.successes,row=>success(row,level,fileNames));
yield`]
}
`}
const PAIR=/\[\n\s+([\d.]+),\n\s+([\d.]+)\n\s+\]/g;
const BUCKET=/\{\n\s+"ms": [^{}]*\}/g;
function*list(rows,entry){
let separator=`
    `;
for(const row of rows){
yield separator+(0,text_escape.GO)(JSON.stringify(entry(row)));
separator=`,
    `}
if(separator.startsWith(`,`))yield`
  `}
function failure({row,file,line,outcome,code,message,hint,field,user,attempts,duplicateOf}){
return{row,file,line,outcome,code,message,hint,field,user,attempts,duplicateOf}}
function success(row,level,fileNames){
const{sub,identifiers}=row;
const user=(0,shown_row.X$)(row,level);
const isAnother=sub!==null&&identifiers.sub!==undefined&&identifiers.sub!==sub;
const account=isAnother?(0,shown_row.X$)({...row,identifiers:{...identifiers,sub}},level):user;
return{row:row.row,file:fileNames[row.file]??``,line:row.line,outcome:row.outcome,sub:account.sub??null,user}}
function inOrder(head){
const{version,tool,mode,outcome,tenant,run,mapping,planDigest,startedAt,finishedAt,durationMs,...others}=head;
const{export:source,totals,skippedBy,warnings,requests,...additions}=others;
const plan={version,tool,mode,outcome,tenant,run,export:source,mapping,planDigest};
return{...plan,startedAt,finishedAt,durationMs,totals,skippedBy,warnings,requests,...additions}}
var input_error=__webpack_require__(30199);
;
async function writeReport({dir,head,rows,level,notes=[]}){
const fileNames=head.export.files.map(({name})=>name);
const failures=(0,failure_tally.du)();
const paths={json:(0,external_node_path_.join)(dir,`report.json`),csv:(0,external_node_path_.join)(dir,`failures.csv`),html:(0,external_node_path_.join)(dir,`report.html`)};
try{
await(0,promises_.mkdir)(dir,{recursive:true});
const counted=(0,failure_tally.mG)(rows(report_data.n),failures);
const successes=rows((0,report_data.r)(head.mode));
await write(paths.json,reportJson(head,{failures:counted,successes},level,fileNames));
await write(paths.csv,failuresCsv(rows(report_data.n),level,fileNames));
const page={head,failures:rows(report_data.n),groups:failures.groups(),level,fileNames,notes};
const{reportHtml}=await __webpack_require__.e(562).then(__webpack_require__.bind(__webpack_require__,35562));
await write(paths.html,reportHtml(page))}catch(cause){
const code=cause.code;
if(code===undefined)throw cause;
throw new Error(`The report cannot be written to ${dir} (${code}). Give \`report-dir\` a folder that can be written.`,{cause})}
return{dir,...paths,failures}}
async function openReportDir(dir){
try{
await(0,promises_.mkdir)(dir,{recursive:true});
await(0,promises_.access)(dir,promises_.constants.W_OK)}catch(cause){
const code=cause.code??`unknown error`;
throw new input_error.d([`\`report-dir\`: ${dir} cannot be written (${code}). Name a folder that can.`],{cause})}}
async function write(path,chunks){
const part=`${path}.part`;
await(0,promises_.rm)(part,{force:true});
const file=await(0,promises_.open)(part,`wx`,384);
try{
for(const chunk of chunks)await file.writeFile(chunk)}catch(error){
await file.close();
await(0,promises_.rm)(part,{force:true});
throw error}
await file.close();
await(0,promises_.rename)(part,path)}
var embedded_queue=__webpack_require__(12855);
var migrate=__webpack_require__(68089);
var open_export=__webpack_require__(62469);
var run_record=__webpack_require__(56718);
var send_step=__webpack_require__(21002);
;
const LONGEST_MS=2**31-1;
const sleep=async(ms,signal)=>{
let left=ms;
for(;left>LONGEST_MS;left-=LONGEST_MS)await once(LONGEST_MS,signal);
await once(left,signal)};
const once=(ms,signal)=>new Promise((done,fail)=>{
if(signal.aborted)return fail(signal.reason);
const aborted=()=>{
clearTimeout(timer);
fail(signal.reason)};
const timer=setTimeout(()=>{
signal.removeEventListener(`abort`,aborted);
done()},ms);
signal.addEventListener(`abort`,aborted,{once:true})});
;
function jsonObject(value){
return isJsonObject(value)?value:null}
function isJsonObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
function parseJson(text){
try{
return JSON.parse(text)}catch{
return undefined}}
;
const MESSAGE_LIMIT=300;
const READ_LIMIT=2e4;
function trimMessage(text){
const start=text.slice(0,READ_LIMIT);
const line=start.replaceAll(/[\s\p{Cc}]+/gu,` `).trim();
const characters=[...line];
return characters.length<=MESSAGE_LIMIT?line:`${characters.slice(0,MESSAGE_LIMIT-1).join(``)}…`}
function messageOfHtml(text){
const html=text.slice(0,READ_LIMIT);
const isHtml=/^\s*<(!doctype|html|head|body|\?xml|!--)/i.test(html)||/<\/(html|body|head|title)>/i.test(html);
if(!isHtml)return null;
const title=/<title[^<>]*>([^<]*)</i.exec(html)?.[1]??``;
const visible=html.replaceAll(/<(script|style|head)\b[\s\S]*?(<\/\1>|$)/gi,` `).replaceAll(/<[^>]*>?/g,` `);
const words=trimMessage((title.trim()||visible).replaceAll(`&nbsp;`,` `));
return words===``?`An HTML page.`:`An HTML page: ${words}`}
;
function parseTenantError(status,text){
return tenantError(status,parseErrorBody(text))}
function tenantError(status,body){
const own=body.code===null||body.code===String(status)?null:`tenant.${body.code}`;
return{code:own??codeOfStatus(status),message:body.message||wordsFor(status,body),reference:body.reference}}
function parseErrorBody(text){
const trimmed=text.trim();
if(trimmed===``)return{shape:`empty`,code:null,status:null,message:``,reference:null};
const json=/^[[{"]/.test(trimmed)?parseJson(trimmed):undefined;
if(json!==undefined)return readErrorJson(json);
const page=messageOfHtml(trimmed);
if(page!==null)return{shape:`html`,code:null,status:null,message:page,reference:null};
const message=trimMessage(trimmed);
return{shape:`text`,code:codeInMessage(message),status:null,message,reference:null}}
function readErrorJson(value){
if(typeof value===`string`)return{...parseErrorBody(``),shape:`json`,message:trimMessage(value)};
const outer=jsonObject(value);
const body=jsonObject(outer?.ErrorResp)??outer??{};
const inner=jsonObject(body.error)??{};
const message=trimMessage(firstText(inner.error_description,body.error_description,inner.error,inner.message,body.message,body.error,inner.moreInfo,inner.type,body.moreInfo));
const shape=shapeOf(outer,body);
const oauthCode=shape===`oauth`?body.error:null;
const code=cleanCode(inner.code)??cleanCode(body.code)??cleanCode(body.error_code)??cleanCode(oauthCode)??codeInMessage(message);
const reference=firstText(inner.referenceNumber,body.referenceNumber,inner.refnumber,body.refnumber,body.reference_number);
return{shape,code,status:statusIn(body.status)??statusIn(inner.status),message,reference:trimMessage(reference).slice(0,100)||null}}
function saysFailure(value){
const outer=jsonObject(value);
const success=(jsonObject(outer?.ErrorResp)??outer)?.success;
return success===false||success===`false`||jsonObject(outer?.ErrorResp)!==null}
function firstText(...values){
for(const value of values){
if(typeof value===`string`&&value.trim()!==``)return value}
return``}
function shapeOf(outer,body){
if(saysFailure(outer))return`service`;
if(body.refnumber!==undefined)return`guard`;
if(typeof body.error===`string`&&(body.error_description!==undefined||/^[a-z]+(_[a-z]+)+$/.test(body.error)))return`oauth`;
return`json`}
function cleanCode(value){
if(typeof value!==`number`&&typeof value!==`string`)return null;
const code=String(value).trim().toLowerCase();
return/^[a-z0-9][a-z0-9_-]{0,39}$/.test(code)&&code!==`0`?code:null}
function codeInMessage(message){
return/(^\W*|\b(code|error|status)\b[\s"'([:=#-]*)507\b/i.test(message)?`507`:null}
function statusIn(value){
const status=typeof value===`string`?Number(value):value;
return typeof status===`number`&&Number.isInteger(status)&&status>=400&&status<=599?status:null}
function codeOfStatus(status){
if(status===507)return`tenant.507`;
if(status===401)return`tenant.unauthorized`;
if(status===403)return`tenant.forbidden`;
if(status===404)return`tenant.not_found`;
if(status===408)return`tenant.timeout`;
if(status===413)return`tenant.too_large`;
return status===429||status>=500?`tenant.http_${status}`:`tenant.refused`}
function wordsFor(status,{shape}){
return shape===`empty`?`HTTP ${status} without a body.`:`HTTP ${status} without a message.`}
;
const IDENTIFIERS=[`email`,`username`,`mobile_number`];
function subsOf(sub){
return collect([{sub}]).subs}
function namesOfUser(user){
return collect([user,...identitiesOf(user)])}
function namesOfEntry(entry){
const identifier=jsonObject(entry)?.identifier;
const names=collect([entry,identifier,...identitiesOf(entry),...identitiesOf(identifier)]);
const text=textOf(identifier).trim();
const bare=text===``||isAnonymous(text)?null:text;
const other=Object.entries(jsonObject(identifier)??{}).some(([key,value])=>key!==`sub`&&isSomething(value));
return{...names,bare,named:names.subs.size>0||names.identifiers.size>0||bare!==null||other}}
function identifiersOfBare(bare){
return IDENTIFIERS.map(key=>`${key}:${folded(bare)}`)}
function collect(values){
const subs=new Set;
const identifiers=new Set;
for(const value of values){
const object=jsonObject(value);
const sub=textOf(object?.sub);
if(sub.trim()!==``&&!isAnonymous(sub))subs.add(sub);
for(const key of IDENTIFIERS){
const text=folded(object?.[key]);
if(text!==``)identifiers.add(`${key}:${text}`)}}
return{subs,identifiers}}
function identitiesOf(value){
const identities=jsonObject(value)?.identities;
return Array.isArray(identities)?identities:[]}
function isAnonymous(sub){
return sub.trim().toUpperCase()===`ANONYMOUS`}
function isSomething(value){
if(typeof value===`object`&&value!==null)return Object.keys(value).length>0;
return textOf(value).trim()!==``}
function textOf(value){
return typeof value===`string`||typeof value===`number`?String(value):``}
function folded(value){
return textOf(value).trim().toLowerCase()}
;
function entriesOf(body){
if(saysFailure(body))return null;
const list=listIn(body);
if(list===null)return null;
const entries=list.map(raw=>({state:stateOf(raw),names:namesOfEntry(raw),raw}));
return entries.some(({state})=>state!==null)?entries:null}
function listsEntries(body){
return listIn(body)?.length??null}
function failureOf(entry){
const{code,message,reference}=readErrorJson(entry.raw);
return{code:code===null?`tenant.failed`:`tenant.${code}`,message:message||`The tenant refused this user and gave no reason.`,reference}}
function listIn(body){
if(Array.isArray(body))return body;
const outer=jsonObject(body);
const inner=jsonObject(outer?.data);
const candidates=[outer?.process_states,outer?.processStates,inner?.process_states,inner?.processStates,outer?.data];
return candidates.find(candidate=>Array.isArray(candidate))??null}
function stateOf(raw){
const entry=jsonObject(raw);
const states=new Set;
for(const value of[entry?.process_state,entry?.processState,entry?.state,entry?.status]){
const word=typeof value===`string`?value.trim().toLowerCase():``;
if(word===`created`||word===`updated`||word===`failed`)states.add(word)}
const[state,...others]=states;
return state===undefined||others.length>0?null:state}
;
function matchAnswers(users,body){
const entries=entriesOf(body);
if(entries===null)return null;
const rows=users.map(user=>new Row(user));
const strays=answers_assign(entries,indexOf(rows));
const owners=ownersOfSubs(rows);
const paired=pairLeftOvers(rows,strays);
return rows.map(row=>answerFor(row,owners,paired.get(row)))}
class Row{
row;
subs;
bySub=[];
byName=[];
vague=[];
#body;
constructor({row,body,sub}){
this.row=row;
this.#body=body;
this.subs=typeof sub===`string`?subsOf(sub):this.#names().subs}
identifiers(){
return this.#names().identifiers}
#names(){
return namesOfUser(parseJson(this.#body))}}
function indexOf(rows){
let byIdentifier=null;
return{bySub:groupByNames(rows,({subs})=>subs),byIdentifier:()=>{
byIdentifier??=groupByNames(rows,row=>row.identifiers());
return byIdentifier}}}
function groupByNames(rows,namesOf){
const groups=new Map;
for(const row of rows){
for(const name of namesOf(row)){
const group=groups.get(name);
if(group===undefined)groups.set(name,[row]);else group.push(row)}}
return groups}
function answers_assign(entries,index){
const strays=[];
for(const entry of entries){
const{subs,identifiers,bare}=entry.names;
const bySub=found(index.bySub,bare===null?subs:[...subs,bare]);
const byName=()=>[...found(index.byIdentifier(),bare===null?identifiers:[...identifiers,...identifiersOfBare(bare)])].filter(row=>subs.size===0||row.subs.size===0);
const rows=bySub.size>0?[...bySub]:byName();
const[only,...others]=rows;
if(only===undefined)strays.push(entry);else if(others.length>0)for(const row of rows)row.vague.push(entry);else(bySub.size>0?only.bySub:only.byName).push(entry)}
return strays}
function found(groups,names){
const rows=new Set;
for(const name of names)for(const row of groups.get(name)??[])rows.add(row);
return rows}
function answers_stateOf(row){
const counting=[...row.bySub,...row.byName,...row.bySub.length>0?[]:row.vague];
const direct=row.bySub[0]??row.byName[0];
return direct!==undefined&&counting.every(({state})=>state===direct.state)?direct.state:null}
function ownersOfSubs(rows){
const owners=new Map;
for(const row of rows){
const sub=subFor(row);
if(sub!==null)owners.set(sub,(owners.get(sub)??0)+1)}
return owners}
function subFor(row){
const answered=new Set;
for(const{names}of[...row.bySub,...row.byName]){
const[sub]=names.subs;
if(sub!==undefined)answered.add(sub)}
const[sub,...others]=answered;
if(sub===undefined||others.length>0)return null;
return row.subs.size===0||row.subs.has(sub)?sub:null}
function pairLeftOvers(rows,strays){
const silent=rows.filter(({bySub,byName,vague})=>bySub.length+byName.length+vague.length===0);
const[first]=strays;
const isOneToOne=rows.length===1&&strays.length===1;
const isSafe=first!==undefined&&silent.length===strays.length&&strays.every(({state,names})=>state===first.state&&!names.named)&&rows.every(row=>silent.includes(row)||answers_stateOf(row)!==null);
const pairs=new Map;
if(!isSafe&&!(isOneToOne&&silent.length===1))return pairs;
silent.forEach((row,position)=>{
const entry=strays[position];
if(entry!==undefined)pairs.set(row,entry)});
return pairs}
function answerFor(row,owners,paired){
const state=paired===undefined?answers_stateOf(row):paired.state;
const entry=paired??row.bySub[0]??row.byName[0];
if(state===null||entry===undefined)return{row:row.row,state:`uncertain`};
if(state===`failed`)return{row:row.row,state,...failureOf(entry)};
const sub=paired===undefined?subFor(row):null;
return{row:row.row,state,sub:sub!==null&&owners.get(sub)===1?sub:null}}
var retry_policy=__webpack_require__(54313);
;
function readBulkReply(users,reply,nowMs){
const{status,text}=reply;
if(status>=300)return readError(status,parseErrorBody(text),reply,nowMs);
const json=parseJson(text);
if(saysFailure(json)){
const body=parseErrorBody(text);
return readError(body.status??417,body,reply,nowMs)}
const answers=matchAnswers(users,json);
return answers===null?unusable(reply,listsEntries(json),nowMs):{kind:`answered`,status,answers}}
function readTransportError({failure,status}){
const error={code:failure.code,message:failure.message,reference:null};
if(failure.permanent)return{kind:`forbidden`,status,error};
return{kind:`unavailable`,status,error,retryAfterMs:null,mayHaveBeenApplied:failure.mayHaveArrived}}
const HOPELESS=new Set([401,402,403,405,406,407,410,411,415,426,431,501,505]);
function readError(status,body,{headers},nowMs){
const error=tenantError(status,body);
if(status===413)return{kind:`too-large`,status,error};
if(HOPELESS.has(status)||status===404&&body.shape!==`service`){
return{kind:`forbidden`,status,error:{...error,message:`${sentence(error.message)} ${adviceFor(status,body)}`}}}
if(body.code!==`507`&&(0,retry_policy.PS)(status)){
const retryAfterMs=(0,retry_policy.mu)(headers[`retry-after`],nowMs);
return{kind:`unavailable`,status,error,retryAfterMs,mayHaveBeenApplied:true}}
return{kind:`refused`,status,error}}
function unusable({status,headers,text},entries,nowMs){
const body=parseErrorBody(text);
const error={code:entries===null?`tenant.answer_unusable`:`tenant.answer_uncertain`,message:`HTTP ${status}, but the answer names no states: ${body.message||bulk_reply_wordsFor(body,entries)}`,reference:body.reference};
const retryAfterMs=(0,retry_policy.mu)(headers[`retry-after`],nowMs);
return{kind:`unavailable`,status,error,retryAfterMs,mayHaveBeenApplied:true}}
function bulk_reply_wordsFor({shape},entries){
if(entries===0)return`its list of process_states is empty.`;
if(entries!==null)return`no entry of its process_states says CREATED, UPDATED or FAILED.`;
return shape===`empty`?`its body is empty.`:`it holds no process_states.`}
function adviceFor(status,{shape}){
if(shape===`html`&&status===403)return`Something in front of the tenant refuses the request, a firewall or a proxy.`;
if(status===401||status===403)return`Check that the app has the scope cidaas:bulk_user_create and belongs to this tenant.`;
if(status===407)return`Put the credentials of the proxy into HTTPS_PROXY.`;
return`Check tenant-url: this address does not take users.`}
function sentence(message){
return/[.!?…]$/.test(message)?message:`${message}.`}
;
class TransportError extends Error{
failure;
status;
constructor(failure,options={}){
super(failure.message,options);
this.name=`TransportError`;
this.failure=failure;
this.status=options.status??null}}
function classifyFailure(error){
const causes=causesOf(error);
for(const cause of causes){
const failure=certainFailure(cause);
if(failure!==null)return failure}
for(const cause of causes){
const failure=uncertainFailure(cause);
if(failure!==null)return failure}
return null}
function causesOf(error){
const found=[];
const waiting=[error];
while(waiting.length>0&&found.length<20){
const next=waiting.shift();
if(!(next instanceof Error))continue;
const{code,syscall}=next;
found.push({code:failure_text(code),syscall:failure_text(syscall),name:next.name,message:next.message});
if(next instanceof AggregateError)waiting.push(...next.errors);
waiting.push(next.cause)}
return found}
function failure_text(value){
return typeof value===`string`?value:``}
function certainFailure({code,message,syscall}){
if(CERTIFICATE.test(code)){
const hint=`If the tenant or a proxy uses a certificate authority of your own, name its PEM file in NODE_EXTRA_CA_CERTS.`;
return never(`tenant.certificate`,`The tenant's certificate cannot be trusted (${code}). ${hint}`,true)}
if(HANDSHAKE.test(code))return never(`tenant.tls`,`No TLS connection to the tenant could be made (${code}). Check host and port of tenant-url.`);
const refusal=/^Proxy response \((\d{3})\)/.exec(message)?.[1];
if(refusal===`407`)return never(`tenant.proxy`,`The proxy asks for credentials (HTTP 407). Put them into HTTPS_PROXY.`,true);
if(refusal!==undefined)return never(`tenant.proxy`,`The proxy refused a connection to the tenant (HTTP ${refusal}).`);
if(code.startsWith(`UND_ERR_PRX`)||code.startsWith(`UND_ERR_SOCKS5`))return never(`tenant.proxy`,`The proxy gave no connection to the tenant (${code}).`);
if(NAME.test(code)||syscall===`getaddrinfo`)return never(`tenant.unreachable`,`The tenant's host name could not be looked up (${code}). Check tenant-url.`);
if(code===`ECONNREFUSED`||code===`UND_ERR_CONNECT_TIMEOUT`||syscall===`connect`){
return never(`tenant.unreachable`,`No connection to the tenant could be made (${code}).`)}
return null}
function uncertainFailure({code,name}){
if(name===`TimeoutError`||/TIMEOUT|ETIMEDOUT/.test(code))return maybe(`tenant.timeout`,`The tenant did not answer in time.`);
if(name===`HTTPParserError`||code===`UND_ERR_HEADERS_OVERFLOW`){
return maybe(`tenant.answer_unusable`,`The answer was no valid HTTP (${code||name}).`)}
if(OURS.test(code))return null;
if(/^(E[A-Z]|UND_ERR|ERR_SSL|ERR_TLS|ERR_STREAM)/.test(code))return maybe(`tenant.connection_lost`,`The connection broke before the answer was complete (${code}).`);
return null}
const CERTIFICATE=/^(CERT_|CRL_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME)|^(UND_ERR_PRX_TLS)$/;
const HANDSHAKE=/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|UNKNOWN_PROTOCOL|HTTP_REQUEST|NO_SHARED_CIPHER|DH_KEY_TOO_SMALL|(TLSV1|SSLV3)_(ALERT_PROTOCOL_VERSION|ALERT_HANDSHAKE_FAILURE|UNRECOGNIZED_NAME|ALERT_INSUFFICIENT_SECURITY))/;
const NAME=/^(ENOTFOUND|EAI_[A-Z]+)$/;
const OURS=/^(UND_ERR_INVALID_ARG|UND_ERR_INVALID_RETURN_VALUE|UND_ERR_NOT_SUPPORTED|UND_ERR_REQ_CONTENT_LENGTH_MISMATCH|ERR_INVALID_|ERR_ASSERTION|ERR_HTTP_)/;
function never(code,message,permanent=false){
return{code,message,permanent,mayHaveArrived:false}}
function maybe(code,message){
return{code,message,permanent:false,mayHaveArrived:true}}
var refusal=__webpack_require__(17236);
;
const SHORTEST=8;
function withoutSecrets(text,secrets){
let clean=inOneSpelling(text);
for(const secret of secrets){
if(secret.length<SHORTEST)continue;
for(const form of spellings(secret))clean=clean.replaceAll(form,`***`)}
return clean}
function inOneSpelling(text){
if(!text.includes(`\\`))return text;
const json=parseJson(text);
if(json===undefined)return text;
try{
return JSON.stringify(json)}catch{
return`The answer is nested too deep to be read.`}}
function spellings(secret){
const html=secret.replaceAll(`&`,`&amp;`).replaceAll(`<`,`&lt;`).replaceAll(`>`,`&gt;`);
const inJson=JSON.stringify(secret).slice(1,-1);
return new Set([secret,inJson,encodeURIComponent(secret.toWellFormed()),html,html.replaceAll(`"`,`&quot;`)])}
;
const BULK_PATH=`/users-srv/user/bulk`;
function createTenant(options){
return{send:async(users,signal,stop)=>{
const waiting=stop??signal;
if(users.length===0)throw new RangeError(`A bulk request needs at least one user.`);
const body=`[${users.map(user=>user.body).join(`,`)}]`;
const first=await sendOnce(options,users,body,{signal,waiting});
if(first.token===null||first.reply.kind!==`forbidden`||first.reply.status!==401)return first.reply;
options.tokens.invalidate(first.token);
return(await sendOnce(options,users,body,{signal,waiting})).reply}}}
async function sendOnce(options,users,body,{signal,waiting}){
const{http,tokens,secrets,now,onRequest}=options;
let token;
try{
token=await tokens.get(waiting)}catch(error){
return{reply:withoutToken(error,waiting),token:null}}
const startedAt=now();
const observe=status=>onRequest({status,ms:now()-startedAt,users:users.length});
let answer;
try{
answer=await http.post(BULK_PATH,{authorization:`Bearer ${token}`},body,signal)}catch(error){
if(!(error instanceof TransportError))throw error;
observe(error.status);
return{reply:readTransportError(error),token}}
observe(answer.status);
const text=withoutSecrets(answer.text,[token,...secrets]);
return{reply:readBulkReply(users,{...answer,text},now()),token}}
function withoutToken(error,signal){
const never={kind:`unavailable`,retryAfterMs:null,mayHaveBeenApplied:false};
if(error instanceof refusal.x){
const message=`${error.message} ${error.hint}`;
return{kind:`forbidden`,status:error.status,error:{...error.error,message}}}
if(error instanceof refusal.p){
const retryAfterMs=error.retryAfterMs;
return{...never,status:error.status,error:{...error.error,message:error.message},retryAfterMs}}
if(!signal.aborted)throw error;
const message=`The request was not sent because the run stops.`;
return{...never,status:null,error:{code:`tenant.cancelled`,message,reference:null}}}
var tenant_url=__webpack_require__(38322);
;
function proxyFor(origin,env){
const url=new URL(origin);
const setting=env.https_proxy||env.HTTPS_PROXY;
if(!setting||url.protocol!==`https:`||(0,tenant_url.U)(url.hostname))return null;
const proxy=URL.parse(setting.includes(`://`)?setting:`http://${setting}`);
if(proxy!==null&&/^https?:$/.test(proxy.protocol)&&isPercentEncoded(proxy))return proxy.href;
throw new input_error.d([`HTTPS_PROXY is no usable proxy URL. Write it like http://proxy.example.com:3128, with special characters of a password percent-encoded, or unset it.`])}
function isPercentEncoded({username,password}){
try{
decodeURIComponent(username+password);
return true}catch{
return false}}
;
const ANSWER_LIMIT_BYTES=16*1024*1024;
const CONNECT_TIMEOUT_MS=1e4;
function createHttp(options){
const{origin,timeoutMs,userAgent}=options;
const proxy=proxyFor(origin,options.env);
let opened=null;
async function send(path,headers,body,signal){
if(signal.aborted)throw cancelled(false,signal.reason);
opened??=http_open(options,proxy);
const dispatcher=await opened;
const deadline=deadlineOf(timeoutMs,signal);
try{
const answer=await dispatcher.request({origin,path,method:body===null?`GET`:`POST`,headers:{"user-agent":userAgent,accept:`application/json`,...body===null?{}:{"content-type":`application/json`},...headers},body,signal:deadline.signal,headersTimeout:timeoutMs,bodyTimeout:timeoutMs});
const status=answer.statusCode;
const flat=flatten(answer.headers);
const text=await readText(answer.body,status);
if(status>=300&&status<400)throw redirected(status,flat.location,origin);
return{status,headers:flat,text}}catch(error){
throw asTransportError(error,signal)}finally{
deadline.clear()}}
return{post:send,get:(path,headers,signal)=>send(path,headers,null,signal),close:async()=>{
await(await opened)?.destroy()}}}
async function http_open({origin,connections,timeoutMs,env},proxy){
const{EnvHttpProxyAgent,Pool}=await __webpack_require__.e(752).then(__webpack_require__.t.bind(__webpack_require__,24371,19));
const shared={connections,pipelining:1,allowH2:false,connectTimeout:Math.min(CONNECT_TIMEOUT_MS,timeoutMs)};
if(proxy===null)return new Pool(origin,shared);
const noProxy=env.no_proxy||env.NO_PROXY||``;
return new EnvHttpProxyAgent({...shared,httpProxy:``,httpsProxy:proxy,noProxy})}
function deadlineOf(ms,signal){
const controller=new AbortController;
const timer=setTimeout(()=>controller.abort(new DOMException(`The request took too long.`,`TimeoutError`)),ms);
const onAbort=()=>controller.abort(signal.reason);
if(signal.aborted)onAbort();
signal.addEventListener(`abort`,onAbort,{once:true});
const clear=()=>{
clearTimeout(timer);
signal.removeEventListener(`abort`,onAbort)};
return{signal:controller.signal,clear}}
async function readText(body,status){
const chunks=[];
let bytes=0;
try{
for await(const chunk of body){
bytes+=chunk.length;
if(bytes>ANSWER_LIMIT_BYTES)break;
chunks.push(chunk)}}catch(error){
if(status<300)throw error}
if(bytes>ANSWER_LIMIT_BYTES&&status<300){
const message=`The answer is larger than ${ANSWER_LIMIT_BYTES/1024/1024} MB.`;
throw new TransportError({code:`tenant.answer_unusable`,message,mayHaveArrived:true,permanent:false},{status})}
return new TextDecoder().decode(Buffer.concat(chunks))}
function flatten(headers){
const flat={};
for(const[name,value]of Object.entries(headers)){
const first=Array.isArray(value)?value[0]:value;
if(first!==undefined)flat[name]=first}
return flat}
function redirected(status,location,origin){
const target=location===undefined?null:URL.parse(location,origin);
const where=target===null||target.origin===`null`?``:` to ${target.origin}`;
const message=`The tenant answered with a redirect${where} (HTTP ${status}), which is not followed. Check tenant-url: it must name the host that serves the API itself.`;
return new TransportError({code:`tenant.redirected`,message,mayHaveArrived:true,permanent:true},{status})}
function asTransportError(error,signal){
if(error instanceof TransportError)return error;
if(signal.aborted)return cancelled(true,error);
const failure=classifyFailure(error);
if(failure===null)return error;
return failure.code===`tenant.answer_unusable`?new TransportError(failure):new TransportError(failure,{cause:error})}
function cancelled(mayHaveArrived,cause){
const message=`The request was given up because the run stops.`;
return new TransportError({code:`tenant.cancelled`,message,mayHaveArrived,permanent:false},{cause})}
;
const MOST_ATTEMPTS=3;
async function readPart(requests,part,signal){
const refusals=[];
for(const call of part.calls){
const reply=await answered(requests,call,signal);
if(typeof reply===`string`){
refusals.push(reply);
continue}
const meaning=meaningOf(reply,part);
if(typeof meaning!==`string`)return{kind:`read`,value:meaning.value};
refusals.push(meaning)}
const why=refusals.find(refusal=>refusal!==NOT_SERVED)??NOT_SERVED;
return{kind:`unread`,why,scope:why===NOT_SERVED?null:part.scope}}
const NOT_SERVED=`this tenant does not serve it (HTTP 404)`;
const UNREADABLE=`the answer is in a form that is not known here`;
async function answered(requests,call,signal){
const{policy,random,sleep,now}=requests;
const attempts=Math.min(policy.maxAttempts,MOST_ATTEMPTS);
for(let attempt=1;;attempt++){
const reply=await setup_request_once(requests,call,signal);
const isOver=typeof reply===`string`||!(0,retry_policy.PS)(reply.status);
if(isOver||attempt>=attempts)return reply;
const asked=(0,retry_policy.mu)(reply.headers[`retry-after`],now())??0;
await sleep(Math.min(policy.capMs,Math.max(asked,(0,retry_policy.jo)(policy,attempt,random))),signal)}}
async function setup_request_once(requests,call,signal){
const token=await requests.tokens.get(signal);
const reply=await send(requests.http,call,token,signal);
if(typeof reply===`string`||reply.status!==401)return reply;
requests.tokens.invalidate(token);
return send(requests.http,call,await requests.tokens.get(signal),signal)}
async function send(http,{method,path,body={}},token,signal){
const authorization=`Bearer ${token}`;
try{
if(method===`GET`)return await http.get(path,{authorization},signal);
return await http.post(path,{authorization},JSON.stringify(body),signal)}catch(error){
signal.throwIfAborted();
if(!(error instanceof TransportError))throw error;
return`the request got no answer (${error.failure.code})`}}
function meaningOf({status,text},{read,absent}){
const json=parseJson(text);
if(status<300&&!saysFailure(json)){
const answer=jsonObject(json);
if(status!==204&&(answer===null||!(`data`in answer)))return UNREADABLE;
return read(answer?.data)??UNREADABLE}
const body=parseErrorBody(text);
const effective=status<300?body.status??417:status;
if(effective===404&&isOfService(body)&&absent!==null)return absent;
return refusalOf(effective)}
function isOfService({shape}){
return shape===`service`}
function refusalOf(status){
switch(status){case 401:case 403:case 417:return`the tenant does not let this app read it (HTTP ${status})`;case 404:case 405:return NOT_SERVED;default:return`the tenant could not answer (HTTP ${status})`}}
;
function singleFlight(work){
let flight=null;
function start(){
const controller=new AbortController;
const promise=work(controller.signal).finally(()=>{
if(flight===started)flight=null});
const started={promise,controller,waiting:0};
promise.catch(()=>{});
return started}
return async signal=>{
signal.throwIfAborted();
flight??=start();
const mine=flight;
mine.waiting++;
const aborted=Promise.withResolvers();
const leave=()=>aborted.reject(signal.reason);
signal.addEventListener(`abort`,leave,{once:true});
try{
return await Promise.race([mine.promise,aborted.promise])}finally{
signal.removeEventListener(`abort`,leave);
mine.waiting--;
if(mine.waiting===0){
if(flight===mine)flight=null;
mine.controller.abort(signal.reason)}}}}
;
const TOKEN_PATH=`/token-srv/token`;
const REFRESH_BEFORE_MS=6e4;
const ASSUMED_LIFETIME_MS=3e5;
function createTokenSource(options){
let current=null;
const fetchToken=singleFlight(async signal=>{
const fetched=await requestToken(options,signal);
options.onSecret(fetched.token);
current=fetched;
return fetched.token});
return{get:async signal=>current!==null&&options.now()<current.refreshAt?current.token:fetchToken(signal),invalidate:token=>{
if(current?.token===token)current=null}}}
function scopesOf(token){
const payload=token.split(`.`)[1]??``;
const claims=jsonObject(parseJson(Buffer.from(payload,`base64url`).toString()));
for(const claim of[claims?.scopes,claims?.scope]){
if(typeof claim===`string`)return claim.split(/\s+/).filter(scope=>scope!==``);
if(Array.isArray(claim))return claim.filter(scope=>typeof scope===`string`)}
return null}
async function requestToken(options,signal){
const{policy,random,sleep}=options;
for(let attempt=1;;attempt++){
const result=await attemptToken(options,signal);
switch(result.kind){case`token`:return result;case`refused`:throw result.error;case`unavailable`:if(attempt>=policy.maxAttempts)throw result.error;await sleep(Math.max(result.error.retryAfterMs??0,(0,retry_policy.jo)(policy,attempt,random)),signal)}}}
async function attemptToken(options,signal){
const{http,clientId,clientSecret,now}=options;
const body=JSON.stringify({client_id:clientId,client_secret:clientSecret,grant_type:`client_credentials`});
const startedAt=now();
let reply;
try{
reply=await http.post(TOKEN_PATH,{},body,signal)}catch(cause){
signal.throwIfAborted();
if(!(cause instanceof TransportError))throw cause;
const{failure,status}=cause;
const error={code:failure.code,message:failure.message,reference:null};
if(failure.permanent)return{kind:`refused`,error:new refusal.x(error,status,{cause})};
return{kind:`unavailable`,error:new refusal.p(error,status,null,{cause})}}
const json=reply.status<300?parseJson(reply.text):undefined;
const granted=jsonObject(json);
const token=granted?.access_token;
if(typeof token===`string`&&/^[\x21-\x7e]+$/.test(token)){
return{kind:`token`,token,refreshAt:startedAt+holdMs(granted?.expires_in)}}
return failedAttempt(reply,saysFailure(json),options)}
const PASSING=/^tenant\.(temporarily_unavailable|server_error|slow_down)$/;
function failedAttempt({status,headers,text},isFailure,{clientSecret,now}){
const body=parseErrorBody(withoutSecrets(text,[clientSecret]));
if(status<300&&!isFailure){
const what=body.shape===`html`?body.message:`${body.shape===`empty`?`nothing`:body.shape} without an access_token.`;
const error={code:`tenant.answer_unusable`,message:`The answer is no token: ${what}`,reference:body.reference};
return{kind:`unavailable`,error:new refusal.p(error,status,null)}}
const effective=status<300?body.status??400:status;
const error=tenantError(effective,body);
if((0,retry_policy.PS)(effective)||PASSING.test(error.code)){
return{kind:`unavailable`,error:new refusal.p(error,status,(0,retry_policy.mu)(headers[`retry-after`],now()))}}
return{kind:`refused`,error:new refusal.x(error,status)}}
function holdMs(expiresIn){
const seconds=typeof expiresIn===`string`&&expiresIn.trim()!==``?Number(expiresIn):expiresIn;
const lifetime=typeof seconds===`number`&&seconds>0?seconds*1e3:ASSUMED_LIFETIME_MS;
return lifetime-Math.min(REFRESH_BEFORE_MS,lifetime/2)}
;
function createSetupReader(requests){
const all=(calls,scope,row)=>{
return{calls,scope,read:listOf(row),absent:null}};
const single=(path,scope,row)=>{
return{calls:[get(path)],scope,read:oneOf(row),absent:{value:null}}};
const fields=filled(all([post(`/fieldsetup-srv/graph/fields`),get(`/registration-setup-srv/fields/list`)],FIELDS,readField));
const roles=all([post(`/groups-srv/graph/roles`),get(`/groups-srv/graph/roles`)],`cidaas:roles_read`,readRole);
const types=all([post(`/groups-srv/graph/grouptypes`)],`cidaas:group_type_read`,readGroupType);
const field=key=>single(`/fieldsetup-srv/fields/${encodeURIComponent(key.toWellFormed())}`,FIELDS,readField);
const group=id=>single(`/groups-srv/usergroups/${encodeURIComponent(id.toWellFormed())}`,`cidaas:groups_read`,readGroup);
return{scopes:async signal=>scopesOf(await requests.tokens.get(signal)),fields:signal=>readPart(requests,fields,signal),field:(key,signal)=>readPart(requests,field(key),signal),roles:signal=>readPart(requests,roles,signal),group:(id,signal)=>readPart(requests,group(id),signal),groupTypes:signal=>readPart(requests,types,signal)}}
const FIELDS=`cidaas:field_setup_read`;
function post(path){
return{method:`POST`,path}}
function get(path){
return{method:`GET`,path}}
function listOf(read){
return data=>{
const list=data??[];
if(!Array.isArray(list))return null;
const rows=list.map(read).filter(row=>row!==null);
return rows.length===0&&list.length>0?null:{value:rows}}}
function filled(part){
const read=data=>{
const found=part.read(data);
return found===null||found.value.length===0?null:found};
return{...part,read}}
function oneOf(read){
return data=>{
if(data===undefined||data===null)return{value:null};
const row=read(data);
return row===null?null:{value:row}}}
function readField(row){
const field=jsonObject(row);
const key=setup_text(field?.fieldKey);
if(field===null||key===null)return null;
const options=jsonObject(field.fieldDefinition)?.attributesKeys;
const keys=Array.isArray(options)?options.filter(option=>typeof option===`string`):[];
return{key,kind:field.fieldType===`CUSTOM`?`custom`:`system`,dataType:setup_text(field.dataType)?.toUpperCase()??null,baseDataType:setup_text(field.baseDataType)?.toLowerCase()??null,enabled:field.enabled!==false,required:field.required===true,isGroup:field.is_group===true||field.dataType===`GROUPING`,options:keys.length===0?null:keys}}
function readRole(row){
return setup_text(jsonObject(row)?.role)}
function readGroup(row){
const group=jsonObject(row);
const id=setup_text(group?.groupId);
return id===null?null:{id,type:setup_text(group?.groupType)}}
function readGroupType(row){
const found=jsonObject(row);
const type=setup_text(found?.groupType);
if(type===null)return null;
const mode=ROLE_MODES.find(known=>known===found?.roleMode)??null;
const roles=Array.isArray(found?.allowedRoles)?found.allowedRoles:[];
return{type,roleMode:mode,allowedRoles:roles.filter(role=>typeof role===`string`)}}
const ROLE_MODES=[`any_roles`,`no_roles`,`allowed_roles`,`roles_required`];
function setup_text(value){
return typeof value===`string`&&value!==``?value:null}
;
function createUserReader(requests){
return{user:(sub,signal)=>readPart(requests,{calls:[{method:`GET`,path:`/user-srv/users/${encodeURIComponent(sub.toWellFormed())}`}],read:data=>({value:jsonObject(data)}),absent:{value:null},scope:`cidaas:users_read`},signal),exists:(identifier,signal)=>readPart(requests,{calls:[{method:`POST`,path:`/useractions-srv/userexistence`,body:{userId:identifier}}],read:data=>({value:typeof jsonObject(data)?.sub===`string`}),absent:{value:false},scope:`cidaas:users_read`},signal)}}
;
function connectTenant(options){
const{client,maxAttempts,toolVersion,now,onRequest}=options;
const http=createHttp({...options,userAgent:`cidaas-migrate/${toolVersion}`});
const policy=(0,retry_policy.Jb)(maxAttempts);
const tokens=createTokenSource({...options,http,policy,clientId:client.id,clientSecret:client.secret});
const setup=createSetupReader({...options,http,tokens,policy});
const users=createUserReader({...options,http,tokens,policy});
const tenant=createTenant({http,tokens,secrets:[client.secret],now,onRequest});
return{...tenant,setup,users,[Symbol.asyncDispose]:()=>http.close()}}
var open_stores=__webpack_require__(63297);
;
var __addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){
if(value!==null&&value!==void 0){
if(typeof value!==`object`&&typeof value!==`function`)throw new TypeError(`Object expected.`);
var dispose,inner;
if(async){
if(!Symbol.asyncDispose)throw new TypeError(`Symbol.asyncDispose is not defined.`);
dispose=value[Symbol.asyncDispose]}
if(dispose===void 0){
if(!Symbol.dispose)throw new TypeError(`Symbol.dispose is not defined.`);
dispose=value[Symbol.dispose];
if(async)inner=dispose}
if(typeof dispose!==`function`)throw new TypeError(`Object not disposable.`);
if(inner)dispose=function(){
try{
inner.call(this)}catch(e){
return Promise.reject(e)}};
env.stack.push({value,dispose,async})}else if(async){
env.stack.push({async:true})}
return value};
var __disposeResources=undefined&&undefined.__disposeResources||(function(SuppressedError){
return function(env){
function fail(e){
env.error=env.hasError?new SuppressedError(e,env.error,`An error was suppressed during disposal.`):e;
env.hasError=true}
var r,s=0;
function next(){
while(r=env.stack.pop()){
try{
if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next);
if(r.dispose){
var result=r.dispose.call(r.value);
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){
fail(e);
return next()})}else s|=1}catch(e){
fail(e)}}
if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve();
if(env.hasError)throw env.error}
return next()}})(typeof SuppressedError===`function`?SuppressedError:function(error,suppressed,message){
var e=new Error(message);
return e.name=`SuppressedError`,e.error=error,e.suppressed=suppressed,e});
class UnwrittenReport extends Error{
head;
constructor(head,cause){
super(cause instanceof Error?cause.message:String(cause),{cause});
this.name=`UnwrittenReport`;
this.head=head}}
async function runJob(settings,environment,publish){
const env_1={stack:[],error:void 0,hasError:false};
try{
const{log,folder}=environment;
(0,external_node_v8_.setFlagsFromString)(`--semi-space-growth-factor=1`);
for(const warning of settings.warnings)log.warning(warning);
await openReportDir((0,external_node_path_.resolve)(environment.cwd,settings.report.dir));
const cleanUp=__addDisposableResource(env_1,new AsyncDisposableStack,true);
const ledger=new ledger_ledger.O((0,run_folder.t)(folder));
cleanUp.defer(()=>ledger.close());
const keys=(0,open_stores.YD)(settings,environment);
const memory=(0,open_stores.hX)(settings,environment,ledger,keys);
const state=(0,open_stores.Gf)(settings,environment,ledger,keys);
const place=(0,open_export.M)(settings,environment);
const head=await(0,migrate._)(settings,{...environment,ledger,memory,state,queue:(0,embedded_queue.W)(ledger.db),clock:{now:Date.now,random:Math.random,sleep},...place,openExport:async mapping=>isGiven(settings.export)?place.openExport(mapping):null,joinStore:beside=>new joined_records.s(beside),readMapping:()=>readMapping(settings,environment.cwd),base:baseOf(settings,environment),connect:onRequest=>connect(settings,environment,cleanUp,onRequest)});
const report=await writeReportOf(settings,environment.cwd,head,ledger).catch(async cause=>{
if((0,send_step.zb)(ledger)&&memory!==null)await(0,send_step.Vl)(memory,log);
throw new UnwrittenReport(head,cause)});
const result={head,report,ruleLines:(0,run_record.YI)(ledger)};
await publish(result,(0,send_step.zb)(ledger)?memory:null,settings.mode===`apply`&&(0,send_step.zb)(ledger)?state:null);
return result}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}
function isGiven({patterns,artifact}){
return patterns!==null||artifact!==null}
function writeReportOf(settings,cwd,head,ledger){
return writeReport({dir:(0,external_node_path_.resolve)(cwd,settings.report.dir),head,rows:outcomes=>ledger.rows(outcomes),level:settings.report.identifiers,notes:notesOf(head)})}
function notesOf({reason}){
return reason?.split(`
`)??[]}
async function readMapping({mapping},cwd){
if(mapping===null)return null;
try{
return{name:mapping,text:await(0,promises_.readFile)((0,external_node_path_.resolve)(cwd,mapping),`utf8`)}}catch(cause){
const code=cause.code??`unreadable`;
throw new input_error.d([`\`mapping\`: ${mapping} cannot be read (${code}). Is the repository checked out, and the path relative to its root?`],{cause})}}
function baseOf({compareMapping:name},{cwd,folder}){
if(name===null)return null;
return{name,ledgerPath:(0,external_node_path_.join)(folder,`base.db`),async read(){
try{
return{name,text:await(0,promises_.readFile)((0,external_node_path_.resolve)(cwd,name),`utf8`)}}catch(cause){
const code=cause.code??`unreadable`;
if(code===`ENOENT`)return null;
throw new input_error.d([`\`compare-mapping\`: ${name} cannot be read (${code}).`],{cause})}}}}
async function connect(settings,{env,log,onSecret,toolVersion},cleanUp,onRequest){
const{tenant,client,concurrency,requestTimeoutMs,maxAttempts}=settings;
const options={connections:concurrency,timeoutMs:requestTimeoutMs,maxAttempts,env,onSecret,onRequest,toolVersion,now:Date.now,random:Math.random,sleep};
if(tenant?.kind===`origin`&&client!==null){
return cleanUp.use(connectTenant({...options,origin:tenant.origin,client}))}
const{startSandbox}=await __webpack_require__.e(395).then(__webpack_require__.bind(__webpack_require__,1395));
const rehearsal={id:`rehearsal`,secret:`rehearsal`};
const sandbox=cleanUp.use(await startSandbox({client:rehearsal,store:`index`}));
log.notice(`tenant-url is sandbox: this is a rehearsal, no user reaches a tenant.`);
return cleanUp.use(connectTenant({...options,origin:sandbox.url,client:rehearsal}))}}),63297:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{YD:()=>keysOf,hX:()=>openResumeStore,Gf:()=>openState});
var external_node_crypto_=__webpack_require__(77598);
;
const FINGERPRINT_CHARACTERS=22;
const SCRYPT={N:2**15,r:8,p:1,maxmem:64*1024*1024};
function createKeys(secret,binding){
const{repository,workflow,tenant}=binding;
const owner=JSON.stringify([`cidaas-migrate keys v2`,repository,workflow,tenant]);
let stretched;
const derive=(what,salt)=>{
stretched??=(0,external_node_crypto_.createSecretKey)((0,external_node_crypto_.scryptSync)(secret,owner,32,SCRYPT));
return(0,external_node_crypto_.createSecretKey)(Buffer.from((0,external_node_crypto_.hkdfSync)(`sha256`,stretched,salt,what,32)))};
let forFingerprints;
return{binding,fingerprint:text=>{
forFingerprints??=derive(`fingerprint`,NO_SALT);
return(0,external_node_crypto_.createHmac)(`sha256`,forFingerprints).update(text).digest(`base64url`).slice(0,FINGERPRINT_CHARACTERS)},ofFile:salt=>derive(`sealed file`,salt)}}
const NO_SALT=new Uint8Array;
var external_node_path_=__webpack_require__(76760);
var input_error=__webpack_require__(30199);
;
const CHUNK=1e3;
async function restore(ledger,memoize,fingerprint){
ledger.db.exec(`CREATE TEMP TABLE remembered (fingerprint TEXT PRIMARY KEY, outcome TEXT NOT NULL, sub TEXT) WITHOUT ROWID`);
await load(ledger,memoize);
const planned=ledger.db.prepare(`
    SELECT user.row, body FROM user JOIN row USING (row) WHERE user.row > ? AND state = 'planned' ORDER BY user.row LIMIT ${CHUNK}
  `);
const find=ledger.db.prepare(`SELECT outcome, sub FROM remembered WHERE fingerprint = ?`);
const settle=ledger.db.prepare(`UPDATE row SET state = ?, sub = ? WHERE row = ?`);
let settled=0;
let refused=0;
for(let last=0;;){
const rows=planned.all(last);
if(rows.length===0)break;
ledger.transaction(()=>{
for(const{row,body}of rows){
last=row;
const found=find.get(fingerprint(body));
if(found===undefined)continue;
if(found.outcome===`failed`)refused++;else{
settle.run(found.outcome,found.sub,row);
settled++}}});
await new Promise(resolve=>setImmediate(resolve))}
ledger.db.exec(`DROP TABLE temp.remembered`);
return{rows:settled,refused}}
async function load(ledger,memoize){
const insert=ledger.db.prepare(`INSERT OR REPLACE INTO remembered (fingerprint, outcome, sub) VALUES (?, ?, ?)`);
let waiting=[];
const write=()=>{
ledger.transaction(()=>{
for(const{fingerprint,outcome,sub}of waiting)insert.run(fingerprint,outcome,sub)});
waiting=[]};
for await(const one of memoize){
if(one.outcome===`unknown`)continue;
waiting.push(one);
if(waiting.length===CHUNK)write()}
write()}
var sealed_file=__webpack_require__(89320);
;
const RESUME_VERSION=2;
const OUTCOMES=[`created`,`updated`,`failed`,`unknown`];
const resume_file_CHUNK=1e3;
async function writeResumeFile(path,seal,keys,ledger){
await(0,sealed_file.CK)(path,seal,keys,lines(ledger,keys.fingerprint))}
async function*lines(ledger,fingerprint){
const select=ledger.db.prepare(`
    SELECT row.row, state, sub, code, body FROM row JOIN user USING (row)
    WHERE row.row > ? AND state IN ('created', 'updated', 'failed', 'unknown', 'sending') ORDER BY row.row LIMIT ${resume_file_CHUNK}
  `);
for(let last=0;;){
const rows=select.all(last);
if(rows.length===0)return;
let text=``;
for(const{row,state,sub,code,body}of rows){
const outcome=state===`sending`?`unknown`:state;
text+=`${JSON.stringify([row,fingerprint(body),outcome,sub,code])}\n`;
last=row}
yield text;
await new Promise(resolve=>setImmediate(resolve))}}
async function*readResumeFile(path,keys){
const file=await(0,sealed_file.j5)(path,keys);
for await(const lines of file.lines())yield*lines.flatMap(toRemembered)}
function toRemembered(line){
const[row,fingerprint,outcome,sub,code]=JSON.parse(line);
const known=OUTCOMES.find(one=>one===outcome);
return known===undefined?[]:[{row,fingerprint,outcome:known,sub,code}]}
;
function createResumeStore(options){
const{ledger,folder,keys,runId,store,now}=options;
return{async recall(){
let name=`The resume artifact`;
try{
const file=await store.fetch();
if(file===null)return null;
name=file.name;
checkSeal(await(0,sealed_file.KI)(file.path),keys.binding,file.runId);
const restored=await restore(ledger,readResumeFile(file.path,keys),keys.fingerprint);
return{from:name,...restored}}catch(cause){
if(!(cause instanceof sealed_file.Je))throw cause;
const why=`${name} cannot be used to continue: ${cause.message}.`;
throw new input_error.d([`${why} Nothing was sent. \`resume: none\` starts over and sends every planned user again, which is safe.`],{cause})}},async keep(){
const{created,updated,unknown}=ledger.totals();
if(created+updated+unknown===0)return true;
const path=(0,external_node_path_.join)(folder,`resume.bin`);
const seal={kind:`resume`,version:RESUME_VERSION,...keys.binding,runId,writtenAt:new Date(now()).toISOString()};
await writeResumeFile(path,seal,keys,ledger);
return store.put(path)}}}
function checkSeal(seal,binding,continues){
if(seal.kind!==`resume`)throw new sealed_file.Je(`it is a ${seal.kind} file`);
if(seal.version!==RESUME_VERSION)throw new sealed_file.Je(`it has version ${seal.version}, this release reads version ${RESUME_VERSION}`);
for(const part of[`repository`,`workflow`,`tenant`]){
if(seal[part]!==binding[part])throw new sealed_file.Je(`it belongs to another ${part}`)}
if(seal.runId!==continues)throw new sealed_file.Je(`it belongs to another run`)}
;
const known_users_CHUNK=1e3;
const UNCERTAIN=`?`.repeat(FINGERPRINT_CHARACTERS);
class KnownUsers{
#ledger;
#bySub;
#byId;
#wholes;
#mark;
#renew;
#markOther;
#markLeftOut;
#fresh;
#freshAsKnown;
#count=0;
#isRenewed=false;
#subsAreSorted=false;
#idsAreSorted=false;
#next=1;
#ahead={from:1,wholes:[]};
constructor(ledger){
this.#ledger=ledger;
ledger.db.exec(`
      CREATE TABLE known (
        id INTEGER PRIMARY KEY, row INTEGER, was_missing INTEGER NOT NULL, whole TEXT NOT NULL, faces TEXT NOT NULL
      ) STRICT;
      CREATE TABLE known_id (fingerprint TEXT NOT NULL, id INTEGER NOT NULL) STRICT;
      CREATE TABLE fresh (row INTEGER PRIMARY KEY, known INTEGER, other INTEGER, whole TEXT NOT NULL, faces TEXT NOT NULL) STRICT;
    `);
this.#bySub=ledger.db.prepare(`SELECT id, faces FROM known WHERE faces ->> '$[0]' = ? LIMIT 1`);
this.#byId=ledger.db.prepare(`SELECT known.id, faces FROM known_id JOIN known USING (id) WHERE fingerprint = ? LIMIT 1`);
this.#wholes=ledger.db.prepare(`SELECT whole FROM known WHERE id >= ? ORDER BY id LIMIT ${known_users_CHUNK}`);
this.#mark=ledger.db.prepare(`UPDATE known SET row = id + ? WHERE id BETWEEN ? AND ?`);
this.#renew=ledger.db.prepare(`UPDATE known SET whole = ?1 WHERE id = ?2 AND whole <> ?1`);
this.#fresh=ledger.db.prepare(`INSERT INTO fresh (row, whole, faces, known, other) VALUES (?, ?, ?, ?, ?)`);
this.#freshAsKnown=ledger.db.prepare(`INSERT INTO fresh (row, known, whole, faces) SELECT ?, id, ?, faces FROM known WHERE id = ?`);
this.#markOther=ledger.db.prepare(`UPDATE known SET row = ? WHERE id = ? AND row IS NULL`);
this.#markLeftOut=ledger.db.prepare(`UPDATE known SET row = ? WHERE id = ? AND (row IS NULL OR EXISTS (SELECT 1 FROM fresh WHERE fresh.row = known.row AND other = known.id))`)}
async load(entries){
const insert=this.#ledger.db.prepare(`INSERT INTO known (id, was_missing, whole, faces) VALUES (?, ?, ?, ?)`);
for await(const chunk of entries)this.#ledger.transaction(()=>{
for(const{whole,faces,wasMissing}of chunk)insert.run(++this.#count,wasMissing?1:0,whole,faces)});
return this.#count}
follower(whole){
const id=this.#next;
if(id>this.#count)return null;
let at=id-this.#ahead.from;
if(at<0||at>=this.#ahead.wholes.length){
this.#ahead={from:id,wholes:this.#wholes.all(id).map(found=>found.whole)};
at=0}
if(this.#ahead.wholes[at]!==whole)return null;
this.#next=id+1;
return id}
bySub(sub){
if(this.#count===0)return undefined;
if(!this.#subsAreSorted)this.#ledger.db.exec(`CREATE INDEX known_sub ON known (faces ->> '$[0]')`);
this.#subsAreSorted=true;
return this.#found(this.#bySub.get(sub))}
byId(fingerprint){
if(this.#count===0)return undefined;
if(!this.#idsAreSorted)this.#ledger.db.exec(`
        INSERT INTO known_id (fingerprint, id) SELECT value, known.id FROM known, json_each(faces, '$[3]');
        CREATE INDEX known_fingerprint ON known_id (fingerprint);
      `);
this.#idsAreSorted=true;
return this.#found(this.#byId.get(fingerprint))}
#found(found){
if(found===undefined)return undefined;
const id=found.id;
this.#next=id+1;
return{id,faces:JSON.parse(found.faces)}}
markPresent(first,last,offset){
this.#mark.run(offset,first,last)}
renew(id,whole){
if(this.#renew.run(whole,id).changes>0)this.#isRenewed=true}
markPresentByIdentifier(id,row){
this.#markOther.run(row,id)}
markLeftOut(id,row){
this.#markLeftOut.run(row,id)}
addFresh({row,whole,faces,known,other}){
this.#fresh.run(row,whole,JSON.stringify(faces),known,other)}
addFreshAsKnown(row,whole,id){
this.#freshAsKnown.run(row,whole,id)}
subChanged(first){
return this.#counted(`FROM fresh JOIN known ON known.id = fresh.other AND known.row = fresh.row`,first)}
missing(first){
const counts=this.#ledger.db.prepare(`SELECT count(*) AS total, coalesce(sum(was_missing = 0), 0) AS fresh FROM known WHERE row IS NULL`).get();
const subs=this.#ledger.db.prepare(`SELECT faces ->> '$[0]' AS sub FROM known WHERE row IS NULL AND was_missing = 0 AND sub IS NOT NULL ORDER BY id LIMIT ?`);
return{...counts,subs:subs.all(first).map(({sub})=>sub)}}
recreated(first){
return this.#counted(`FROM fresh JOIN row USING (row) WHERE known IS NOT NULL AND state = 'created' AND attempts > 0`,first)}
#counted(from,first){
const total=this.#ledger.db.prepare(`SELECT count(*) AS n ${from}`).get()?.n;
const rows=this.#ledger.db.prepare(`SELECT fresh.row ${from} ORDER BY fresh.row LIMIT ?`).all(first);
return{total,rows:rows.map(({row})=>row)}}
haveChanged(){
const query=`
      SELECT EXISTS (SELECT 1 FROM fresh) OR EXISTS (SELECT 1 FROM known WHERE (row IS NULL) <> was_missing) AS changed
    `;
return this.#isRenewed||this.#ledger.db.prepare(query).get()?.changed===1}
*entries(){
const kept=this.#ledger.db.prepare(`
      SELECT
        iif(is_uncertain, '${UNCERTAIN}', whole) AS whole,
        iif(is_uncertain, json_set(faces, '$[1]', '', '$[2]', ''), faces) AS faces,
        row IS NULL AS missing
      FROM (
        SELECT known.*, state = 'unknown' AND fresh.row IS NOT NULL AS is_uncertain
        FROM known LEFT JOIN row ON row.row = known.row LEFT JOIN fresh ON fresh.row = known.row AND fresh.known = id
        WHERE known.row IS NULL OR state NOT IN ('created', 'updated')
      ) WHERE id NOT IN (
        SELECT known FROM fresh JOIN row USING (row) WHERE known IS NOT NULL AND state IN ('created', 'updated')
      ) ORDER BY id
    `);
const taken=this.#ledger.db.prepare(`
      SELECT fresh.whole, iif(row.sub IS NULL, faces, json_set(faces, '$[0]', row.sub)) AS faces, 0 AS missing
      FROM fresh JOIN row USING (row) WHERE state IN ('created', 'updated') ORDER BY row
    `);
for(const query of[kept,taken]){
for(const{whole,faces,missing}of query.iterate())yield{whole,faces,wasMissing:missing===1}}}}
;
const STATE_VERSION=3;
function writeStateFile(path,seal,keys,entries){
return(0,sealed_file.CK)(path,seal,keys,state_file_lines(entries))}
function*state_file_lines(entries){
let text=``;
for(const{whole,faces,wasMissing}of entries){
text+=`${wasMissing?1:0}${whole}${faces}\n`;
if(text.length<65536)continue;
yield text;
text=``}
if(text!==``)yield text}
async function*stateEntries(file){
for await(const lines of file.lines())yield lines.map(toEntry)}
function toEntry(line){
const end=1+FINGERPRINT_CHARACTERS;
return{wasMissing:line.startsWith(`1`),whole:line.slice(1,end),faces:line.slice(end)}}
;
const LOOKED_AT=2;
function createRunState(options){
const{ledger,folder,keys,branch,runId,store,now,warn}=options;
const known=new KnownUsers(ledger);
let last=null;
const startedAt=Math.floor(now()/1e3);
const newest=async above=>{
const valid=[];
let looked=0;
for await(const candidate of store.candidates()){
try{
const seal=await(0,sealed_file.KI)(candidate.path);
run_state_checkSeal(seal,keys.binding,branch);
const sequence=seal.sequence??0;
if(sequence>above)valid.push({...candidate,sequence,file:await(0,sealed_file.j5)(candidate.path,keys)});
looked++}catch(error){
if(!(error instanceof sealed_file.Je))throw error;
warn(`The state ${candidate.name} is not used: ${error.message}.`)}
if(looked===LOOKED_AT)break}
const[first,second]=valid;
if(first!==undefined&&second!==undefined&&second.sequence>first.sequence){
warn(`The state ${first.name} is older than ${second.name}, though it was stored later; the later state is used.`);
return second}
return first??null};
return{fingerprint:keys.fingerprint,known,async recall(){
last=await newest(-1);
return last===null?null:{from:last.name,users:await known.load(stateEntries(last.file))}},async keep(){
const meanwhile=await newest(last?.sequence??startedAt);
if(meanwhile!==null){
warn(`Another run stored a newer state (${meanwhile.name}) meanwhile: this run does not store its own. Let only one run at a time (\`concurrency:\` in the workflow).`);
return true}
if(last!==null&&!known.haveChanged())return store.put(last.path);
const path=(0,external_node_path_.join)(folder,`state.bin`);
const seal={kind:`state`,version:STATE_VERSION,...keys.binding,branch,sequence:Math.max(startedAt,(last?.sequence??0)+1),runId,writtenAt:new Date(now()).toISOString()};
await writeStateFile(path,seal,keys,known.entries());
return store.put(path)}}}
function run_state_checkSeal(seal,binding,branch){
if(seal.kind!==`state`)throw new sealed_file.Je(`it is a ${seal.kind} file`);
if(seal.version!==STATE_VERSION)throw new sealed_file.Je(`it has version ${seal.version}, this release reads version ${STATE_VERSION}`);
for(const part of[`repository`,`workflow`,`tenant`]){
if(seal[part]!==binding[part])throw new sealed_file.Je(`it belongs to another ${part}`)}
if(seal.branch!==branch)throw new sealed_file.Je(`it belongs to another branch`)}
;
function keysOf({tenant,client,stateKey},{workflow,run}){
const secret=stateKey??client?.secret??null;
if(tenant?.kind!==`origin`||secret===null)return null;
return createKeys(secret,{repository:run?.repository??``,workflow,tenant:tenant.origin})}
function openResumeStore(settings,environment,ledger,keys=keysOf(settings,environment)){
const{mode,client,resume}=settings;
const{folder,run,store}=environment;
if(mode!==`apply`||client===null||keys===null)return null;
return createResumeStore({ledger,folder,keys,runId:run?.id??``,store:resume.mode===`auto`?store:{...store,fetch:async()=>null},now:Date.now})}
function openState(settings,environment,ledger,keys){
const{folder,branch,run,stateStore,log}=environment;
if(settings.stateKey===null||keys===null)return null;
return createRunState({ledger,folder,keys,branch,runId:run?.id??``,store:stateStore,now:Date.now,warn:log.warning})}}),71623:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{s:()=>JoinedRecords});
const NOTED_AT_ONCE=1e3;
const PAIRS=100;
class JoinedRecords{
#db;
#transaction;
#insert;
#find;
#note;
#columns=new Map;
#found=[];
constructor(ledger){
this.#db=ledger.db;
this.#transaction=work=>ledger.transaction(work);
this.#db.exec(`
      CREATE TEMP TABLE joined (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        file INTEGER NOT NULL,
        line INTEGER NOT NULL,
        found INTEGER NOT NULL DEFAULT 0,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX temp.joined_key ON joined (name, key);
    `);
this.#insert=this.#db.prepare(`INSERT INTO joined (name, key, file, line, body) VALUES (?, ?, ?, ?, ?)`);
this.#find=this.#db.prepare(`SELECT id, found, body FROM joined WHERE name = ? AND key = ? ORDER BY id`);
this.#note=this.#db.prepare(`UPDATE joined SET found = 1 WHERE id = ?`)}
begin(join,columns){
this.#columns.set(join,columns)}
add(join,rows){
this.#transaction(()=>{
for(const{key,file,line,body}of rows)this.#insert.run(join,key,file,line,body)})}
finish(join,many){
if(many)return[];
const pairs=this.#db.prepare(`
      SELECT first.file AS file1, first.line AS line1, second.file AS file2, second.line AS line2
      FROM joined AS second
      JOIN joined AS first ON first.id = (
        SELECT min(id) FROM joined WHERE name = second.name AND key = second.key
      )
      WHERE second.name = ? AND second.key <> '' AND first.id < second.id
      ORDER BY second.id LIMIT ${PAIRS}
    `);
return pairs.all(join).map(({file1,line1,file2,line2})=>({first:{file:file1,line:line1},second:{file:file2,line:line2}}))}
columns(join){
return this.#columns.get(join)??null}
find(join,key){
const found=this.#find.all(join,key);
return found.map(({id,found:already,body})=>{
if(already===0)this.#found.push(id);
if(this.#found.length>=NOTED_AT_ONCE)this.#noteFound();
return JSON.parse(body)})}
unmatched(join){
this.#noteFound();
const count=this.#db.prepare(`SELECT count(*) AS n FROM joined WHERE name = ? AND found = 0`);
return count.get(join)?.n}
#noteFound(){
this.#transaction(()=>{
for(const id of this.#found)this.#note.run(id)});
this.#found=[]}}}),27186:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Fn:()=>checkpoint,MM:()=>makeDurable,iR:()=>openLedgerFile,Ov:()=>removeLedgerFile});
var external_node_fs_=__webpack_require__(73024);
var external_node_path_=__webpack_require__(76760);
var external_node_sqlite_=__webpack_require__(80099);
var input_error=__webpack_require__(30199);
;
const LEDGER_VERSION=3;
function createSchema(db){
db.exec(`
    BEGIN;
    CREATE TABLE row (
      row INTEGER PRIMARY KEY,
      file INTEGER NOT NULL,
      line INTEGER NOT NULL,
      state TEXT NOT NULL,
      code TEXT, field TEXT, message TEXT, hint TEXT,
      sub TEXT,
      identifiers TEXT,
      whole TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      duplicate_of INTEGER
    ) STRICT;
    CREATE TABLE user (row INTEGER PRIMARY KEY, own_sub TEXT, identifiers TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE key (hash INTEGER NOT NULL, row INTEGER NOT NULL) STRICT;
    CREATE TABLE claim (key TEXT PRIMARY KEY, row INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      state TEXT NOT NULL,
      leased_until INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE note (name TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT, WITHOUT ROWID;
    PRAGMA user_version = ${LEDGER_VERSION};
    COMMIT;
  `)}
;
const CACHE_KIB=8*1024;
function openLedgerFile(path){
const isNew=!(0,external_node_fs_.existsSync)(path);
if(isNew){
(0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path),{recursive:true,mode:448});
(0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(path,`wx`,384));
(0,external_node_fs_.chmodSync)(path,384)}
const db=new external_node_sqlite_.DatabaseSync(path);
db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = FILE; PRAGMA busy_timeout = 5000;`);
const version=db.prepare(`PRAGMA user_version`).get()?.user_version;
if(version===0){
db.exec(`PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF;`);
createSchema(db);
return db}
if(version!==LEDGER_VERSION){
db.close();
throw new input_error.d([`${(0,external_node_path_.dirname)(path)}: a run ended in the middle there, and another version of cidaas-migrate wrote its ledger (version ${version}; this one reads ${LEDGER_VERSION}). Finish the run with that version, or delete the folder: what it had settled since it last stored its memory is sent once more, as an update.`])}
return db}
function makeDurable(db){
db.exec(`PRAGMA synchronous = NORMAL; PRAGMA journal_mode = WAL;`)}
function checkpoint(db){
db.exec(`PRAGMA wal_checkpoint(PASSIVE)`)}
function removeLedgerFile(path){
for(const suffix of[``,`-journal`,`-wal`,`-shm`])(0,external_node_fs_.rmSync)(path+suffix,{force:true})}}),60455:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{O:()=>Ledger});
var row=__webpack_require__(99919);
var disk_full=__webpack_require__(36589);
var ledger_file=__webpack_require__(27186);
var external_node_fs_=__webpack_require__(73024);
;
const PIECE=1024*1024;
function takeRoom(path,bytes){
freeRoom(path);
const file=(0,external_node_fs_.openSync)(path,`wx`,384);
try{
const zeros=Buffer.alloc(PIECE);
for(let left=bytes;left>0;left-=PIECE)writeAll(file,zeros.subarray(0,Math.min(PIECE,left)))}catch(error){
freeRoom(path);
throw error}finally{
(0,external_node_fs_.closeSync)(file)}}
function freeRoom(path){
(0,external_node_fs_.rmSync)(path,{force:true})}
function writeAll(file,bytes){
for(let done=0;done<bytes.length;)done+=(0,external_node_fs_.writeSync)(file,bytes,done)}
;
const ROW_CELLS=`row, file, line, state, code, field, message, hint, sub, attempts, duplicate_of, coalesce(user.identifiers, row.identifiers)`;
function toLedgerRow(cells){
const[row,file,line,outcome,code,field,message,hint,sub,attempts,duplicateOf,json]=cells;
const identifiers=JSON.parse(json);
const shownSub=sub??identifiers.sub??null;
return{row,file,line,outcome,code,field,message,hint,sub:shownSub,identifiers,attempts,duplicateOf}}
;
const OPEN=`state IN ('planned', 'sending')`;
class Ledger{
db;
#insertPlanned;
path;
#room;
#full=null;
#insertRow;
#insertUser;
#insertKeys=new Map;
#settle;
#sending;
#waiting;
#planned;
#note;
constructor(path){
this.path=path;
this.#room=`${path}-room`;
this.db=(0,ledger_file.iR)(path);
this.#insertPlanned=this.db.prepare(`INSERT INTO row (row, file, line, state, whole) VALUES (?, ?, ?, 'planned', ?)`);
this.#insertRow=this.db.prepare(`INSERT INTO row (row, file, line, state, code, field, message, hint, identifiers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
this.#insertUser=this.db.prepare(`INSERT INTO user (row, own_sub, identifiers, body) VALUES (?, ?, ?, ?)`);
this.#settle=this.db.prepare(`UPDATE row SET state = ?, sub = coalesce(?, sub), code = ?, field = ?, message = ?, hint = ? WHERE row = ? AND ${OPEN}`);
const these=`row IN (SELECT value FROM json_each(?)) AND ${OPEN}`;
this.#sending=this.db.prepare(`UPDATE row SET state = 'sending', attempts = attempts + 1 WHERE ${these}`);
this.#waiting=this.db.prepare(`UPDATE row SET state = 'planned' WHERE ${these}`);
this.#planned=this.db.prepare(`SELECT user.row, user.body, own_sub AS sub FROM user JOIN row USING (row) WHERE user.row BETWEEN ? AND ? AND ${OPEN}`);
this.#note=this.db.prepare(`INSERT INTO note (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json`)}
close(){
this.db.close()}
transaction(work){
this.db.exec(`BEGIN IMMEDIATE`);
try{
const result=work();
this.db.exec(`COMMIT`);
return result}catch(error){
if(this.db.isTransaction)this.db.exec(`ROLLBACK`);
throw error}}
keepRoom(bytes){
takeRoom(this.#room,bytes)}
freeRoom(){
freeRoom(this.#room)}
add(rows){
this.transaction(()=>{
for(const{row,file,line,outcome,body,whole,keys,reason,identifiers}of rows){
const known=JSON.stringify(identifiers??{});
if(body!==undefined){
this.#insertPlanned.run(row,file,line,whole??null);
this.#insertUser.run(row,ownSubOf(body,identifiers),known,body);
if(keys!==undefined&&keys.length>0)this.#insertKeysOf(keys.length).run(row,...keys);
continue}
this.#insertRow.run(row,file,line,outcome,reason?.code??null,reason?.field??null,reason?.message??null,reason?.hint??null,known)}})}
#insertKeysOf(count){
const known=this.#insertKeys.get(count);
if(known!==undefined)return known;
const values=Array.from({length:count},(_,at)=>`(?${at+2}, ?1)`).join(`, `);
const made=this.db.prepare(`INSERT INTO key (hash, row) VALUES ${values}`);
this.#insertKeys.set(count,made);
return made}
waiting(first,last){
return this.#planned.all(first,last)}
markSending(users){
if(this.#full!==null)throw this.#full;
this.#sending.run(rowsOf(users))}
markWaiting(users){
this.#waiting.run(rowsOf(users))}
settle(settlements){
try{
this.#settleAll(settlements)}catch(error){
if(!(0,disk_full.b)(error))throw error;
this.#full=error;
this.freeRoom();
this.#settleAll(settlements)}}
#settleAll(settlements){
this.transaction(()=>{
for(const{row,outcome,sub=null,reason}of settlements){
const{code=null,field=null,message=null,hint=null}=reason??{};
this.#settle.run(outcome,sub,code,field,message,hint,row)}})}
closeAccounts(unsent,unknown){
const close=this.db.prepare(`UPDATE row SET state = ?, code = ?, field = NULL, message = ?, hint = ? WHERE state = ?`);
this.transaction(()=>{
close.run(`unknown`,unknown.code,unknown.message,unknown.hint,`sending`);
close.run(`unsent`,unsent.code,unsent.message,unsent.hint,`planned`)});
this.#shortenLog()}
#shortenLog(){
try{
this.db.exec(`PRAGMA wal_checkpoint(TRUNCATE)`)}catch(error){
if(!(0,disk_full.b)(error))throw error}}
forgetPlan(){
this.transaction(()=>this.db.exec(`DELETE FROM row; DELETE FROM user; DELETE FROM key; DELETE FROM claim;`))}
totals(){
const counts={};
for(const{state,n}of this.db.prepare(`SELECT state, count(*) AS n FROM row GROUP BY state`).iterate()){
counts[state]=n}
const rows=this.db.prepare(`SELECT count(*) AS n FROM row`).get()?.n;
const byOutcome=Object.fromEntries(row.i.map(outcome=>[outcome,counts[outcome]??0]));
return{rows,...byOutcome}}
skippedBy(){
const counts={};
const query=`SELECT message, count(*) AS n FROM row WHERE state = 'skipped' GROUP BY message ORDER BY message`;
for(const{message,n}of this.db.prepare(query).iterate())counts[message]=n;
return counts}
*rows(outcomes){
const marks=outcomes.map(()=>`?`).join(`, `);
const query=this.db.prepare(`SELECT ${ROW_CELLS} FROM row LEFT JOIN user USING (row) WHERE state IN (${marks}) ORDER BY row`);
query.setReturnArrays(true);
for(const found of query.iterate(...outcomes))yield toLedgerRow(found)}
*settledRows(){
const query=this.db.prepare(`SELECT row FROM row WHERE state IN ('created', 'updated') ORDER BY row`);
for(const{row}of query.iterate())yield row}
sentUser(row){
const query=this.db.prepare(`SELECT body, sub FROM user JOIN row USING (row) WHERE row = ?`);
return query.all(row)}
writeNote(name,value){
this.#note.run(name,JSON.stringify(value))}
readNote(name){
const json=this.db.prepare(`SELECT json FROM note WHERE name = ?`).get(name)?.json;
return typeof json===`string`?JSON.parse(json):undefined}}
function ownSubOf(body,identifiers){
return body.includes(`"identities"`)?null:identifiers?.sub??null}
function rowsOf(users){
return JSON.stringify(users.map(({row})=>row))}}),87533:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{t:()=>ledgerPath,v:()=>removeFolder});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
function ledgerPath(folder){
return(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder,`ledger.db`)}
async function removeFolder(folder){
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder,{recursive:true,force:true})}}),219:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>PLAIN_CELLS,a:()=>cellReader});
const PLAIN_CELLS={unquote:null,nothing:[]};
function cellReader({unquote,nothing}){
if(unquote===null&&nothing.length===0)return cell=>cell;
const words=new Set(nothing);
return cell=>{
if(cell===undefined)return undefined;
const text=unquote!==null&&cell.startsWith(unquote)?cell.slice(unquote.length):cell;
return words.has(text.trim())?``:text}}}),44172:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Sq:()=>namesOffset,Vw:()=>formatProblem,Zs:()=>EPOCH_MILLISECONDS,ww:()=>ISO,yS:()=>EPOCH_SECONDS});
const TOKENS=[...[`yyyy`,`MM`,`M`,`MMM`,`MMMM`,`dd`,`d`,`HH`,`H`,`hh`,`h`,`mm`,`m`,`ss`,`s`],...[`SSS`,`u`,`a`,`Z`,`ZZ`,`ZZZ`,`z`]];
const ISO=`iso`;
const EPOCH_SECONDS=`epoch-seconds`;
const EPOCH_MILLISECONDS=`epoch-milliseconds`;
function tokensOf(format){
return format.replace(/'[^']*'/g,` `).match(/([A-Za-z])\1*/g)??[]}
function namesOffset(format){
if(format===EPOCH_SECONDS||format===EPOCH_MILLISECONDS)return true;
return format!==ISO&&tokensOf(format).some(token=>token.toLowerCase().startsWith(`z`))}
function formatProblem(format,kind){
if(format===ISO)return null;
if(format===EPOCH_SECONDS||format===EPOCH_MILLISECONDS){
return kind===`instant`?null:`is a format of instants, not of dates`}
const tokens=tokensOf(format);
if(tokens.includes(`yy`))return`has a two-digit year, which is ambiguous: the source must give four digits (yyyy)`;
const unknown=tokens.find(token=>!TOKENS.includes(token));
if(unknown!==undefined){
return`has "${unknown}", which is no known token: write yyyy, MM, dd, HH, mm, ss (as in dd.MM.yyyy HH:mm), other text in single quotes`}
const has=(...wanted)=>wanted.some(token=>tokens.includes(token));
if(!has(`yyyy`)||!has(`MM`,`M`,`MMM`,`MMMM`)||!has(`dd`,`d`))return`must have a year (yyyy), a month (MM) and a day (dd)`;
const timed=has(`HH`,`H`,`hh`,`h`,`mm`,`m`,`ss`,`s`,`SSS`,`u`,`a`,`Z`,`ZZ`,`ZZZ`,`z`);
if(kind===`date`&&timed)return`has a time of day, which a date does not`;
if(has(`hh`,`h`)!==has(`a`))return`must have both hh and a (am or pm), or HH for 24 hours`;
return null}}),25346:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>isRealDate,a:()=>dateParser});
var _date_format_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(44172);
const ISO_DATE=/^(\d{4})-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:[.,]0{1,9})?)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/;
function dateParser(formats,luxon,refusals){
const parsers=formats.map(format=>format===_date_format_js__WEBPACK_IMPORTED_MODULE_0__.ww?isoDate:patternDate(format,luxon));
return text=>{
let found=null;
for(const parse of parsers){
const date=parse(text);
if(date===null||date===found)continue;
if(found!==null)return refusals.ambiguous;
found=date}
return found??refusals.invalid}}
function isoDate(text){
const found=ISO_DATE.exec(text);
return found!==null&&isRealDate(Number(found[1]),Number(found[2]),Number(found[3]))?text.slice(0,10):null}
function patternDate(format,luxon){
if(luxon===null)throw new Error(`the format ${format} needs luxon, which was not loaded`);
const{DateTime}=luxon;
const parser=DateTime.buildFormatParser(format,{locale:`en`});
return text=>{
const date=DateTime.fromFormatParser(text,parser,{zone:`utc`,locale:`en`});
return date.isValid?date.toISODate():null}}
function isRealDate(year,month,day){
if(year<1||month<1||month>12||day<1||day>31)return false;
return day<=28||new Date(Date.UTC(2e3+year%400,month-1,day)).getUTCDate()===day}}),15787:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>alternatives,k:()=>loadLibraries});
var _date_format_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(44172);
async function loadLibraries(rules){
const all=rules.flatMap(alternatives);
const[luxon,phones,jsonata]=await Promise.all([all.some(needsLuxon)?__webpack_require__.e(714).then(__webpack_require__.bind(__webpack_require__,68714)):null,all.some(rule=>rule.change?.kind===`phone`)?__webpack_require__.e(506).then(__webpack_require__.bind(__webpack_require__,13506)):null,all.some(rule=>rule.source.kind===`expr`)?__webpack_require__.e(132).then(__webpack_require__.t.bind(__webpack_require__,79132,19)).then(module=>module.default):null]);
return{luxon,phones,jsonata}}
function alternatives(rule){
return rule.otherwise===null?[rule]:[rule,...alternatives(rule.otherwise)]}
const BY_HAND=[_date_format_js__WEBPACK_IMPORTED_MODULE_0__.ww,_date_format_js__WEBPACK_IMPORTED_MODULE_0__.yS,_date_format_js__WEBPACK_IMPORTED_MODULE_0__.Zs];
function needsLuxon({change}){
if(change?.kind===`instant`&&change.zone!==null)return true;
if(change?.kind!==`date`&&change?.kind!==`instant`)return false;
return change.formats.some(format=>!BY_HAND.includes(format))}}),50758:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Im:()=>isEmpty,b6:()=>textOf,u0:()=>isExact});
function isEmpty(value){
if(typeof value===`string`)return value===``||value.trim()===``;
return value===undefined||value===null||Array.isArray(value)&&value.length===0}
function textOf(value){
switch(typeof value){case`string`:return value;case`number`:return isExact(value)?String(value):null;case`boolean`:return String(value);default:return undefined}}
function isExact(value){
if(typeof value===`number`)return Number.isFinite(value)&&(!Number.isInteger(value)||Number.isSafeInteger(value));
if(typeof value!==`object`||value===null)return true;
return(Array.isArray(value)?value:Object.values(value)).every(isExact)}}),5795:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>conditionRule,t:()=>regularExpression});
function conditionRule(raw,path,context){
if(Array.isArray(raw)){
return{kind:`all`,conditions:raw.map((each,index)=>conditionRule(each,[...path,index],context))}}
if(`any`in raw){
const conditions=raw.any.map((each,index)=>conditionRule(each,[...path,`any`,index],context));
return{kind:`any`,conditions}}
const given=[`is`,`not`,`empty`,`matches`,`has`,`lacks`,`future`].filter(key=>raw[key]!==undefined);
if(given.length!==1){
context.complain(path,`must have exactly one of is, not, empty, matches, has, lacks and future, but has ${given.join(` and `)||`none`}`)}
const ref={text:raw.from,at:context.at(...path,`from`),presence:context.presence};
const values=raw.is??raw.not;
if(values!==undefined){
const texts=(Array.isArray(values)?values:[values]).map(String);
return{kind:`is`,ref,values:new Set(texts),negated:raw.is===undefined}}
const elements=raw.has??raw.lacks;
if(elements!==undefined){
const texts=(Array.isArray(elements)?elements:[elements]).map(String);
return{kind:`has`,ref,values:new Set(texts),negated:raw.has===undefined}}
if(raw.matches!==undefined){
return{kind:`matches`,ref,pattern:regularExpression(raw.matches,`u`,[...path,`matches`],context)}}
if(raw.future!==undefined)return{kind:`future`,ref,future:raw.future};
return{kind:`empty`,ref,empty:raw.empty??true}}
function regularExpression(source,flags,path,context){
try{
return new RegExp(source,flags)}catch(error){
context.complain(path,`is no regular expression: ${error instanceof Error?error.message:String(error)}`);
return/(?:)/}}}),84720:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>fieldRule});
var _compile_date_format_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(44172);
var _condition_rule_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(5795);
function fieldRule(field,raw,given){
const needsColumn=typeof raw===`object`&&!Array.isArray(raw)&&raw.column===`required`;
const context=needsColumn?{...given,presence:`column`}:given;
if(!Array.isArray(raw))return oneRule(field,typeof raw===`string`?{from:raw}:raw,context);
const rules=raw.map((each,index)=>fieldRule(field,each,within(context,index)));
return rules.reduceRight((otherwise,rule)=>({...rule,otherwise}))}
function within(context,index){
return{...context,at:(...path)=>context.at(index,...path),complain:(path,message)=>context.complain([index,...path],message)}}
function oneRule(field,rule,context){
checkSteps(field,rule,context);
const{complain}=context;
const source=sourceOf(rule,context);
return{field:field.name,at:context.at(),source,when:rule.when===undefined?null:(0,_condition_rule_js__WEBPACK_IMPORTED_MODULE_1__.g)(rule.when,[`when`],context),json:rule.json===undefined?null:refTo(rule.json,context,`json`),replace:replacements(rule,context),trim:rule.trim??true,case:rule.case??null,split:rule.split??null,change:changeOf(rule,complain),empty:emptyOf(rule),type:rule.type??(rule.split!==undefined&&field.type===`custom`?`list`:null),otherwise:null}}
function refTo(text,context,...path){
return{text,at:context.at(...path),presence:context.presence}}
function replacements({replace={}},context){
return Object.entries(replace).map(([source,text])=>({find:(0,_condition_rule_js__WEBPACK_IMPORTED_MODULE_1__.t)(source,`gu`,[`replace`,source],context),with:text}))}
function sourceOf(rule,context){
const ref=(text,...path)=>refTo(text,context,...path);
const given=[`from`,`first`,`concat`,`value`,`expr`].filter(key=>rule[key]!==undefined);
if(given.length!==1){
context.complain([],`must have exactly one of from, first, concat, value and expr, but has ${given.join(` and `)||`none`}`)}
if(rule.separator!==undefined&&rule.concat===undefined)context.complain([`separator`],`goes with concat only`);
if(rule.value!==undefined)return{kind:`value`,value:rule.value};
if(rule.expr!==undefined)return{kind:`expr`,text:rule.expr,at:context.at(`expr`)};
if(rule.concat!==undefined){
const refs=rule.concat.map((text,index)=>ref(text,`concat`,index));
return{kind:`concat`,refs,separator:rule.separator??` `}}
if(rule.first!==undefined)return{kind:`first`,refs:rule.first.map((text,index)=>ref(text,`first`,index))};
return{kind:`first`,refs:rule.from===undefined?[]:[ref(rule.from,`from`)]}}
const CHANGES=[`table`,`date`,`instant`,`phone`,`uuid5`];
function changeOf(rule,complain){
const list=formats=>typeof formats===`string`?[formats]:formats;
if(rule.table!==undefined)return{kind:`table`,table:new Map(Object.entries(rule.table)),otherwise:rule.else};
if(rule.date!==undefined){
const formats=list(rule.date);
for(const format of formats)complainOfFormat(format,`date`,complain);
return{kind:`date`,formats}}
if(rule.instant!==undefined){
const formats=list(rule.instant);
for(const format of formats){
complainOfFormat(format,`instant`,complain);
if(rule.zone===undefined&&format!==`iso`&&!(0,_compile_date_format_js__WEBPACK_IMPORTED_MODULE_0__.Sq)(format)){
complain([`instant`],`"${format}" does not say at which offset from UTC: add zone, such as Europe/Berlin or UTC`)}}
if(rule.zone!==undefined&&!isZone(rule.zone))complain([`zone`],`"${rule.zone}" is no IANA time zone, such as Europe/Berlin`);
return{kind:`instant`,formats,zone:rule.zone??null}}
if(rule.phone!==undefined)return{kind:`phone`,region:rule.phone};
if(rule.uuid5!==undefined)return{kind:`uuid5`,namespace:rule.uuid5};
return null}
function complainOfFormat(format,kind,complain){
const problem=(0,_compile_date_format_js__WEBPACK_IMPORTED_MODULE_0__.Vw)(format,kind);
if(problem!==null)complain([kind],`"${format}" ${problem}`)}
function emptyOf(rule){
if(rule.default!==undefined)return{kind:`default`,value:rule.default};
return rule.empty===undefined?null:{kind:rule.empty}}
function checkSteps(field,rule,{complain}){
const changes=CHANGES.filter(key=>rule[key]!==undefined);
if(changes.length>1)complain([],`has ${changes.join(` and `)}, which exclude each other`);
if(rule.else!==undefined&&rule.table===undefined)complain([`else`],`goes with table only`);
if(rule.zone!==undefined&&rule.instant===undefined)complain([`zone`],`goes with instant only`);
if(rule.default!==undefined&&rule.empty!==undefined)complain([],`has both default and empty, which exclude each other`);
if(rule.empty===`clear`&&!field.clearable)complain([`empty`],`${field.name} cannot be cleared`);
if(rule.value!==undefined){
const idle=[...CHANGES,`json`,`replace`,`split`,`case`,`default`,`empty`].filter(key=>rule[key]!==undefined);
if(idle.length>0)complain([],`has a value, which is taken as it stands: leave out ${idle.join(` and `)}`)}
if(rule.type!==undefined&&field.type!==`custom`){
complain([`type`],`goes with custom fields only: the type of ${field.name} is known`)}
const list=field.type===`list`||field.type===`custom`&&(rule.type??`list`)===`list`;
if(rule.split!==undefined&&!list)complain([`split`],`makes a list, but ${field.name} takes one value`);
if(givesRights(field)&&rule.value===undefined&&rule.table===undefined)complain([],`needs a table that turns words of the source into names of the tenant, since these give rights`);
if(field.type===`groups`)complain([],"is filled by the block `groups`, one group after the other");
for(const change of changes){
if(!fits(change,field))complain([change],`does not fit ${field.name}`);
if(change!==`table`&&rule.type!==undefined&&rule.type!==`string`){
complain([change],`gives text, which does not go with type: ${rule.type}`)}}}
function fits(change,{type}){
switch(type){case`custom`:return true;case`groups`:case`consents`:case`identities`:return false;case`date`:case`instant`:return change===`table`||change===type;case`boolean`:return change===`table`;case`text`:case`email`:case`phone`:case`locale`:case`zone`:case`url`:case`list`:return change===`table`||change===`phone`||change===`uuid5`}}
function givesRights({name}){
return name===`roles`||name===`groupId`}
function isZone(zone){
try{
new Intl.DateTimeFormat(`en`,{timeZone:zone});
return true}catch{
return false}}}),29116:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{pD:()=>completePassword,ck:()=>passwordParts,Fv:()=>passwordRules});
var algorithm_table=__webpack_require__(96749);
;
const VERIFIER=/^CUSTOM[\w-]*$/;
function carryOptionProblems(verifier,ids){
const problems=[];
if(verifier!==null&&!VERIFIER.test(verifier))problems.push({path:[`verifier`],what:`must be an id that begins with CUSTOM: cidaas calls verifiers for these`});
for(const[name,id]of Object.entries(ids)){
const complain=what=>problems.push({path:[`ids`,name],what});
if(!(0,algorithm_table.V)(name))complain(`is no algorithm; there are ${Object.keys(algorithm_table.T).join(`, `)}`);else if(id.startsWith(`CUSTOM`)?!VERIFIER.test(id):!/^[A-Za-z][\w-]*$/.test(id))complain(`is no id`);else if(algorithm_table.T[name].support===`verifier`&&!VERIFIER.test(id))complain(`must be an id that begins with CUSTOM: cidaas has no form of its own for this algorithm`)}
return problems}
var hash_parts=__webpack_require__(90794);
var field_rule=__webpack_require__(84720);
;
const ANYTHING={name:`password`,path:[],type:`custom`,level:`account`,clearable:false};
const TEXT={...ANYTHING,type:`text`};
function passwordParts(raw,context){
const{algorithm,salt,iterations,verifier,ids,optional,firebase,...rest}=raw;
const{saltEncoding,saltPosition,passwordEncoding,...source}=rest;
for(const{path,what}of carryOptionProblems(verifier??null,ids??{}))context.complain(path,what);
const part=(key,field,given)=>given===undefined?undefined:(0,field_rule.B)({...field,name:`password.${key}`},given,{...context,at:(...path)=>context.at(key,...path),complain:(path,message)=>context.complain([key,...path],message)});
return defined({value:Object.keys(source).length===0?undefined:(0,field_rule.B)(ANYTHING,source,context),algorithm:part(`algorithm`,TEXT,declared(algorithm,context)),salt:part(`salt`,ANYTHING,salt),iterations:part(`iterations`,ANYTHING,iterations),saltEncoding,saltPosition,passwordEncoding,firebase:firebase&&firebaseParameters(firebase),verifier,ids,optional})}
function completePassword(parts){
const{value,algorithm,salt,iterations,verifier,ids,optional,...settings}=parts;
if(value===undefined)return null;
return{value,algorithm:algorithm??null,salt:salt??null,iterations:iterations??null,settings,carry:{verifier:verifier??null,ids:ids??{},optional:optional??false}}}
function passwordRules(rule){
if(rule===null)return[];
return[rule.value,rule.algorithm,rule.salt,rule.iterations].filter(each=>each!==null)}
function declared(given,context){
if(typeof given!==`string`)return given;
if(given!==`auto`&&!(0,hash_parts.g)(given))context.complain([`algorithm`],`"${given}" is no algorithm that can be declared`);
return{value:given}}
function firebaseParameters(raw){
return{blockSize:raw.rounds,memCost:raw.mem_cost,separator:Buffer.from(raw.base64_salt_separator,`base64`)}}
function defined(object){
return Object.fromEntries(Object.entries(object).filter(([,value])=>value!==undefined))}}),37248:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>PRESETS});
const PRESETS=[`german-csv`,`keycloak`,`shopware5`,`shopware6`,`sap-cdc`,`azure-b2c`,`auth0`,`akamai`,`ldif`,`forgerock`,`magento`,`wordpress`,`aspnet-identity`,`scim`,`okta`,`cognito`,`firebase`,`supabase`,`clerk`,`django`,`laravel`,`fusionauth`,`kratos`]}),74174:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{n:()=>presetText});
async function presetText(name){
const{PRESET_TEXTS}=await __webpack_require__.e(599).then(__webpack_require__.bind(__webpack_require__,51599));
return{name:`preset ${name}`,text:PRESET_TEXTS[name]}}}),69516:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{FW:()=>recognisePreset,ft:()=>explainDocument,gO:()=>recognisedAs,h:()=>suggestion});
var _text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36754);
const GERMAN=[...[`emailadresse`,`mailadresse`,`vorname`,`nachname`,`familienname`,`anrede`,`plz`,`postleitzahl`,`ort`],...[`wohnort`,`strasse`,`kundennummer`,`kdnr`,`mitgliedsnummer`,`geburtsdatum`,`telefon`,`handy`]];
const SIGNATURES=[{preset:`keycloak`,title:`an export of Keycloak`,keys:[[`username`,`createdTimestamp`,`requiredActions`],[`username`,`createdTimestamp`,`emailVerified`,`enabled`],[`realm`,`users`]],document:[[`realm`,`users`],[`realm`,`roles`,`clients`],[`realm`,`sslRequired`]]},{preset:`shopware5`,title:`a customer export of Shopware 5`,columns:[[`customernumber`,`email`,`encoder`,`accountmode`],[`customernumber`,`subshopID`,`customergroup`]]},{preset:`shopware6`,title:`a customer export of Shopware 6`,columns:[[`id`,`customer_number`,`first_name`,`guest`],[`id`,`customer_number`,`sales_channel`]]},{preset:`sap-cdc`,title:`an export of SAP Customer Data Cloud (Gigya)`,keys:[[`UID`,`loginIDs`],[`UID`,`isRegistered`,`profile`]],document:[[`results`,`objectsCount`]]},{preset:`azure-b2c`,title:`a user list of Azure AD B2C or Microsoft Entra`,keys:[[`userPrincipalName`,`displayName`]],columns:[[`userPrincipalName`,`displayName`]],document:[[`@odata.context`,`value`]]},{preset:`auth0`,title:`a user export of Auth0`,keys:[[`user_id`,`identities`,`created_at`]],columns:[[`user_id`,`email_verified`],[`Id`,`Email Verified`,`Given Name`]]},{preset:`akamai`,title:`an export of Akamai Identity Cloud (Janrain)`,keys:[[`uuid`,`givenName`,`primaryAddress`]],columns:[[`uuid`,`givenName`,`primaryAddress.zip`]],document:[[`stat`,`results`]]},{preset:`ldif`,title:`an LDAP directory`,keys:[[`dn`,`objectclass`]]},{preset:`forgerock`,title:`an export of ForgeRock or Ping Identity Platform`,keys:[[`_id`,`userName`,`givenName`]],document:[[`result`,`pagedResultsCookie`]]},{preset:`magento`,title:`a customer export of Magento or Adobe Commerce`,columns:[[`email`,`_website`,`_store`]]},{preset:`wordpress`,title:`a user list of WordPress`,keys:[[`user_login`,`user_email`]],columns:[[`user_login`,`user_email`]]},{preset:`aspnet-identity`,title:`the table of users of ASP.NET Identity`,keys:[[`NormalizedUserName`,`LockoutEnd`]],columns:[[`NormalizedUserName`,`LockoutEnd`]]},{preset:`scim`,title:`a SCIM user list`,keys:[[`schemas`,`userName`,`emails`]],document:[[`schemas`,`Resources`]]},{preset:`okta`,title:`a user list of Okta`,keys:[[`id`,`status`,`profile`,`credentials`]]},{preset:`cognito`,title:`a user list of Amazon Cognito`,keys:[[`Username`,`Attributes`,`UserStatus`]],columns:[[`cognito:username`]],document:[[`Users`,`PaginationToken`]]},{preset:`firebase`,title:`a user export of Firebase`,keys:[[`localId`,`createdAt`]]},{preset:`supabase`,title:`the table of users of Supabase`,keys:[[`encrypted_password`,`raw_user_meta_data`]],columns:[[`encrypted_password`,`raw_user_meta_data`]]},{preset:`clerk`,title:`a user export of Clerk`,columns:[[`primary_email_address`,`password_hasher`]]},{preset:`django`,title:`a dump of Django`,keys:[[`model`,`pk`,`fields`]]},{preset:`fusionauth`,title:`a user list of FusionAuth`,keys:[[`insertInstant`,`registrations`]]},{preset:`kratos`,title:`identities of Ory Kratos`,keys:[[`schema_id`,`traits`,`state`]]},{preset:`laravel`,title:`the table of users of Laravel`,keys:[[`email_verified_at`,`remember_token`]],columns:[[`email_verified_at`,`remember_token`]]}];
function recognisePreset(shape){
const has=(sets,names)=>{
const known=new Set(names);
return sets?.some(set=>set.every(name=>known.has(name)))??false};
const found=SIGNATURES.find(({columns,keys,document})=>has(columns,shape.columns)||has(keys,shape.keys)||has(document,shape.document));
if(found!==undefined)return{preset:found.preset,title:found.title};
const names=new Set(shape.columns?.map(_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P));
const german=GERMAN.filter(name=>names.has(name)).length+(names.has(`email`)||names.has(`mail`)?1:0);
return german<2?null:{preset:`german-csv`,title:`a list with German column names`}}
function recognisedAs(preset){
return SIGNATURES.find(signature=>signature.preset===preset)??null}
function suggestion({preset,title}){
return`It looks like ${title}: set \`preset: ${preset}\`.`}
function explainDocument(found,preset){
if(preset===`keycloak`&&found.document.includes(`realm`)){
return"It is a realm without users: the partial export of the admin console never has any, so export with `kc.sh export`; of a directory export name the files `*-users-*.json`."}
const recognised=preset===null?recognisePreset(found):null;
return recognised===null?null:suggestion(recognised)}}),96749:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{T:()=>ALGORITHMS,V:()=>isAlgorithmName});
const PBKDF2_OPEN=`which digest its PBKDF2 uses and how the hash is to be encoded`;
const ARGON_OPEN=`how the id of Argon2 is spelled`;
const SALTED_OPEN=`where the salt stands unless the tenant is set up for it`;
const HMAC_OPEN=`whether the salt is the key of the HMAC`;
const SALTED=`Kratos°, Magento, Shopware, SAP CDC, Akamai, declared`;
const ALGORITHMS={bcrypt:{from:"`$2a$`, `$2b$`, `$2y$`; split (FusionAuth, Okta)",support:`documented`,id:`BCRYPT_n`,open:null},sha1:{from:"`{SHA}`, declared",support:`documented`,id:`SHA1`,open:null},sha256:{from:"`{SHA256}`, declared",support:`documented`,id:`SHA256`,open:null},argon2id:{from:"`$argon2id$`, Keycloak, Django, Magento",support:`open`,id:`ARGON`,open:ARGON_OPEN},argon2i:{from:"`$argon2i$`, Keycloak",support:`open`,id:`ARGON`,open:ARGON_OPEN},argon2d:{from:"`$argon2d$`, Keycloak",support:`open`,id:`ARGON`,open:ARGON_OPEN},"pbkdf2-sha256":{from:`Django, Keycloak°, ForgeRock°, ASP.NET°, FusionAuth°, PHC°, declared`,support:`open`,id:`PBKDF2`,open:PBKDF2_OPEN},"hmac-sha256":{from:`Auth0, Kratos°, declared`,support:`open`,id:`HMAC-SHA-256`,open:HMAC_OPEN},"pbkdf2-md5":{from:`PHC°, declared`,support:`configurable`,id:null,open:PBKDF2_OPEN},"pbkdf2-sha1":{from:`SAP CDC°, ASP.NET version 2°, Django, Keycloak°, declared`,support:`configurable`,id:null,open:PBKDF2_OPEN},"pbkdf2-sha384":{from:`PHC°, declared`,support:`configurable`,id:null,open:PBKDF2_OPEN},"pbkdf2-sha512":{from:`Keycloak°, ASP.NET°, Auth0°, Django, declared`,support:`configurable`,id:null,open:PBKDF2_OPEN},"hmac-md5":{from:`Auth0, declared`,support:`configurable`,id:null,open:HMAC_OPEN},"hmac-sha1":{from:`Auth0, declared`,support:`configurable`,id:null,open:HMAC_OPEN},"hmac-sha384":{from:`Auth0, declared`,support:`configurable`,id:null,open:HMAC_OPEN},"hmac-sha512":{from:`Auth0, declared`,support:`configurable`,id:null,open:HMAC_OPEN},"md5-salted":{from:`\`{SMD5}\`°, ${SALTED}`,support:`configurable`,id:null,open:SALTED_OPEN},"sha1-salted":{from:`\`{SSHA}\`°, ${SALTED}`,support:`configurable`,id:null,open:SALTED_OPEN},"sha256-salted":{from:`\`{SSHA256}\`°, ${SALTED}`,support:`configurable`,id:null,open:SALTED_OPEN},"sha384-salted":{from:"`{SSHA384}`°, Kratos°, declared",support:`configurable`,id:null,open:SALTED_OPEN},"sha512-salted":{from:"`{SSHA512}`°, Kratos°, SAP CDC, declared",support:`configurable`,id:null,open:SALTED_OPEN},md5:{from:"`{MD5}`, Shopware, Akamai, declared",support:`verifier`,id:null,open:null},sha384:{from:"`{SHA384}`, declared",support:`verifier`,id:null,open:null},sha512:{from:"`{SHA512}`, declared",support:`verifier`,id:null,open:null},"bcrypt-wordpress":{from:"`$wp$2y$` (WordPress 6.8 and later)",support:`verifier`,id:null,open:null},"bcrypt-django-sha256":{from:"`bcrypt_sha256$` (Django)",support:`verifier`,id:null,open:null},scrypt:{from:"`$scrypt$`, Django, Auth0",support:`verifier`,id:null,open:null},"firebase-scrypt":{from:"Firebase, `$firescrypt$`",support:`verifier`,id:null,open:null},phpass:{from:"`$P$`, `$H$` (WordPress before 6.8, phpBB)",support:`verifier`,id:null,open:null},"md5-crypt":{from:"`$1$`",support:`verifier`,id:null,open:null},"sha256-crypt":{from:"`$5$`",support:`verifier`,id:null,open:null},"sha512-crypt":{from:"`$6$`",support:`verifier`,id:null,open:null},"des-crypt":{from:"`{CRYPT}` with 13 characters",support:`verifier`,id:null,open:null},"shopware-sha256":{from:"`iterations:salt:hash` (Shopware 5)",support:`verifier`,id:null,open:null},"magento-chain":{from:"`hash:salt:1:3_…` (upgraded hashes of Magento)",support:`verifier`,id:null,open:null}};
function isAlgorithmName(name){
return Object.hasOwn(ALGORITHMS,name)}}),53660:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{H:()=>algorithmOf});
function algorithmOf(hash){
switch(hash.kind){case`prehashed-bcrypt`:return`bcrypt-${hash.scheme}`;case`argon2`:return hash.variant;case`pbkdf2`:case`hmac`:return`${hash.kind}-${hash.digest}`;case`digest`:return hash.position===`none`?hash.digest:`${hash.digest}-salted`;case`unix-crypt`:return UNIX_CRYPT[hash.variant];case`bcrypt`:case`scrypt`:case`firebase-scrypt`:case`phpass`:case`shopware-sha256`:case`magento-chain`:return hash.kind}}
const UNIX_CRYPT={"1":`md5-crypt`,"5":`sha256-crypt`,"6":`sha512-crypt`,des:`des-crypt`}}),673:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{DW:()=>phpassText,Gr:()=>CRYPT_DIGITS,JL:()=>wordpressText,cA:()=>desCryptText,cH:()=>djangoBcryptSha256Text,ck:()=>unixCryptText,wB:()=>bcryptText});
var _recognised_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7854);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69302);
const BCRYPT=/^\$2([aby])\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const WORDPRESS=`$wp`;
const DJANGO=`bcrypt_sha256$`;
const PHPASS=/^\$[PH]\$([./0-9A-Za-z])([./0-9A-Za-z]{8})[./0-9A-Za-z]{22}$/;
const MD5_CRYPT=/^\$1\$([^$:\s]{0,8})\$[./0-9A-Za-z]{22}$/;
const SHA_CRYPT=/^\$([56])\$(?:rounds=(\d{1,9})\$)?([^$:\s]{0,16})\$([./0-9A-Za-z]+)$/;
const DES_CRYPT=/^([./0-9A-Za-z]{2})[./0-9A-Za-z]{11}$/;
const CRYPT_DIGITS=`./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz`;
function bcryptText(text){
const match=BCRYPT.exec(text);
if(match===null){
const faulty=/^\$2(x?)\$/.exec(text);
if(faulty!==null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.qO)(`bcrypt of the faulty variant 2${faulty[1]}`);
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`bcrypt`)}
const[,letter,digits]=match;
const cost=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_1__.r)(digits,4,31);
if(cost===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`bcrypt`);
const variant=letter===`a`?`2a`:letter===`b`?`2b`:`2y`;
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`bcrypt`,variant,cost,text})}
function wordpressText(text){
return prehashed(`wordpress`,text,WORDPRESS)}
function djangoBcryptSha256Text(text){
return prehashed(`django-sha256`,text,DJANGO)}
function prehashed(scheme,text,mark){
const bcrypt=text.slice(mark.length);
const inner=bcryptText(bcrypt);
if(inner.kind!==`hash`)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`bcrypt of a pre-hashed password`);
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`prehashed-bcrypt`,scheme,text,bcrypt})}
function phpassText(text){
const match=PHPASS.exec(text);
const logRounds=CRYPT_DIGITS.indexOf(match?.[1]??`!`);
if(match===null||logRounds<7||logRounds>30)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`phpass`);
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`phpass`,logRounds,salt:match[2]??``,text})}
function unixCryptText(given){
const text=given.replace(/^\$(?:md5|sha256|sha512)-crypt\$/,name=>UNIX_NAMES[name]??name);
const md5=MD5_CRYPT.exec(text);
if(md5!==null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`unix-crypt`,variant:`1`,rounds:null,salt:md5[1]??``,text});
const[,variant,roundsText,salt=``,digits=``]=SHA_CRYPT.exec(text)??[];
const rounds=roundsText===undefined?null:(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_1__.r)(roundsText,1e3,999999999);
if(variant!==`5`&&variant!==`6`||digits.length!==(variant===`5`?43:86))return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`crypt`);
if(roundsText!==undefined&&rounds===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`crypt`);
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`unix-crypt`,variant,rounds,salt,text})}
const UNIX_NAMES={"$md5-crypt$":`$1$`,"$sha256-crypt$":`$5$`,"$sha512-crypt$":`$6$`};
function desCryptText(text){
const match=DES_CRYPT.exec(text);
if(match===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.qM)(`crypt`);
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_0__.F9)({kind:`unix-crypt`,variant:`des`,rounds:null,salt:match[1]??``,text})}}),64713:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G1:()=>bytesOfBase64,Td:()=>bytesOfLength,ZD:()=>hexOf,er:()=>sameBytes,fL:()=>bytesOfAdaptedBase64,hd:()=>unpaddedBase64,ju:()=>base64Of,w8:()=>bytesOfHex});
const HEX=/^(?:[0-9a-f]{2})+$/i;
const STANDARD=/^[A-Za-z0-9+/]+(={0,2})$/;
const URL_SAFE=/^[A-Za-z0-9_-]+(={0,2})$/;
function bytesOfHex(text){
return HEX.test(text)?Buffer.from(text,`hex`):null}
function bytesOfBase64(text){
const padding=(STANDARD.exec(text)??URL_SAFE.exec(text))?.[1];
if(padding===undefined)return null;
const digits=text.length-padding.length;
if(digits%4===1||padding!==``&&text.length%4!==0)return null;
return Buffer.from(text,`base64`)}
function bytesOfAdaptedBase64(text){
return bytesOfBase64(text.replaceAll(`.`,`+`))}
function bytesOfLength(text,length){
const bytes=text.length===2*length?bytesOfHex(text):bytesOfBase64(text);
return bytes?.length===length?bytes:null}
function hexOf(bytes){
return view(bytes).toString(`hex`)}
function base64Of(bytes){
return view(bytes).toString(`base64`)}
function unpaddedBase64(bytes){
return base64Of(bytes).replace(/=+$/,``)}
function sameBytes(one,other){
return view(one).equals(other)}
function view(bytes){
return Buffer.from(bytes.buffer,bytes.byteOffset,bytes.byteLength)}}),90794:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>isDeclaredAlgorithm});
const DECLARED_ALGORITHMS=[`md5`,`sha1`,`sha256`,`sha384`,`sha512`,`hmac-md5`,`hmac-sha1`,`hmac-sha256`,`hmac-sha384`,`hmac-sha512`,`pbkdf2-md5`,`pbkdf2-sha1`,`pbkdf2-sha256`,`pbkdf2-sha384`,`pbkdf2-sha512`,`bcrypt`,`firebase-scrypt`,`shopware-md5`,`magento`];
function isDeclaredAlgorithm(name){
return DECLARED_ALGORITHMS.includes(name)}}),74314:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ek:()=>magentoVersion,dc:()=>packedMagentoText,ok:()=>argonSalt,om:()=>MAGENTO,zd:()=>magentoText});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(11109);
var _phc_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(49378);
var _recognised_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(7854);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(69302);
const NAME=`Magento's hash`;
const VERSION_2=`3_32_2_67108864`;
const SALT_BYTES=16;
const MAGENTO=/^([0-9a-f]{32,128}):([^:]+):([0-3](?:_\d+){0,3}(?::[0-3](?:_\d+){0,3})*)$/i;
function magentoText(text){
const[,hash=``,salt=``,versions=``]=MAGENTO.exec(text)??[];
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_2__.w8)(hash);
return value===null?(0,_recognised_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME):magentoHash(value,salt,versions.split(`:`))}
function packedMagentoText(parts){
const versions=(0,_phc_text_js__WEBPACK_IMPORTED_MODULE_1__.FI)(parts[1]??``)?.get(`v`);
const salt=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_2__.G1)(parts[2]??``);
const value=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_2__.G1)(parts[3]??``);
if(parts.length!==4||versions===undefined||salt===null||value===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
return magentoHash(value,Buffer.from(salt).toString(`utf8`),versions.split(`:`))}
function magentoHash(value,salt,versions){
const steps=[];
for(const version of versions){
const step=stepOf(version);
if(step===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
steps.push(step)}
const last=steps.at(-1);
if(last===undefined||stepBytes(last)!==value.length)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_3__.qM)(NAME);
if(steps.length>1)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`magento-chain`,steps,salt,value});
if(last.kind===`digest`)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`digest`,digest:last.digest,position:`prefix`,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_0__.MK)(salt),encoding:`utf8`,value});
const{memory,passes}=last;
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_3__.F9)({kind:`argon2`,variant:`argon2id`,version:19,memory,passes,parallelism:1,salt:argonSalt(salt),key:value})}
function stepOf(version){
if(version===`0`)return{kind:`digest`,digest:`md5`};
if(version===`1`)return{kind:`digest`,digest:`sha256`};
const[id,keylenText,passesText,bytesText,...more]=(version===`2`?VERSION_2:version).split(`_`);
const keylen=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.r)(keylenText,16,64);
const passes=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.r)(passesText,1,65535);
const bytes=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_4__.r)(bytesText,8192,2**32);
if(id!==`3`||keylen===null||passes===null||bytes===null||more.length>0)return null;
return{kind:`argon2id`,keylen,passes,memory:Math.floor(bytes/1024)}}
function magentoVersion(step){
if(step.kind===`digest`)return step.digest===`md5`?`0`:`1`;
return`3_${step.keylen}_${step.passes}_${step.memory*1024}`}
function argonSalt(salt){
const bytes=Buffer.from(salt,`utf8`);
return Buffer.alloc(SALT_BYTES,bytes)}
function stepBytes(step){
return step.kind===`digest`?_password_hash_js__WEBPACK_IMPORTED_MODULE_0__.x4[step.digest]:step.keylen}}),64697:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{E:()=>nativeInfo,U:()=>misfitOf});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(64713);
var _pack_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(54016);
const MOST_COST=20;
function misfitOf(hash){
switch(hash.kind){case`bcrypt`:return hash.cost>MOST_COST?`cost`:null;case`pbkdf2`:return hash.salt.text===null?`byte-salt`:null;case`digest`:if(hash.encoding!==`utf8`)return`encoding`;return hash.position!==`none`&&hash.salt.text===null?`byte-salt`:null;case`hmac`:if(hash.encoding!==`utf8`)return`encoding`;return hash.key.text===null?`byte-salt`:null;default:return null}}
function nativeInfo(hash,id){
if(id===null||misfitOf(hash)!==null)return null;
switch(hash.kind){case`bcrypt`:{
const passwordHash=hash.variant===`2y`?`$2b${hash.text.slice(3)}`:hash.text;
return{algorithmTypeId:id.replace(/_n$/,`_${hash.cost}`),passwordHash}}case`argon2`:return{algorithmTypeId:id,passwordHash:(0,_pack_js__WEBPACK_IMPORTED_MODULE_0__.B)(hash)};case`pbkdf2`:{
const{key,iterations}=hash;
const hData={salt:hash.salt.text??``,iterations:String(iterations),keylen:String(key.length)};
return{algorithmTypeId:id,passwordHash:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.ju)(key),hData}}case`digest`:{
const passwordHash=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.ZD)(hash.value);
if(hash.position===`none`)return{algorithmTypeId:id,passwordHash};
return{algorithmTypeId:id,passwordHash,hData:{salt:hash.salt.text??``}}}case`hmac`:return{algorithmTypeId:id,passwordHash:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.ZD)(hash.value),hData:{salt:hash.key.text??``}};case`prehashed-bcrypt`:case`scrypt`:case`firebase-scrypt`:case`phpass`:case`unix-crypt`:case`shopware-sha256`:case`magento-chain`:return null}}}),54016:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>argon2Phc,W:()=>packHash});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(64713);
var _magento_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(74314);
function packHash(hash){
switch(hash.kind){case`bcrypt`:case`prehashed-bcrypt`:case`phpass`:return hash.text;case`unix-crypt`:return hash.variant===`des`?`{CRYPT}${hash.text}`:hash.text;case`argon2`:return argon2Phc(hash);case`pbkdf2`:return join(`pbkdf2-${hash.digest}`,`i=${hash.iterations},l=${hash.key.length}`,hash.salt.bytes,hash.key);case`scrypt`:return join(`scrypt`,scryptWork(hash.cost,hash.blockSize,hash.parallelism),hash.salt.bytes,hash.key);case`firebase-scrypt`:return`${join(`firescrypt`,scryptWork(hash.cost,hash.blockSize,1),hash.salt,hash.value)}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.hd)(hash.separator)}`;case`digest`:return join(`digest-${hash.digest}`,`salt=${hash.position},pw=${hash.encoding}`,hash.position===`none`?new Uint8Array:hash.salt.bytes,hash.value);case`hmac`:return join(`hmac-${hash.digest}`,`pw=${hash.encoding}`,hash.key.bytes,hash.value);case`shopware-sha256`:return join(`shopware-sha256`,`i=${hash.iterations}`,Buffer.from(hash.salt),hash.value);case`magento-chain`:return join(`magento`,`v=${hash.steps.map(_magento_text_js__WEBPACK_IMPORTED_MODULE_0__.Ek).join(`:`)}`,Buffer.from(hash.salt),hash.value)}}
function argon2Phc(hash){
const{variant,version,memory,passes,parallelism}=hash;
const work=`v=${version}$m=${memory},t=${passes},p=${parallelism}`;
return join(variant,work,hash.salt,hash.key)}
function scryptWork(cost,blockSize,parallelism){
return`ln=${Math.log2(cost)},r=${blockSize},p=${parallelism}`}
function join(name,parameters,salt,value){
return`$${name}$${parameters}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.hd)(salt)}$${(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.hd)(value)}`}}),11109:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Eg:()=>noSalt,MK:()=>textSalt,pz:()=>byteSalt,x4:()=>DIGEST_BYTES});
const DIGEST_BYTES={md5:16,sha1:20,sha256:32,sha384:48,sha512:64};
function noSalt(){
return{bytes:new Uint8Array,text:null}}
function textSalt(text){
return{bytes:Buffer.from(text,`utf8`),text}}
function byteSalt(bytes){
return{bytes,text:null}}}),49378:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Bc:()=>isDigest,D0:()=>argon2Text,F:()=>firescryptText,FI:()=>parameters,Lf:()=>scryptText,Zn:()=>isScryptCost,b_:()=>pbkdf2Text});
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(64713);
var _password_hash_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(11109);
var _recognised_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(7854);
var _whole_number_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(69302);
function parameters(text){
const map=new Map;
for(const pair of text.split(`,`)){
const at=pair.indexOf(`=`);
if(at<1||map.has(pair.slice(0,at)))return null;
map.set(pair.slice(0,at),pair.slice(at+1))}
return map}
function isDigest(name){
return Object.hasOwn(_password_hash_js__WEBPACK_IMPORTED_MODULE_0__.x4,name)}
function argon2Text(parts){
const[variant=``,...rest]=parts;
if(variant!==`argon2id`&&variant!==`argon2i`&&variant!==`argon2d`)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(`Argon2`);
const version=rest[0]?.startsWith(`v=`)?rest.shift():`v=16`;
if(version!==`v=19`&&version!==`v=16`)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qO)(`Argon2 of an unknown version`);
const given=parameters(rest[0]??``);
if(rest.length!==3||given===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(`Argon2`);
if(given.has(`keyid`)||given.has(`data`))return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qO)(`Argon2 with a secret key or associated data`);
const memory=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.r)(given.get(`m`),8,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.n);
const passes=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.r)(given.get(`t`),1,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.n);
const parallelism=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.r)(given.get(`p`),1,16777215);
const salt=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__.G1)(rest[1]??``);
const key=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__.G1)(rest[2]??``);
if(memory===null||passes===null||parallelism===null||given.size!==3)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(`Argon2`);
if(memory<8*parallelism||salt===null||salt.length<8||key===null||key.length<4)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(`Argon2`);
const number=version===`v=19`?19:16;
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.F9)({kind:`argon2`,variant,version:number,memory,passes,parallelism,salt,key})}
function pbkdf2Text(parts){
const[name=``,work=``,saltText=``,keyText=``]=parts;
const digest=name===`pbkdf2`?`sha1`:name.slice(`pbkdf2-`.length);
if(!isDigest(digest))return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qO)(`PBKDF2 on a digest that is not supported`);
const given=work.includes(`=`)?parameters(work):new Map([[`i`,work]]);
const iterations=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.r)(given?.get(`i`),1,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.n);
const salt=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__.fL)(saltText);
const key=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__.fL)(keyText);
if(parts.length!==4||iterations===null||salt===null||key===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(`PBKDF2`);
const length=given?.get(`l`);
if(length!==undefined&&length!==String(key.length))return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(`PBKDF2`);
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_0__.pz)(salt),key})}
function scryptText(parts){
const work=scryptWork(parts[1]??``);
const salt=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__.G1)(parts[2]??``);
const key=(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__.G1)(parts[3]??``);
if(parts.length!==4||work===null||salt===null||key===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(`scrypt`);
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.F9)({kind:`scrypt`,...work,salt:(0,_password_hash_js__WEBPACK_IMPORTED_MODULE_0__.pz)(salt),key})}
function firescryptText(parts){
const name=`Firebase's scrypt`;
const work=scryptWork(parts[1]??``);
const[salt,value,separator]=parts.slice(2,5).map(bytesOrEmpty);
if(parts.length<5||parts.length>6||work===null||work.parallelism!==1)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(name);
const signerKey=parts.length===6?(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__.G1)(parts[5]??``):null;
if(!salt||!separator||!value||value.length===0||parts.length===6&&signerKey===null)return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.qM)(name);
const{cost,blockSize}=work;
return(0,_recognised_js__WEBPACK_IMPORTED_MODULE_1__.F9)({kind:`firebase-scrypt`,cost,blockSize,salt,separator,value,signerKey})}
function scryptWork(text){
const given=parameters(text);
const ln=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.r)(given?.get(`ln`),1,2**31);
const blockSize=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.r)(given?.get(`r`),1,65535);
const parallelism=(0,_whole_number_js__WEBPACK_IMPORTED_MODULE_2__.r)(given?.get(`p`),1,65535);
if(ln===null||blockSize===null||parallelism===null)return null;
const cost=ln<=31?2**ln:ln;
return isScryptCost(cost)?{cost,blockSize,parallelism}:null}
function isScryptCost(cost){
return cost>=2&&Number.isInteger(Math.log2(cost))}
function bytesOrEmpty(text){
return text===``?new Uint8Array:(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_3__.G1)(text)}}),47490:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A:()=>recogniseHash});
var encoded_bytes=__webpack_require__(64713);
var password_hash=__webpack_require__(11109);
var recognised=__webpack_require__(7854);
;
const V2_SALT=16;
const V2_KEY=32;
const V3_HEADER=13;
const V3_DIGESTS=[`sha1`,`sha256`,`sha512`];
const V3_LEAST=16;
const V3_MOST_ITERATIONS=1e8;
function aspnetBlob(text){
if(!text.startsWith(`A`))return null;
const bytes=(0,encoded_bytes.G1)(text);
if(bytes===null)return null;
if(bytes[0]===0)return version2(bytes);
return bytes[0]===1?version3(bytes):null}
function version2(bytes){
if(bytes.length!==1+V2_SALT+V2_KEY)return null;
const salt=(0,password_hash.pz)(bytes.subarray(1,1+V2_SALT));
return(0,recognised.F9)({kind:`pbkdf2`,digest:`sha1`,iterations:1e3,salt,key:bytes.subarray(1+V2_SALT)})}
function version3(bytes){
if(bytes.length<V3_HEADER+2*V3_LEAST)return null;
const header=new DataView(bytes.buffer,bytes.byteOffset,V3_HEADER);
const digest=V3_DIGESTS[header.getUint32(1)];
const iterations=header.getUint32(5);
const saltLength=header.getUint32(9);
if(digest===undefined||iterations<1||iterations>V3_MOST_ITERATIONS)return null;
if(saltLength<V3_LEAST||bytes.length-V3_HEADER-saltLength<V3_LEAST)return null;
const salt=(0,password_hash.pz)(bytes.subarray(V3_HEADER,V3_HEADER+saltLength));
return(0,recognised.F9)({kind:`pbkdf2`,digest,iterations,salt,key:bytes.subarray(V3_HEADER+saltLength)})}
;
function isObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
function member(object,key){
return Object.hasOwn(object,key)?object[key]:undefined}
function textMember(object,key){
const value=member(object,key);
return typeof value===`string`?value.trim():``}
function objectMember(object,key){
const value=member(object,key);
const parsed=typeof value===`string`?parseJson(value):value;
return isObject(parsed)?parsed:null}
function parseJson(text){
try{
return JSON.parse(text)}catch{
return undefined}}
var phc_text=__webpack_require__(49378);
var crypt_text=__webpack_require__(673);
var whole_number=__webpack_require__(69302);
;
const SCHEME=/^\{([A-Za-z0-9_-]{1,24})\}(.*)$/s;
const DIGESTS={MD5:`md5`,SHA:`sha1`,SHA1:`sha1`,SHA256:`sha256`,SHA384:`sha384`,SHA512:`sha512`};
function braceText(text,dollar){
const[,name=``,rest=``]=SCHEME.exec(text)??[];
const scheme=name.toUpperCase();
switch(scheme){case`CRYPT`:if(/^[!*x]/.test(rest)||rest===``)return(0,recognised.Lq)(`unusable`);return rest.startsWith(`$`)?dollar(rest):(0,crypt_text.cA)(rest);case`BCRYPT`:case`BLF-CRYPT`:return rest.startsWith(`$2`)?dollar(rest):(0,recognised.qM)(`bcrypt`);case`ARGON2`:case`ARGON2I`:case`ARGON2ID`:return rest.startsWith(`$argon2`)?dollar(rest):(0,recognised.qM)(`Argon2`);case`CLEAR`:case`CLEARTEXT`:case`PLAIN`:case`NOOP`:return(0,recognised.Z8)();case`SASL`:return(0,recognised.Lq)(`elsewhere`)}
if(scheme.startsWith(`PBKDF2`))return pbkdf2(scheme,rest);
const unsalted=DIGESTS[scheme];
if(unsalted!==undefined)return plainDigest(unsalted,rest);
const salted=scheme.startsWith(`S`)?DIGESTS[scheme.slice(1)]:undefined;
return salted===undefined?(0,recognised.L5)():saltedDigest(salted,scheme,rest)}
function plainDigest(digest,text){
const value=(0,encoded_bytes.Td)(text,password_hash.x4[digest]);
if(value===null)return(0,recognised.qM)(`{${digest.toUpperCase()}}`);
return(0,recognised.F9)({kind:`digest`,digest,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value})}
function saltedDigest(digest,scheme,text){
const bytes=(0,encoded_bytes.G1)(text);
const length=password_hash.x4[digest];
if(bytes===null||bytes.length<=length)return(0,recognised.qM)(`{${scheme}}`);
const salt=(0,password_hash.pz)(bytes.subarray(length));
return(0,recognised.F9)({kind:`digest`,digest,position:`suffix`,salt,encoding:`utf8`,value:bytes.subarray(0,length)})}
const PBKDF2={PBKDF2:`sha1`,"PBKDF2-SHA1":`sha1`,"PBKDF2-SHA256":`sha256`,"PBKDF2-SHA512":`sha512`,"PBKDF2-HMAC-SHA1":`sha1`,"PBKDF2-HMAC-SHA256":`sha256`,"PBKDF2-HMAC-SHA512":`sha512`};
function pbkdf2(scheme,rest){
const digest=PBKDF2[scheme];
if(digest===undefined)return(0,recognised.L5)();
const[,work,separator,first=``,second]=/^(\d{1,10})([:$])([A-Za-z0-9+/.]+={0,2})(?:\$([A-Za-z0-9+/.]+={0,2}))?$/.exec(rest)??[];
const iterations=(0,whole_number.r)(work,1,whole_number.n);
if(iterations===null)return(0,recognised.qM)(`{${scheme}}`);
if(separator===`:`){
const bytes=(0,encoded_bytes.G1)(first);
const length=password_hash.x4[digest];
if(bytes===null||bytes.length<=length||second!==undefined)return(0,recognised.qM)(`{${scheme}}`);
const salt=(0,password_hash.pz)(bytes.subarray(length));
return(0,recognised.F9)({kind:`pbkdf2`,digest,iterations,salt,key:bytes.subarray(0,length)})}
const salt=(0,encoded_bytes.fL)(first);
const key=(0,encoded_bytes.fL)(second??``);
if(salt===null||key===null)return(0,recognised.qM)(`{${scheme}}`);
return(0,recognised.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.pz)(salt),key})}
;
function kratosDigestText(parts){
const[digest=``]=parts;
if(!(0,phc_text.Bc)(digest))return(0,recognised.qM)(`a digest`);
const value=(0,encoded_bytes.G1)(parts.at(-1)??``);
if(value?.length!==password_hash.x4[digest])return(0,recognised.qM)(digest);
if(parts.length===2)return(0,recognised.F9)({kind:`digest`,digest,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value});
const template=(0,encoded_bytes.G1)((0,phc_text.FI)(parts[1]??``)?.get(`pf`)??``);
const salt=(0,encoded_bytes.G1)(parts[2]??``);
if(parts.length!==4||template===null||salt===null)return(0,recognised.qM)(digest);
const position=positionOf(Buffer.from(template).toString(`latin1`));
if(position===null)return(0,recognised.qO)(`${digest} of more than salt and password`);
return(0,recognised.F9)({kind:`digest`,digest,position,salt:(0,password_hash.pz)(salt),encoding:`utf8`,value})}
function positionOf(template){
if(template===`{SALT}{PASSWORD}`)return`prefix`;
return template===`{PASSWORD}{SALT}`?`suffix`:null}
function packedDigestText(parts){
const digest=(parts[0]??``).slice(`digest-`.length);
const given=(0,phc_text.FI)(parts[1]??``);
const position=given?.get(`salt`);
const encoding=passwordEncoding(given?.get(`pw`));
if(!(0,phc_text.Bc)(digest)||parts.length!==4||encoding===null)return(0,recognised.qM)(`a packed digest`);
if(position!==`none`&&position!==`prefix`&&position!==`suffix`)return(0,recognised.qM)(`a packed digest`);
const salt=parts[2]===``?new Uint8Array:(0,encoded_bytes.G1)(parts[2]??``);
const value=(0,encoded_bytes.G1)(parts[3]??``);
if(salt===null||salt.length===0!==(position===`none`)||value?.length!==password_hash.x4[digest])return(0,recognised.qM)(`a packed digest`);
return(0,recognised.F9)({kind:`digest`,digest,position,salt:(0,password_hash.pz)(salt),encoding,value})}
function hmacText(parts){
const digest=(parts[0]??``).slice(`hmac-`.length);
if(!(0,phc_text.Bc)(digest))return(0,recognised.qO)(`HMAC on a digest that is not supported`);
const ours=parts.length===4;
const encoding=ours?passwordEncoding((0,phc_text.FI)(parts[1]??``)?.get(`pw`)):`utf8`;
const key=(0,encoded_bytes.G1)(parts[2]??``);
const given=(0,encoded_bytes.G1)(parts[ours?3:1]??``);
const value=given===null||ours?given:(0,encoded_bytes.w8)(Buffer.from(given).toString(`latin1`));
if(!ours&&parts.length!==3||encoding===null||key===null||value?.length!==password_hash.x4[digest])return(0,recognised.qM)(`HMAC`);
return(0,recognised.F9)({kind:`hmac`,digest,key:(0,password_hash.pz)(key),encoding,value})}
function packedShopwareText(parts){
const iterations=(0,whole_number.r)((0,phc_text.FI)(parts[1]??``)?.get(`i`),1,4294967295);
const salt=(0,encoded_bytes.G1)(parts[2]??``);
const value=(0,encoded_bytes.G1)(parts[3]??``);
if(parts.length!==4||iterations===null||salt===null||value?.length!==password_hash.x4.sha256)return(0,recognised.qM)(`Shopware's sha256`);
return(0,recognised.F9)({kind:`shopware-sha256`,iterations,salt:Buffer.from(salt).toString(`utf8`),value})}
function passwordEncoding(name){
return name===`utf8`||name===`utf16le`||name===`latin1`?name:null}
;
function djangoText(text,inner){
const end=text.indexOf(`$`);
switch(text.slice(0,Math.max(0,end))){case`pbkdf2_sha256`:case`pbkdf2_sha1`:case`pbkdf2_sha512`:return django_text_pbkdf2(text.split(`$`));case`scrypt`:return scrypt(text.split(`$`));case`argon2`:return text.startsWith(`argon2$argon2`)?inner(text.slice(`argon2`.length)):(0,recognised.qM)(`Argon2`);case`bcrypt`:return text.startsWith(`bcrypt$$2`)?inner(text.slice(`bcrypt$`.length)):(0,recognised.qM)(`bcrypt`);default:return null}}
function django_text_pbkdf2([name=``,work,salt=``,keyText=``,...more]){
const digest=name.slice(`pbkdf2_`.length);
const iterations=(0,whole_number.r)(work,1,whole_number.n);
const key=(0,encoded_bytes.G1)(keyText);
if(!(0,phc_text.Bc)(digest)||iterations===null||key===null||salt===``||more.length>0)return(0,recognised.qM)(`Django's PBKDF2`);
return(0,recognised.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.MK)(salt),key})}
function scrypt([,n,salt=``,r,p,keyText=``,...more]){
const cost=(0,whole_number.r)(n,2,2**31);
const blockSize=(0,whole_number.r)(r,1,65535);
const parallelism=(0,whole_number.r)(p,1,65535);
const key=(0,encoded_bytes.G1)(keyText);
if(cost===null||!(0,phc_text.Zn)(cost)||blockSize===null||parallelism===null)return(0,recognised.qM)(`Django's scrypt`);
if(key===null||salt===``||more.length>0)return(0,recognised.qM)(`Django's scrypt`);
return(0,recognised.F9)({kind:`scrypt`,cost,blockSize,parallelism,salt:(0,password_hash.MK)(salt),key})}
var magento_text=__webpack_require__(74314);
;
function taggedText(text){
if(text.startsWith(`$`))return dollarText(text);
if(text.startsWith(`{`)&&!text.startsWith(`{"`))return braceText(text,dollarText);
if(text.startsWith(`bcrypt_sha256$`))return(0,crypt_text.cH)(text);
return djangoText(text,dollarText)}
function dollarText(text){
const parts=text.slice(1).split(`$`);
const id=parts[0]??``;
switch(id){case`2`:case`2a`:case`2b`:case`2x`:case`2y`:return(0,crypt_text.wB)(text);case`wp`:return(0,crypt_text.JL)(text);case`P`:case`H`:return(0,crypt_text.DW)(text);case`1`:case`5`:case`6`:case`md5-crypt`:case`sha256-crypt`:case`sha512-crypt`:return(0,crypt_text.ck)(text);case`argon2id`:case`argon2i`:case`argon2d`:return(0,phc_text.D0)(parts);case`scrypt`:return(0,phc_text.Lf)(parts);case`firescrypt`:return(0,phc_text.F)(parts);case`md5`:case`sha1`:case`sha256`:case`sha384`:case`sha512`:return kratosDigestText(parts);case`shopware-sha256`:return packedShopwareText(parts);case`magento`:return(0,magento_text.dc)(parts)}
if(id===`pbkdf2`||id.startsWith(`pbkdf2-`))return(0,phc_text.b_)(parts);
if(id.startsWith(`hmac-`))return hmacText(parts);
if(id.startsWith(`digest-`))return packedDigestText(parts);
return(0,recognised.L5)()}
;
const GIGYA=`SAP CDC's password`;
const AKAMAI=`Akamai's password`;
const GIGYA_PBKDF2={pbkdf2:`sha1`,pbkdf2_sha1:`sha1`,pbkdf2_sha256:`sha256`};
function gigyaPassword(object){
const settings=objectMember(object,`hashSettings`);
const hash=textMember(object,`hash`);
if(hash===``)return(0,recognised.Lq)(`empty`);
if(settings===null)return(0,recognised.qM)(GIGYA);
const algorithm=textMember(settings,`algorithm`).toLowerCase();
const tagged=taggedText(hash);
if(tagged!==null)return tagged;
if(Object.hasOwn(GIGYA_PBKDF2,algorithm))return gigyaPbkdf2(GIGYA_PBKDF2[algorithm]??`sha1`,hash,settings);
if((0,phc_text.Bc)(algorithm))return gigyaDigest(algorithm,hash,settings);
return(0,recognised.qO)(`${GIGYA} of an algorithm that is not supported`)}
function gigyaPbkdf2(digest,hash,settings){
const key=(0,encoded_bytes.G1)(hash);
const salt=(0,encoded_bytes.G1)(textMember(settings,`salt`));
const iterations=(0,whole_number.r)(member(settings,`rounds`),1,whole_number.n);
if(key===null||key.length<16)return(0,recognised.qM)(GIGYA);
if(salt===null)return(0,recognised.$x)(GIGYA,`its salt`);
if(iterations===null)return(0,recognised.$x)(GIGYA,`the number of rounds`);
return(0,recognised.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.pz)(salt),key})}
function gigyaDigest(digest,hash,settings){
const value=(0,encoded_bytes.Td)(hash,password_hash.x4[digest]);
if(value===null)return(0,recognised.qM)(GIGYA);
const rounds=member(settings,`rounds`)??1;
if(rounds!==1&&rounds!==`1`&&rounds!==0)return(0,recognised.qO)(`${GIGYA} of ${digest} with several rounds`);
const saltText=textMember(settings,`salt`);
const format=textMember(settings,`format`);
if(saltText===``&&(format===``||format===`$password`))return(0,recognised.F9)({kind:`digest`,digest,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value});
if(format===``)return(0,recognised.$x)(GIGYA,`the format that says where the salt stands`);
const template=gigyaTemplate(format);
if(template===null)return(0,recognised.qO)(`${GIGYA} with a format of more than salt and password`);
const salt=saltIn(saltText,template.saltEncoding);
if(salt===null)return(0,recognised.$x)(GIGYA,`a salt in the encoding that its format names`);
const{position,encoding}=template;
return(0,recognised.F9)({kind:`digest`,digest,position,salt,encoding,value})}
function gigyaTemplate(format){
const[,first,firstMode=``,second,secondMode=``]=/^\$(salt|password)(?::([a-z0-9-]+))?\$(salt|password)(?::([a-z0-9-]+))?$/i.exec(format)??[];
if(first===undefined||first===second)return null;
const prefix=first===`salt`;
const encoding=ciam_credentials_passwordEncoding(prefix?secondMode:firstMode);
if(encoding===null)return null;
return{position:prefix?`prefix`:`suffix`,saltEncoding:prefix?firstMode:secondMode,encoding}}
function ciam_credentials_passwordEncoding(mode){
const name=mode.toLowerCase().replaceAll(`-`,``);
if(name===``||name===`utf8`)return`utf8`;
return name===`utf16le`||name===`latin1`?name:null}
function saltIn(text,encoding){
if(text===``)return null;
if(encoding===``||encoding===`utf8`)return(0,password_hash.MK)(text);
const bytes=encoding===`hex`?(0,encoded_bytes.w8)(text):encoding===`base64`?(0,encoded_bytes.G1)(text):null;
return bytes===null?null:(0,password_hash.pz)(bytes)}
function akamaiPassword(object){
const value=textMember(object,`value`);
if(value===``)return(0,recognised.Lq)(`empty`);
const tagged=taggedText(value);
if(tagged!==null)return tagged;
const[,name=``,side]=/^password-(md5|sha1|sha256|sha512)(?:-salted-(left|right))?(?:-(?:base64|hex))?$/.exec(textMember(object,`type`).toLowerCase())??[];
if(!(0,phc_text.Bc)(name))return(0,recognised.qO)(`${AKAMAI} of a type that is not supported`);
const bytes=(0,encoded_bytes.Td)(value,password_hash.x4[name]);
if(bytes===null)return(0,recognised.qM)(AKAMAI);
const salt=textMember(object,`salt`);
if(side===undefined&&salt===``)return(0,recognised.F9)({kind:`digest`,digest:name,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value:bytes});
if(side===undefined||salt===``)return(0,recognised.$x)(AKAMAI,`its salt, or a word on where it stands`);
const position=side===`left`?`prefix`:`suffix`;
return(0,recognised.F9)({kind:`digest`,digest:name,position,salt:(0,password_hash.MK)(salt),encoding:`utf8`,value:bytes})}
;
const FUSIONAUTH=`FusionAuth's password`;
const OKTA=`Okta's password`;
const AUTH0=`Auth0's password`;
const FUSIONAUTH_PBKDF2={"salted-pbkdf2-hmac-sha256":`sha256`,"salted-pbkdf2-hmac-sha256-512":`sha256`,"salted-pbkdf2-hmac-sha512-512":`sha512`};
function fusionauthUser(object){
const scheme=textMember(object,`encryptionScheme`);
const password=textMember(object,`password`);
const salt=textMember(object,`salt`);
if(password===``)return(0,recognised.Lq)(`empty`);
if(scheme===`bcrypt`)return password.startsWith(`$2`)?(0,crypt_text.wB)(password):joined(member(object,`factor`),salt,password);
const digest=Object.hasOwn(FUSIONAUTH_PBKDF2,scheme)?FUSIONAUTH_PBKDF2[scheme]:undefined;
if(digest===undefined)return taggedText(password)??(0,recognised.qO)(`${FUSIONAUTH} of a scheme that is not supported`);
return credential_imports_pbkdf2(FUSIONAUTH,digest,password,salt,member(object,`factor`))}
function oktaHash(object){
const algorithm=textMember(object,`algorithm`).toUpperCase();
const value=textMember(object,`value`);
const salt=textMember(object,`salt`);
const tagged=taggedText(value);
if(tagged!==null)return tagged;
if(algorithm===`BCRYPT`)return joined(member(object,`workFactor`),salt,value);
if(algorithm===`PBKDF2`){
const digest=textMember(object,`digestAlgorithm`).replace(/_HMAC$/,``).toLowerCase();
if(!(0,phc_text.Bc)(digest))return(0,recognised.qO)(`${OKTA} of an algorithm that is not supported`);
return credential_imports_pbkdf2(OKTA,digest,value,salt,member(object,`iterationCount`))}
const digest=algorithm.replace(`-`,``).toLowerCase();
if(!(0,phc_text.Bc)(digest))return(0,recognised.qO)(`${OKTA} of an algorithm that is not supported`);
const bytes=(0,encoded_bytes.Td)(value,password_hash.x4[digest]);
if(bytes===null)return(0,recognised.qM)(OKTA);
if(salt===``)return(0,recognised.F9)({kind:`digest`,digest,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value:bytes});
const order=textMember(object,`saltOrder`).toUpperCase();
const saltBytes=(0,encoded_bytes.G1)(salt);
if(saltBytes===null||order!==`PREFIX`&&order!==`POSTFIX`)return(0,recognised.$x)(OKTA,`a salt or its order`);
const position=order===`PREFIX`?`prefix`:`suffix`;
return(0,recognised.F9)({kind:`digest`,digest,position,salt:(0,password_hash.pz)(saltBytes),encoding:`utf8`,value:bytes})}
function auth0Hash(object){
const algorithm=textMember(object,`algorithm`).toLowerCase();
const hash=objectMember(object,`hash`)??{};
const text=textMember(hash,`value`);
const tagged=taggedText(text);
if(tagged!==null)return tagged;
if(text===``)return(0,recognised.Lq)(`empty`);
const salt=objectMember(object,`salt`);
const given=salt===null?null:saltOf(salt);
if(given===`unreadable`)return(0,recognised.$x)(AUTH0,`a salt in the encoding that it names`);
const name=textMember(objectMember(object,`password`)??{},`encoding`).toLowerCase();
const encoding=credential_imports_passwordEncoding(name);
if(encoding===null)return(0,recognised.qO)(`${AUTH0} of an encoding that is not supported`);
if(algorithm===`scrypt`)return auth0Scrypt(object,text,given);
if(algorithm===`hmac`)return given===null?auth0Hmac(hash,text,encoding):(0,recognised.qO)(`HMAC with a salt`);
if(!(0,phc_text.Bc)(algorithm))return(0,recognised.qO)(`${AUTH0} of an algorithm that is not supported`);
const value=(0,encoded_bytes.Td)(text,password_hash.x4[algorithm]);
if(value===null)return(0,recognised.qM)(AUTH0);
const after=textMember(salt??{},`position`)===`suffix`;
const position=given===null?`none`:after?`suffix`:`prefix`;
return(0,recognised.F9)({kind:`digest`,digest:algorithm,position,salt:given??(0,password_hash.Eg)(),encoding,value})}
function auth0Scrypt(object,text,salt){
const cost=(0,whole_number.r)(member(object,`cost`)??16384,2,2**31);
const blockSize=(0,whole_number.r)(member(object,`blockSize`)??8,1,65535);
const parallelism=(0,whole_number.r)(member(object,`parallelization`)??1,1,65535);
const keylen=(0,whole_number.r)(member(object,`keylen`),8,1024);
if(keylen===null||salt===null)return(0,recognised.$x)(AUTH0,`its salt or the length of the key`);
const key=(0,encoded_bytes.Td)(text,keylen);
if(key===null||cost===null||!(0,phc_text.Zn)(cost)||blockSize===null||parallelism===null)return(0,recognised.qM)(AUTH0);
return(0,recognised.F9)({kind:`scrypt`,cost,blockSize,parallelism,salt,key})}
function auth0Hmac(hash,text,encoding){
const digest=textMember(hash,`digest`).toLowerCase();
const key=saltOf(objectMember(hash,`key`)??{});
if(!(0,phc_text.Bc)(digest))return(0,recognised.qO)(`HMAC on a digest that is not supported`);
if(key===`unreadable`)return(0,recognised.$x)(`HMAC`,`its key`);
const value=(0,encoded_bytes.Td)(text,password_hash.x4[digest]);
return value===null?(0,recognised.qM)(`HMAC`):(0,recognised.F9)({kind:`hmac`,digest,key,encoding,value})}
function saltOf(object){
const value=member(object,`value`);
if(typeof value!==`string`||value===``)return`unreadable`;
const encoding=textMember(object,`encoding`).toLowerCase();
if(encoding===``||encoding===`utf8`)return(0,password_hash.MK)(value);
const bytes=encoding===`hex`?(0,encoded_bytes.w8)(value):encoding===`base64`?(0,encoded_bytes.G1)(value):null;
return bytes===null?`unreadable`:(0,password_hash.pz)(bytes)}
function credential_imports_passwordEncoding(name){
if(name===``||name===`utf8`||name===`ascii`)return`utf8`;
if(name===`utf16le`||name===`ucs2`)return`utf16le`;
return name===`latin1`||name===`binary`?`latin1`:null}
function credential_imports_pbkdf2(name,digest,value,saltText,factor){
const key=(0,encoded_bytes.G1)(value);
const salt=(0,encoded_bytes.G1)(saltText);
const iterations=(0,whole_number.r)(factor,1,whole_number.n);
if(key===null||key.length<8)return(0,recognised.qM)(name);
if(salt===null||iterations===null)return(0,recognised.$x)(name,`its salt or the number of iterations`);
return(0,recognised.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.pz)(salt),key})}
function joined(factor,salt,hash){
const cost=(0,whole_number.r)(factor,4,31);
if(cost===null||salt===``)return(0,recognised.$x)(`bcrypt`,`its salt or its cost`);
return(0,crypt_text.wB)(`$2b$${String(cost).padStart(2,`0`)}$${salt}${hash}`)}
;
const NAME=`Keycloak's credential`;
const keycloak_credential_PBKDF2={pbkdf2:`sha1`,"pbkdf2-sha256":`sha256`,"pbkdf2-sha512":`sha512`};
const VARIANTS={id:`argon2id`,i:`argon2i`,d:`argon2d`};
function isKeycloakCredential(object){
return[`secretData`,`credentialData`,`hashedSaltedValue`].some(key=>Object.hasOwn(object,key))}
function keycloakCredential(object){
const type=member(object,`type`);
if(type!==undefined&&type!==`password`)return(0,recognised.Lq)(`empty`);
if(Object.hasOwn(object,`hashedSaltedValue`))return hashOf(textMember(object,`hashedSaltedValue`),textMember(object,`salt`),object);
const secret=objectMember(object,`secretData`);
const settings=objectMember(object,`credentialData`);
if(secret===null||settings===null)return(0,recognised.qM)(NAME);
return hashOf(textMember(secret,`value`),textMember(secret,`salt`),settings)}
function hashOf(value,saltText,settings){
const algorithm=textMember(settings,`algorithm`);
if(algorithm===``)return(0,recognised.$x)(NAME,`its algorithm`);
const digest=Object.hasOwn(keycloak_credential_PBKDF2,algorithm)?keycloak_credential_PBKDF2[algorithm]:undefined;
if(digest===undefined&&algorithm!==`argon2`){
const tagged=taggedText(value);
return tagged?.kind===`hash`?tagged:(0,recognised.qO)(`${NAME} of an algorithm that is not supported`)}
const key=(0,encoded_bytes.G1)(value);
const salt=(0,encoded_bytes.G1)(saltText);
const iterations=(0,whole_number.r)(member(settings,`hashIterations`),1,whole_number.n);
if(key===null||salt===null)return(0,recognised.qM)(NAME);
if(iterations===null)return(0,recognised.$x)(NAME,`the number of iterations`);
if(digest!==undefined)return(0,recognised.F9)({kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.pz)(salt),key});
const argon2=argon2Of(settings,iterations,salt,key);
return argon2===null?(0,recognised.$x)(NAME,`a parameter of Argon2`):(0,recognised.F9)(argon2)}
function argon2Of(settings,passes,salt,key){
const more=objectMember(settings,`additionalParameters`)??{};
const memory=(0,whole_number.r)(first(more,`memory`),8,whole_number.n);
const parallelism=(0,whole_number.r)(first(more,`parallelism`),1,16777215);
const type=first(more,`type`);
const version=first(more,`version`);
if(memory===null||parallelism===null||memory<8*parallelism||salt.length<8||key.length<4)return null;
if(type!==`id`&&type!==`i`&&type!==`d`||version!==`1.3`&&version!==`1.0`)return null;
return{kind:`argon2`,variant:VARIANTS[type],version:version===`1.3`?19:16,memory,passes,parallelism,salt,key}}
function first(object,key){
const value=member(object,key);
return Array.isArray(value)?value[0]:value}
;
const TEXT_KEYS=[`passwordHash`,`password_hash`,`hashed_password`,`hash`,`value`,`encoded`];
function credentialObject(object,parts,readText){
if(Object.keys(object).length===0)return(0,recognised.Lq)(`empty`);
if(isKeycloakCredential(object))return keycloakCredential(object);
if(Object.hasOwn(object,`hashSettings`))return gigyaPassword(object);
if(Object.hasOwn(object,`encryptionScheme`))return fusionauthUser(object);
const auth0=objectMember(object,`custom_password_hash`)??object;
if(textMember(auth0,`algorithm`)!==``&&isObject(member(auth0,`hash`)))return auth0Hash(auth0);
if(textMember(object,`type`).startsWith(`password-`))return akamaiPassword(object);
if(textMember(object,`algorithm`)!==``&&textMember(object,`value`)!==``)return oktaHash(object);
return plainObject(object,parts,readText)}
function plainObject(object,parts,readText){
const inner=objectMember(object,`hashedPassword`)??object;
const key=TEXT_KEYS.find(name=>textMember(inner,name)!==``);
if(key!==undefined)return readText(textMember(inner,key),{...parts,salt:parts.salt??member(inner,`salt`)});
return TEXT_KEYS.some(name=>Object.hasOwn(inner,name))?(0,recognised.Lq)(`empty`):(0,recognised.L5)()}
;
function declaredValue(text,algorithm,parts){
switch(algorithm){case`bcrypt`:return splitBcrypt(text,parts);case`firebase-scrypt`:return firebaseScrypt(text,parts);case`shopware-md5`:return digestAndSalt(text,`md5`,`suffix`,`a hash of Shopware`);case`magento`:return magento_text.om.test(text)?(0,magento_text.zd)(text):magento(text)}
if((0,phc_text.Bc)(algorithm))return digest(text,algorithm,parts);
const[family,name=``]=algorithm.split(`-`);
if(!(0,phc_text.Bc)(name))return(0,recognised.L5)();
return family===`hmac`?hmac(text,name,parts):declared_value_pbkdf2(text,name,parts)}
function digest(text,name,parts){
const value=digestBytes(text,name);
if(value===null)return(0,recognised.qM)(name);
const salt=declared_value_saltOf(parts);
if(salt===`unreadable`)return(0,recognised.$x)(name,`a salt in the encoding that the mapping names`);
const encoding=parts.passwordEncoding??`utf8`;
if(salt===null)return(0,recognised.F9)({kind:`digest`,digest:name,position:`none`,salt:(0,password_hash.Eg)(),encoding,value});
if(parts.saltPosition===undefined)return(0,recognised.$x)(`${name} with a salt`,`a word on where the salt stands`);
return(0,recognised.F9)({kind:`digest`,digest:name,position:parts.saltPosition,salt,encoding,value})}
function hmac(text,name,parts){
const value=digestBytes(text,name);
if(value===null)return(0,recognised.qM)(`HMAC of ${name}`);
const key=declared_value_saltOf(parts);
if(key===`unreadable`)return(0,recognised.$x)(`HMAC`,`a salt in the encoding that the mapping names`);
if(key===null)return(0,recognised.$x)(`HMAC`,`the salt that is its key`);
return(0,recognised.F9)({kind:`hmac`,digest:name,key,encoding:parts.passwordEncoding??`utf8`,value})}
function declared_value_pbkdf2(text,name,parts){
const key=(0,encoded_bytes.w8)(text)??(0,encoded_bytes.G1)(text);
if(key===null||key.length<8)return(0,recognised.qM)(`PBKDF2`);
const salt=declared_value_saltOf(parts);
if(salt===`unreadable`)return(0,recognised.$x)(`PBKDF2`,`a salt in the encoding that the mapping names`);
if(salt===null)return(0,recognised.$x)(`PBKDF2`,`a salt`);
const iterations=(0,whole_number.r)(trimmed(parts.iterations),1,whole_number.n);
if(iterations===null)return(0,recognised.$x)(`PBKDF2`,`the number of iterations`);
return(0,recognised.F9)({kind:`pbkdf2`,digest:name,iterations,salt,key})}
function splitBcrypt(text,parts){
const salt=trimmed(parts.salt);
const cost=(0,whole_number.r)(trimmed(parts.iterations),4,31);
if(cost===null||typeof salt!==`string`||salt===``)return(0,recognised.$x)(`bcrypt`,`its salt or its cost`);
return(0,crypt_text.wB)(`$2b$${String(cost).padStart(2,`0`)}$${salt}${text}`)}
function firebaseScrypt(text,{salt,firebase}){
const name=`Firebase's scrypt`;
const value=(0,encoded_bytes.G1)(text);
const saltText=trimmed(salt);
if(value===null)return(0,recognised.qM)(name);
if(firebase===undefined)return(0,recognised.$x)(name,`the project's hash parameters`);
const bytes=typeof saltText===`string`?(0,encoded_bytes.G1)(saltText):null;
if(bytes===null)return(0,recognised.$x)(name,`its salt in base64`);
const{blockSize,memCost,separator}=firebase;
if(value.length<32)return(0,recognised.qf)();
return(0,recognised.F9)({kind:`firebase-scrypt`,cost:2**memCost,blockSize,salt:bytes,separator,value,signerKey:null})}
function magento(text){
const end=text.indexOf(`:`);
const length=end<0?text.length:end;
return digestAndSalt(text,length===2*password_hash.x4.md5?`md5`:`sha256`,`prefix`,`a hash of Magento`)}
function digestAndSalt(text,name,position,what){
const end=text.indexOf(`:`);
const value=digestBytes(end<0?text:text.slice(0,end),name);
const salt=end<0?``:text.slice(end+1);
if(value===null)return(0,recognised.qM)(what);
if(salt===``)return(0,recognised.F9)({kind:`digest`,digest:name,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value});
return(0,recognised.F9)({kind:`digest`,digest:name,position,salt:(0,password_hash.MK)(salt),encoding:`utf8`,value})}
function digestBytes(text,name){
return(0,encoded_bytes.Td)(text.replace(/^0x/i,``),password_hash.x4[name])}
function declared_value_saltOf({salt,saltEncoding}){
if(salt===undefined||salt===null||salt===``)return null;
if(typeof salt===`number`)return(0,password_hash.MK)(String(salt));
if(typeof salt!==`string`)return`unreadable`;
if(saltEncoding===undefined||saltEncoding===`text`)return(0,password_hash.MK)(salt);
const bytes=saltEncoding===`hex`?(0,encoded_bytes.w8)(salt.trim().replace(/^0x/i,``)):(0,encoded_bytes.G1)(salt.trim());
return bytes===null?`unreadable`:(0,password_hash.pz)(bytes)}
function trimmed(value){
return typeof value===`string`?value.trim():value}
var hash_parts=__webpack_require__(90794);
;
const EMPTY=[``,`NULL`,`null`,`\\N`];
const UNUSABLE=[`*`,`x`,`NP`,`*LK*`,`*NP*`,`*0`,`*1`];
const PLACEHOLDER=/^(?:\*{3,}|\[?redacted\]?|REDACTED=*|UkVEQUNURUQ9PT0=)$/i;
const SHOPWARE_SHA256=/^(\d{1,9}):([^:]+):([0-9a-f]{64})$/i;
function recogniseHash(input){
const parts=typeof input===`string`?{value:input}:input;
const{value}=parts;
if(value===undefined||value===null)return(0,recognised.Lq)(`empty`);
return typeof value===`string`?textHash(value.trim(),parts):structure(value,parts)}
function structure(value,parts){
if(isObject(value))return credentialObject(value,parts,textHash);
if(!Array.isArray(value))return(0,recognised.L5)();
const typed=value.length>0&&value.every(entry=>isObject(entry)&&Object.hasOwn(entry,`type`));
const passwords=typed?value.filter(entry=>member(entry,`type`)===`password`):value;
const[only,...more]=passwords;
if(only===undefined||only===null)return(0,recognised.Lq)(`empty`);
if(more.length>0)return(0,recognised.qO)(`a list of several passwords`);
if(isObject(only))return credentialObject(only,parts,textHash);
return typeof only===`string`?textHash(only.trim(),parts):(0,recognised.L5)()}
function textHash(text,parts){
if(EMPTY.includes(text))return(0,recognised.Lq)(`empty`);
if(text.startsWith(`!`)||UNUSABLE.includes(text))return(0,recognised.Lq)(`unusable`);
if(PLACEHOLDER.test(text))return(0,recognised.qf)();
if(/^(?:\{\s*["}]|\[)/.test(text)){
const value=parseJson(text);
return typeof value===`object`?structure(value,parts):(0,recognised.L5)()}
const tagged=taggedText(text);
if(tagged!==null)return tagged;
const algorithm=parts.algorithm??``;
if(algorithm===``||algorithm===`auto`)return shapedText(text);
if(!(0,hash_parts.g)(algorithm))return(0,recognised.qO)(`declared as an algorithm that is not known here`);
const declared=declaredValue(text,algorithm,parts);
if(declared.kind===`hash`)return declared;
const shaped=shapedText(text);
return shaped.kind===`hash`?shaped:declared}
function shapedText(text){
if(magento_text.om.test(text))return(0,magento_text.zd)(text);
const[,rounds,salt=``,digits=``]=SHOPWARE_SHA256.exec(text)??[];
const iterations=(0,whole_number.r)(rounds,1,whole_number.n);
const value=(0,encoded_bytes.w8)(digits);
if(iterations!==null&&value!==null)return(0,recognised.F9)({kind:`shopware-sha256`,iterations,salt,value});
return aspnetBlob(text)??(looksBare(text)?(0,recognised.$B)():(0,recognised.L5)())}
function looksBare(text){
const[digits=``,...salt]=text.replace(/^(?:0x|\*)/i,``).split(`:`);
const bytes=(0,encoded_bytes.w8)(digits)??(salt.length===0?(0,encoded_bytes.G1)(digits):null);
return bytes!==null&&Object.values(password_hash.x4).includes(bytes.length)}}),7854:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$B:()=>bare,$x:()=>incomplete,F9:()=>found,L5:()=>unknown,Lq:()=>noPassword,Z8:()=>clearText,qM:()=>damaged,qO:()=>unsupported,qf:()=>placeholder});
function found(hash){
return{kind:`hash`,hash}}
function noPassword(why){
return{kind:`none`,why}}
function unknown(){
return{kind:`unrecognised`,reason:`unknown`,what:`is in no encoding of password hashes that is known here`}}
function bare(){
return{kind:`unrecognised`,reason:`bare`,what:`is a bare digest that does not say how it was made`}}
function damaged(name){
return{kind:`unrecognised`,reason:`damaged`,what:`begins like ${name} but is cut off or changed`}}
function unsupported(what){
return{kind:`unrecognised`,reason:`unsupported`,what:`is ${what}, which cannot be taken over`}}
function incomplete(name,missing){
return{kind:`unrecognised`,reason:`incomplete`,what:`is ${name} and lacks ${missing}`}}
function clearText(){
return{kind:`unrecognised`,reason:`clear-text`,what:`is a password in clear text, which is never sent`}}
function placeholder(){
return{kind:`unrecognised`,reason:`placeholder`,what:`is a placeholder: the export was masked`}}}),69302:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{n:()=>MOST_ITERATIONS,r:()=>wholeNumber});
function wholeNumber(value,least,most){
if(typeof value===`string`)return/^\d{1,10}$/.test(value)?wholeNumber(Number(value),least,most):null;
return typeof value===`number`&&Number.isInteger(value)&&value>=least&&value<=most?value:null}
const MOST_ITERATIONS=4294967295}),65678:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Wx:()=>knownUserUpdate,mU:()=>facesOf,us:()=>CREATE_ONLY});
const CREATE_ONLY=[`userStatus`,`consents`,`roles`,`groups`,`createdTime`,`lastLoggedInTime`];
function facesOf(user,createOnly){
const{password_hash_info:password,...rest}=user;
return{content:JSON.stringify(without(rest,createOnly)),password:password===undefined?null:JSON.stringify(password)}}
function knownUserUpdate(user,createOnly,passwordChanged){
const{password_hash_info:password,...rest}=user;
const update=without(rest,createOnly);
return passwordChanged&&password!==undefined?{...update,password_hash_info:password}:update}
function without(user,paths){
return paths.reduce((rest,path)=>withoutPath(rest,path.split(`.`)),{...user})}
function withoutPath(object,[key=``,...inner]){
if(!(key in object))return object;
const{[key]:value,...rest}=object;
if(inner.length===0)return rest;
if(typeof value!==`object`||value===null||Array.isArray(value))return object;
const left=withoutPath(value,inner);
return Object.keys(left).length===0?rest:{...object,[key]:left}}}),84659:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{z:()=>PROBLEM_CODES});
const PROBLEM_CODES={"boolean.invalid":{severity:`error`,meaning:`A yes-or-no field holds another word.`,hint:`Write true or false, 1 or 0, yes or no, ja or nein; for other words use a table.`},"birthdate.future":{severity:`error`,meaning:`The birthdate lies in the future.`,hint:`Correct the date; two-digit years of the source may have been read as the wrong century.`},"birthdate.implausible":{severity:`warning`,meaning:`The birthdate lies before 1900: often a placeholder.`,hint:"Leave placeholders out, with `when` or a table in the mapping."},"birthdate.invalid":{severity:`error`,meaning:`The birthdate is no real day written as YYYY-MM-DD.`,hint:"Name the format of the source with `date` in the mapping, or correct the row."},"consent.invalid":{severity:`error`,meaning:`A consent lacks its fieldKey, or its state is none of ACCEPTED, REVOKED, SKIPPED, or another part has the wrong type.`,hint:`Fill fieldKey and state; map the words of the source with a table.`},"date.ambiguous":{severity:`error`,meaning:`Two of the formats in the mapping read the value as different dates.`,hint:`Keep the one format that the source writes: dates are never guessed.`},"date.invalid":{severity:`error`,meaning:`The value is no date in the format that the mapping names.`,hint:"Correct the date, or name its format with `date` in the mapping."},"email.disposable":{severity:`warning`,meaning:`The e-mail address belongs to a provider of throw-away mailboxes; most tenants refuse these.`,hint:"Leave such users out with a `skip` rule, or allow the addresses in the tenant."},"email.invalid":{severity:`error`,meaning:`The e-mail address cannot exist as it is written.`,hint:`Correct the address in the source; a cell must hold one address.`},"email.nonascii":{severity:`warning`,meaning:`The part before the @ has letters beyond ASCII: allowed, but many systems refuse it, and it may be a slip.`,hint:`Check the address; the tenant may refuse it.`},"email.unverified":{severity:`warning`,meaning:`The source has not verified the e-mail address.`,hint:"Choose with `unverified-email` what becomes of such users."},"expr.failed":{severity:`error`,meaning:`The expression of a field threw an error for this record.`,hint:`Look up the code in the documentation of JSONata, and correct the expression.`},"field.unknown":{severity:`error`,fixed:true,meaning:`A JSON record has a key that is no cidaas field, and no mapping says what it is.`,hint:`Remove the key from the export, or write a mapping, which takes only what it names.`},"group.admin":{severity:`error`,fixed:true,meaning:`The user would become a member of a group that administrates the tenant.`,hint:"Leave the group out, or set `allow-admin-groups` when this is meant."},"group.incomplete":{severity:`error`,fixed:true,meaning:`A group lacks groupId or sub, or another part of it has the wrong type.`,hint:`Fill groupId, and map the user to a sub of your own: memberships need one.`},"group.sub":{severity:`error`,fixed:true,meaning:`A group names the sub of another user.`,hint:`Leave the group's sub out: the user's own is filled in.`},"hash.algorithm":{severity:`error`,fixed:true,meaning:`The algorithmTypeId is none that cidaas takes.`,hint:`Use BCRYPT_1 to BCRYPT_20, ARGON…, SHA1, SHA256, PBKDF2, HMAC… or, with a verifier of your own, CUSTOM…`},"hash.incomplete":{severity:`error`,fixed:true,meaning:`A part of the password hash is missing: the algorithm, the hash, or what the algorithm needs (salt, iterations, keylen).`,hint:"Map the missing part; for users without password fill none of password_hash_info, with `when` in the mapping."},"hash.mismatch":{severity:`error`,fixed:true,meaning:`The password hash does not have the form of its algorithm: such a user could never log in.`,hint:`Check the column and the algorithm; the hash must be complete and unchanged.`},"hash.missing":{severity:`error`,fixed:true,meaning:`The source has no password for the user, and the mapping does not say that this may be.`,hint:"Leave such rows out with a `skip` rule, or set `optional` to import such users without a password."},"hash.no_verifier":{severity:`error`,fixed:true,meaning:`This kind of password hash is not checked by cidaas itself, and the mapping names no verifier.`,hint:"Name the verifier that the tenant has (`verifier`), or set `optional`."},"hash.unrecognised":{severity:`error`,fixed:true,meaning:`The password hash is in no encoding that is known, or it is cut off, masked or clear text.`,hint:"Check the column, or declare its `algorithm`."},"identifier.missing":{severity:`error`,fixed:true,meaning:`The user has no e-mail address, user name or mobile number, so nobody could log in.`,hint:`Map at least one of email, username and mobile_number.`},"identifier.secret":{severity:`error`,fixed:true,meaning:`The value looks like a password hash, in a field that is none.`,hint:"Check which column the mapping takes; turn hexadecimal ids into UUIDs with `uuid5`."},"identities.mixed":{severity:`error`,fixed:true,meaning:`Personal fields stand on the account although the user has identities.`,hint:`Put the field into the identity that it belongs to.`},"identity.conflict":{severity:`error`,fixed:true,meaning:`Another row has the same identifier but seems to be another person.`,hint:`Correct the identifier or the sub in the source; two people are never merged.`},"instant.implausible":{severity:`warning`,meaning:`The time lies before 1990 or in the future: often a placeholder, or seconds taken for milliseconds.`,hint:`Check the format in the mapping; leave placeholders out.`},"instant.invalid":{severity:`error`,meaning:`The value is no point in time in the format that the mapping names, or nothing says at which offset from UTC.`,hint:"Name its format with `instant`, and `zone` when the source writes local time."},"join.unmatched":{severity:`warning`,meaning:`A record of a joined file belongs to no record of the export.`,hint:"Compare `key` and `equals` of the join; both files should be of the same day."},"json.invalid":{severity:`error`,meaning:`The text should be JSON but is none.`,hint:`Correct the cell, or map it as text.`},"locale.invalid":{severity:`error`,meaning:`The locale is no language tag such as de, de-DE or de_DE.`,hint:`Map the names of languages with a table.`},"mfa.not_imported":{severity:`warning`,meaning:`The user has a second factor in the source, which cannot be imported.`,hint:`Tell these users that they set it up anew.`},"number.imprecise":{severity:`error`,meaning:`The export holds a number with too many digits to be read exactly.`,hint:`Let the source write it as text, in quotes.`},"number.invalid":{severity:`error`,meaning:`A numeric field holds something else.`,hint:`Write it with digits and a decimal point, such as -12.5.`},"path.unseen":{severity:`warning`,meaning:`No record has what a path in the mapping leads to.`,hint:`Correct the path, or remove it from the mapping.`},"phone.invalid":{severity:`error`,meaning:`The phone number is not valid, or not in E.164 (+4917…).`,hint:"Add `phone` with a country to the mapping, or correct the number."},"spreadsheet.exponent":{severity:`warning`,meaning:`A spreadsheet seems to have turned a long number into an approximation such as 1,23E+11.`,hint:`Export again without opening the file in a spreadsheet; the lost digits cannot be restored.`},"spreadsheet.zeros":{severity:`warning`,meaning:`A German postal code has four digits: a spreadsheet may have dropped the leading zero.`,hint:`Export again without opening the file in a spreadsheet.`},"sub.missing":{severity:`warning`,meaning:`The user has no sub: the tenant finds it by its identifiers, and gives a new user a sub of its own.`,hint:"Map an id of the source to sub, best as UUID with `uuid5`."},"sub.reserved":{severity:`error`,fixed:true,meaning:`The sub is the word ANONYMOUS, with which cidaas answers that there is no user.`,hint:`Map a sub of the user's own, or none.`},"text.broken":{severity:`error`,fixed:true,meaning:`A text holds half a character (a lone surrogate, such as \\ud800): nothing can store it or find it again.`,hint:`Write the export again; whatever cut the text must cut between characters.`},"text.mojibake":{severity:`warning`,meaning:`A text holds characters that come from reading it in the wrong encoding, such as Ã¤ for ä.`,hint:`Write the export again in its true encoding; what is stored like this stays like this.`},"type.invalid":{severity:`error`,fixed:true,meaning:`The value has the wrong type for its field: a list or an object where one text belongs, or the reverse.`,hint:`Name one element of it in the mapping, such as path[0] or path.key.`},"url.invalid":{severity:`warning`,meaning:`The address of a page or picture is no http or https URL; the tenant may refuse it.`,hint:`Complete it in the source, or leave the field out.`},"userStatus.invalid":{severity:`error`,fixed:true,meaning:`The userStatus is none that cidaas knows.`,hint:`Map to VERIFIED, PENDING or DECLINED with a table.`},"userStatus.refused":{severity:`error`,fixed:true,meaning:`The userStatus is one that only cidaas itself should set (DELETED, LOCKED, COMBINED).`,hint:"Map users that must not log in to DECLINED, and leave deleted ones out with a `skip` rule."},"value.missing":{severity:`error`,fixed:true,meaning:`The source has no value where the mapping cannot do without one.`,hint:`Add the column to the export, or say in the mapping what an empty one means.`},"value.unknown":{severity:`error`,meaning:`The value does not stand in the table of the mapping.`,hint:"Add it to the table, or add `else`."},"zoneinfo.invalid":{severity:`warning`,meaning:`The zone is no IANA name such as Europe/Berlin; the tenant may ignore it.`,hint:`Map the source's zones with a table.`}}}),99919:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{i:()=>OUTCOMES});
const OUTCOMES=[`created`,`updated`,`unchanged`,`skipped`,`invalid`,`duplicate`,`failed`,`unknown`,`unsent`,`planned`]}),12862:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{bk:()=>downloadArtifact,eD:()=>DamagedArtifact,w:()=>ArtifactProblem,wl:()=>ownsRepository,wn:()=>listArtifacts});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
var _artifact_service_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(38135);
class ArtifactProblem extends Error{
constructor(message,options){
super(message,options);
this.name=`ArtifactProblem`}}
class DamagedArtifact extends ArtifactProblem{
constructor(message,options){
super(message,options);
this.name=`DamagedArtifact`}}
async function listArtifacts(place,{env,timeoutMs},through=`any`){
const own=isOwnRun(place,env)&&through===`any`;
const impossible=own?(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_2__.uB)(env):(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_2__.rF)(env);
if(impossible!==null)throw new ArtifactProblem(`Artifacts cannot be fetched: ${impossible}.`);
const findBy=own?null:findByOf(place,env);
const list=async client=>client.listArtifacts({latest:true,...findBy===null?{}:{findBy}});
try{
const{artifacts}=await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_2__.RN)(`Listing artifacts`,timeoutMs,async()=>list(await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_2__.AX)()));
return artifacts.map(({id,name,size,createdAt,digest})=>{
return{id,name,size,createdAt:createdAt??null,digest:digest??null,findBy}})}catch(cause){
throw problem(`listed`,findBy,cause)}}
async function downloadArtifact({id,digest,findBy},folder,{timeoutMs}){
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder,{recursive:true,mode:448});
let damaged;
try{
({digestMismatch:damaged}=await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_2__.RN)(`Fetching the artifact`,timeoutMs,async()=>{
const client=await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_2__.AX)();
return client.downloadArtifact(id,{path:folder,...digest===null?{}:{expectedHash:digest},...findBy===null?{}:{findBy}})}))}catch(cause){
throw problem(`fetched`,findBy,cause)}
if(damaged===true)throw new DamagedArtifact(`The artifact is damaged: its bytes do not have the digest that its upload recorded.`);
await refuseOddEntries(folder)}
function isOwnRun({runId,repository},env){
return ownsRepository(repository,env)&&(runId===null||String(runId)===env.GITHUB_RUN_ID)}
function ownsRepository(repository,env){
return repository===null||repository.toLowerCase()===env.GITHUB_REPOSITORY?.toLowerCase()}
function findByOf({runId,repository,token},env){
const[repositoryOwner=``,repositoryName=``]=(repository??env.GITHUB_REPOSITORY??``).split(`/`);
const workflowRunId=runId??Number(env.GITHUB_RUN_ID??0);
if(repositoryOwner===``||repositoryName===``||workflowRunId===0)throw new ArtifactProblem("Outside of GitHub Actions an artifact needs `export-repository` and `export-run-id`.");
if(token===``)throw new ArtifactProblem("Artifacts of another run need `github-token`.");
return{token,workflowRunId,repositoryOwner,repositoryName}}
function problem(done,findBy,cause){
const status=cause instanceof Error&&`status`in cause?cause.status:null;
const run=findBy===null?`this run`:`run ${findBy.workflowRunId} of ${findBy.repositoryOwner}/${findBy.repositoryName}`;
const permission="give the job `permissions: actions: read`, and for another repository a `github-token` that may read it";
switch(status){case 401:return new ArtifactProblem("`github-token` is not valid (any more).",{cause});case 403:return new ArtifactProblem(`\`github-token\` may not read the artifacts of ${run}: ${permission}.`,{cause});case 404:return new ArtifactProblem(`There is no ${run}, or \`github-token\` may not see it: ${permission}.`,{cause});case 410:return new ArtifactProblem(`The artifact of ${run} has expired.`,{cause});default:return new ArtifactProblem(`The artifacts of ${run} cannot be ${done}: ${(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_2__.qo)(cause)}.`,{cause})}}
async function refuseOddEntries(folder){
for await(const entry of await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.opendir)(folder,{recursive:true})){
const found=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.lstat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath,entry.name));
if(found.isFile()||found.isDirectory())continue;
throw new DamagedArtifact(`The artifact holds something other than files and folders (a link?): it is not used.`)}}}),38135:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{AX:()=>loadArtifactClient,RN:()=>inTime,qo:()=>reasonFor,rF:()=>noArtifacts,uB:()=>noRuntime});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(95064);
async function loadArtifactClient(){
const{DefaultArtifactClient}=await Promise.all([__webpack_require__.e(659),__webpack_require__.e(351),__webpack_require__.e(645)]).then(__webpack_require__.bind(__webpack_require__,9645));
return new DefaultArtifactClient}
function noArtifacts(env){
const server=env.GITHUB_SERVER_URL??`https://github.com`;
const host=URL.canParse(server)?new URL(server).hostname.toLowerCase():``;
if(host===`github.com`||host.endsWith(`.ghe.com`)||host.endsWith(`.localhost`))return null;
return`GitHub Enterprise Server has no artifact service that this action can use`}
function noRuntime(env){
const missing=[`ACTIONS_RUNTIME_TOKEN`,`ACTIONS_RESULTS_URL`].filter(name=>(env[name]??``)===``);
if(missing.length===0)return noArtifacts(env);
return`there is no artifact service outside of GitHub Actions (${missing.join(` and `)} not set)`}
class ArtifactTimeout extends Error{
constructor(what,timeoutMs){
super(`${what} took longer than ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_1__.p0)(timeoutMs)} and was given up`);
this.name=`ArtifactTimeout`}}
async function inTime(what,timeoutMs,work){
const gone=new AbortController;
let timer;
const late=new Promise((_,reject)=>{
timer=setTimeout(()=>{
gone.abort();
reject(new ArtifactTimeout(what,timeoutMs))},timeoutMs)});
try{
return await Promise.race([work(gone.signal),late])}finally{
clearTimeout(timer)}}
function reasonFor(error){
const message=error instanceof Error?error.message:String(error);
const[first=``]=message.trim().split(/[\r\n]/);
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.BP)(first.replace(/\?[^\s"']*/g,`?…`)),300)}}),9258:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>connectGitHub});
async function connectGitHub(token,{GITHUB_API_URL:baseUrl}){
const{getOctokit}=await Promise.all([__webpack_require__.e(351),__webpack_require__.e(770)]).then(__webpack_require__.bind(__webpack_require__,61351));
return getOctokit(token,baseUrl===undefined?{}:{baseUrl})}}),12855:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{W:()=>embeddedQueue});
const PUT_CHUNK=1e3;
function embeddedQueue(db){
const insert=db.prepare(`INSERT INTO batch (id, first, last, state) VALUES (?, ?, ?, 'waiting')`);
const take=db.prepare(`
    UPDATE batch SET state = 'leased', leased_until = :until
    WHERE id = (
      SELECT id FROM batch WHERE state = 'waiting' OR (state = 'leased' AND leased_until <= :now) ORDER BY id LIMIT 1
    )
    RETURNING id, first, last
  `);
const done=db.prepare(`DELETE FROM batch WHERE id = ?`);
const giveBack=db.prepare(`UPDATE batch SET state = 'waiting', leased_until = 0 WHERE id = ?`);
const open=db.prepare(`SELECT count(*) AS n FROM batch`);
return{async put(batches){
let waiting=0;
db.exec(`BEGIN IMMEDIATE`);
try{
for(const{id,first,last}of batches){
insert.run(id,first,last);
if(++waiting%PUT_CHUNK===0)db.exec(`COMMIT; BEGIN IMMEDIATE`)}
db.exec(`COMMIT`)}catch(error){
if(db.isTransaction)db.exec(`ROLLBACK`);
throw error}},async take(now,leaseMs){
return take.get({now,until:now+leaseMs})??null},async done(id){
done.run(id)},async giveBack(id){
giveBack.run(id)},async open(){
return open.get()?.n},async close(){}}}}),53095:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Q:()=>batched});
function*batched(pieces){
let batch=[];
let length=0;
for(const piece of pieces){
batch.push(piece);
length+=piece.length;
if(length<65536)continue;
yield batch.join(``);
batch=[];
length=0}
if(length>0)yield batch.join(``)}}),87927:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>closingLines});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _comparison_story_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(24513);
var _log_lines_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(64302);
const REASONS=10;
function closingLines(head,groups,reportPath,more=null){
const lines=[ending(head)];
for(const group of groups.slice(0,REASONS)){
const{code,outcome,count:rows}=group;
lines.push(`  ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(rows)} ${outcome}${code===outcome?``:`: ${code}`}`);
if(more!==null)lines.push(`    ${more(group)}`)}
for(const[code,rows]of Object.entries(head.warnings))lines.push(`  ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(rows)} warned: ${code}`);
if(head.comparison!==null){
const{headline,alerts}=(0,_comparison_story_js__WEBPACK_IMPORTED_MODULE_0__.$)(head.comparison);
lines.push(headline,...alerts.map(alert=>`  ${alert}`))}
if(head.planDigest!==null)lines.push(`Plan digest: ${head.planDigest}`);
lines.push(`Report: ${reportPath}`);
return lines}
function ending({mode,outcome,durationMs,totals}){
const took=`${mode} ${outcome} after ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.p0)(durationMs)}`;
return outcome===`error`&&totals.rows===0?`${took}, before any row was read`:`${took}: ${(0,_log_lines_js__WEBPACK_IMPORTED_MODULE_1__.o)(totals)}`}}),24513:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$:()=>comparisonStory,k:()=>changeText});
var _compare_compare_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(21337);
var _compare_value_change_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(32211);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
function comparisonStory(comparison){
const{base,problems,rows}=comparison;
if(problems.length>0)return{headline:`Not compared with ${base.name}: ${problems.join(` `)}`,alerts:[]};
if(rows.changed+rows.moved===0){
const headline=`Compared with ${base.name}, nothing changes: every row ends as before and every user is sent as before.`;
return{headline,alerts:[]}}
const parts=[...changedUsers(comparison),...moved(comparison.moves)];
const same=rows.same===0?``:` ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(rows.same,`row stays`,`rows stay`)} as before.`;
return{headline:`Compared with ${base.name}: ${parts.join(`, `)}.${same}`,alerts:alerts(comparison)}}
function changedUsers({rows:{changed}}){
return changed===0?[]:[`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(changed,`user is`,`users are`)} sent differently`]}
const KINDS={"newly invalid":`newly invalid`,"newly valid":`newly valid`,"newly skipped":`newly skipped`,"no longer skipped":`no longer skipped`,"newly duplicate":`newly a duplicate`,"no longer duplicate":`no longer a duplicate`,"another reason":`left out for another reason`,"newly read":`read that were not`,"no longer read":`no longer read`};
function moved(moves){
return Object.entries(KINDS).flatMap(([kind,words])=>{
const rows=rowsOf(moves,kind);
return rows===0?[]:[`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(rows,`row is`,`rows are`)} ${words}`]})}
function rowsOf(moves,kind){
return moves.reduce((sum,move)=>move.kind===kind?sum+move.rows:sum,0)}
const IDENTIFIER=/(?:^|\.)(?:email|username|mobile_number)$/;
function alerts({fields,moves}){
const users=(pattern,how=_compare_compare_js__WEBPACK_IMPORTED_MODULE_0__.e)=>Math.max(0,...fields.filter(({field})=>pattern.test(field)).map(how));
const found=[[users(/(?:^|\.)sub$/,({changed,removed})=>changed+removed),who=>`The sub of ${who} changes: to cidaas they are other people, and accounts under the old sub stay.`],[users(/^password_hash_info\.passwordHash$/,({removed})=>removed),who=>`The password of ${who} is no longer sent: they cannot log in with it.`],[users(/^password_hash_info\./,({changed,added})=>changed+added),who=>`The password of ${who} is sent differently: try to log in as some of them before all are sent.`],[users(IDENTIFIER,({changed,removed,ways})=>changed+removed-(ways[_compare_value_change_js__WEBPACK_IMPORTED_MODULE_1__.m]??0)),who=>`An identifier (e-mail address, user name or mobile number) of ${who} changes: they log in with another one.`],[users(/^userStatus$/),who=>`The status of ${who} changes: it decides whether they can log in.`]];
const said=found.flatMap(([number,sentence])=>number===0?[]:[sentence((0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(number,`user`))]);
const lost=rowsOf(moves.filter(({from})=>from?.outcome===`planned`),`newly invalid`);
return lost===0?said:[...said,`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(lost,`row`)} that would be sent before would not be sent any more.`]}
function changeText({added,removed,changed,ways}){
const how=Object.entries(ways).map(([way,users])=>users===changed?way:`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} ${way}`);
const parts=[[changed,how.length===0?`changed`:`changed (${how.slice(0,WAYS).join(`, `)})`],[added,`now sent`],[removed,`no longer sent`]];
return parts.filter(([users])=>users>0).map(([users,what])=>`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} ${what}`).join(`, `)}
const WAYS=3}),27675:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ku:()=>firstOf,du:()=>failureTally,mG:()=>tallied});
var _shown_row_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(91602);
const MAX_GROUPS=500;
const FIRST_ROWS=100;
function failureTally(){
const groups=new Map;
const first=[];
function add(row){
const code=row.code??row.outcome;
const{outcome,field}=row;
const key=`${outcome} ${code} ${field??``}`;
const known=groups.get(key);
if(known!==undefined)known.count++;else if(groups.size<MAX_GROUPS)groups.set(key,{outcome,code,field,count:1,first:row});else addOther(row);
if(first.length<FIRST_ROWS&&row.outcome!==`unsent`)first.push(row)}
function addOther(row){
const others=groups.get(`other`);
if(others===undefined)groups.set(`other`,{outcome:row.outcome,code:`other`,field:null,count:1,first:row});else others.count++}
return{add,groups:()=>[...groups.values()].sort((a,b)=>b.count-a.count||a.first.row-b.first.row),first:()=>first}}
function firstOf({first},level,fileNames){
const{file,line,field,message,hint}=(0,_shown_row_js__WEBPACK_IMPORTED_MODULE_0__.St)(first,level,fileNames);
const said=[message,hint].filter(text=>text!==null).join(` `);
return`first at ${file}:${line}${field===null?``:` (${field})`}${said===``?``:`: ${said}`}`}
function*tallied(rows,tally){
for(const row of rows){
tally.add(row);
yield row}}}),64302:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{R:()=>fileLine,o:()=>planLine});
var _plan_row_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(99919);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
const DELIMITERS={",":`comma`,";":`semicolon`,"	":`tab`,"|":`pipe`};
function fileLine({name,format,delimiter,encoding,bytes,compression}){
const cells=delimiter===null?``:` (${DELIMITERS[delimiter]})`;
const packed=compression===`none`?``:` ${compression}`;
return`${name}: ${format}${cells}, ${encoding}, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.Ej)(bytes)}${packed}`}
function planLine(totals){
return`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.hS)(totals.rows,`row`)}${endings(totals)}`}
function endings(totals){
const ended=_plan_row_js__WEBPACK_IMPORTED_MODULE_1__.i.filter(outcome=>totals[outcome]>0);
return ended.length===0?``:`: ${ended.map(outcome=>`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(totals[outcome])} ${outcome}`).join(` · `)}`}}),87026:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{w:()=>maskTenantMessage});
var _mask_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(19672);
function maskTenantMessage(message,users){
const text=message.slice(0,READ_CHARACTERS);
const values=users.flatMap(({body})=>valuesOf(JSON.parse(body)));
return(0,_mask_js__WEBPACK_IMPORTED_MODULE_0__.gC)(withoutCutValue(text,values),values)}
function withoutCutValue(text,values){
if(!text.endsWith(`…`))return text;
const kept=text.slice(0,-1);
const folded=kept.toLowerCase();
let cut=0;
for(const value of values){
const whole=value.trim().toLowerCase();
for(let length=Math.min(whole.length-1,kept.length);length>Math.max(cut,2);length--){
if(folded.endsWith(whole.slice(0,length)))cut=length}}
return`${kept.slice(0,kept.length-cut)}…`}
const READ_CHARACTERS=16384;
const COMMON=new Set([`algorithmTypeId`,`consents`,`gender`,`groups`,`iterations`,`keylen`,`locale`,`provider`,`roles`,`userStatus`,`zoneinfo`]);
function valuesOf(value){
if(typeof value===`string`)return[value];
if(typeof value===`number`)return[String(value)];
if(Array.isArray(value))return value.flatMap(valuesOf);
if(typeof value!==`object`||value===null)return[];
return Object.entries(value).flatMap(([key,child])=>COMMON.has(key)?[]:valuesOf(child))}}),19672:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{FN:()=>maskIdentifiers,QU:()=>maskSecrets,gC:()=>maskText,rv:()=>stub});
var _user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(75411);
const HIDDEN=`***`;
const PHONE=/^(?=(?:\D*\d){7})\+?[\d\s()./-]+$/;
const UUID=/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
function maskIdentifiers(ids,level){
if(level===`none`)return{};
const show=level===`full`?hideHash:stub;
return{...ids.sub===undefined?{}:{sub:level===`full`?hideHash(ids.sub):maskSub(ids.sub,ids)},...ids.email===undefined?{}:{email:show(ids.email)},...ids.username===undefined?{}:{username:show(ids.username)},...ids.mobile_number===undefined?{}:{mobile_number:show(ids.mobile_number)}}}
function stub(value){
const text=value.trim();
if((0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(text))return HIDDEN;
const at=text.lastIndexOf(`@`);
if(at>=0)return emailStub(text.slice(0,at),text.slice(at+1));
if(PHONE.test(text))return phoneStub(text.replace(/[^\d+]/g,``));
return`${initial(text)}${HIDDEN}`}
function maskText(text,ownValues){
const own=ownPattern(text,ownValues);
const known=own===null?text:text.normalize(`NFC`).replace(own,stub);
return betweenReferences(known,part=>hideSecrets(part).replace(WORD,word=>/[@＠]/.test(word)?stub(word.replace(`＠`,`@`)):word).replace(QUOTED,stubQuoted).replace(DIGITS,digits=>PHONE.test(digits)?stub(digits):digits))}
function maskSecrets(text){
return betweenReferences(text,hideSecrets)}
const REFERENCE=/((?<![\w-])(?:\d{10,16}-)?[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])|\(reference [\w.:-]{4,80}\))/i;
const QUOTED=/"[^"]{1,500}"|“[^”]{1,500}”|„[^“”]{1,500}[“”]|«[^»]{1,500}»|`[^`]{1,500}`|(?<![\p{L}\p{N}])'[^']{1,500}'(?![\p{L}\p{N}])/gu;
const FIELD=/^(?:sub|email|username|password|gender|locale|birthdate|nickname|profile|picture|website|zoneinfo|address|provider|roles|groups|consents|identities|[a-z]+(?:[A-Z_.][A-Za-z_]*)+)$/;
const CRYPT=/(?:\$[a-z0-9_-]{1,20}\$|\{[a-z0-9-]{2,20}\}(?=[a-z0-9+/$.]{8})|\b[a-z0-9_-]{2,30}\$\d{1,9}\$)[^\s"'<>]*/gi;
const BEARER=/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi;
const WORD=/[^\s"'`<>()[\]{},;]+/g;
const TOKEN=/[^\s"'`<>()[\]{},;|=:]+(?:={1,2}(?![^\s"'`<>()[\]{},;|]))?/g;
const OPAQUE=/^(?:[\dA-Fa-f]{32,}|eyJ[\w-]{5,}\.[\w.-]+|[\w+/-]{40,}={0,2}|[\w+/-]{16,}={1,2}|(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w+/-]{24,})$/;
const DIGITS=/\+?\(?\d(?:[\d\s()./-]*\d)?/g;
function betweenReferences(text,mask){
const parts=text.split(REFERENCE).map((part,index)=>{
const kept=index%2===1&&!(0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(part.replace(/^\(reference |\)$/gi,``));
return kept?part:mask(part)});
return parts.join(``)}
function hideSecrets(part){
return part.replace(CRYPT,HIDDEN).replace(BEARER,`$1 ${HIDDEN}`).replace(WORD,word=>(0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(word)?HIDDEN:word).replace(TOKEN,token=>OPAQUE.test(token)?HIDDEN:token)}
function stubQuoted(quoted,at,text){
const inner=quoted.slice(1,-1);
const isKey=/^\w+$/.test(inner)&&/^\s*:\s*["{[\d]/.test(text.slice(at+quoted.length,at+quoted.length+10));
const isStub=/^\S*\*{3}\S*$/.test(inner);
return isKey||isStub||FIELD.test(inner)?quoted:`${quoted.at(0)}${stub(inner)}${quoted.at(-1)}`}
function ownPattern(text,ownValues){
const folded=text.normalize(`NFC`).toLowerCase();
const values=new Set;
for(const value of ownValues){
const own=value.trim().normalize(`NFC`);
const local=own.slice(0,Math.max(0,own.lastIndexOf(`@`)));
for(const candidate of[own,local,upper(own),upper(local),...spellings(own)]){
if(candidate.length>=3&&folded.includes(candidate.toLowerCase()))values.add(candidate)}}
if(values.size===0)return null;
const parts=[...values].sort((a,b)=>b.length-a.length).map(valuePattern);
return new RegExp(parts.join(`|`),`giu`)}
function upper(text){
return text.toUpperCase().normalize(`NFC`)}
function spellings(value){
if(/^[\w.-]*$/.test(value))return[];
const html=value.replace(/[&<>"']/g,character=>ENTITIES[character]??character);
const named=html.replaceAll(`&#39;`,`&apos;`).replaceAll(`&quot;`,`&#34;`);
return[JSON.stringify(value).slice(1,-1),encodeURIComponent(value.toWellFormed()),html,named]}
const ENTITIES={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#39;`};
function valuePattern(value){
const escaped=value.replace(/[\\^$.*+?()[\]{}|/]/g,`\\$&`);
return/^\p{L}{3,7}$/u.test(value)?`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`:escaped}
function hideHash(value){
return(0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(value.trim())?HIDDEN:value}
function maskSub(sub,ids){
const lower=sub.toLowerCase();
const same=[ids.email,ids.mobile_number].some(value=>value?.toLowerCase()===lower);
const isNumber=/^\s*[+0]/.test(sub)&&PHONE.test(sub)&&!UUID.test(sub);
const personal=same||sub.includes(`@`)||isNumber;
return personal||(0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(sub.trim())?stub(sub):sub}
function emailStub(local,domain){
const labels=domain.split(`.`);
const top=labels.length>1?labels.at(-1)??``:``;
const end=/^[a-z]{2,24}$/i.test(top)?`.${top}`:``;
return`${initial(local)}${HIDDEN}@${initial(labels[0]??``)}${HIDDEN}${end}`}
function phoneStub(digits){
const start=digits.startsWith(`+`)?digits.slice(0,3):digits.slice(0,1);
return`${start}${HIDDEN}${digits.length>=10?digits.slice(-2):``}`}
function initial(text){
const[first=``,,third]=Array.from(text.slice(0,8));
return third!==undefined&&/^[\p{L}\p{N}]$/u.test(first)?first:``}}),73211:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{n:()=>FAILURE_OUTCOMES,r:()=>successOutcomes});
const FAILURE_OUTCOMES=[`invalid`,`duplicate`,`failed`,`unknown`,`unsent`];
function successOutcomes(mode){
return mode===`apply`?[`created`,`updated`]:[`planned`]}}),54509:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{q:()=>shownHead});
var _mask_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(19672);
function shownHead(head,level){
const{delta}=head;
if(delta===null)return head;
const subs=delta.missing.subs.map(sub=>(0,_mask_js__WEBPACK_IMPORTED_MODULE_0__.FN)({sub},level).sub).filter(sub=>sub!==undefined);
return{...head,delta:{...delta,missing:{...delta.missing,subs}}}}}),91602:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{E3:()=>withoutStubs,St:()=>shownRow,X$:()=>shownUser});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _mask_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(19672);
const MESSAGE_CHARACTERS=1e3;
const READ_CHARACTERS=16384;
const STUB=/[\p{L}\p{N}+]*\*{3}(?:@?[\p{L}\p{N}]*\*{3})?[\p{L}\p{N}.]*/gu;
function shownRow(row,level,fileNames){
return{row:row.row,file:fileNames[row.file]??``,line:row.line,outcome:row.outcome,code:row.code,field:row.field,message:shownMessage(row,level),hint:row.hint,user:shownUser(row,level),attempts:row.attempts,duplicateOf:row.duplicateOf}}
function shownUser(row,level){
const sub=row.identifiers.sub??row.sub;
return(0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.FN)(sub===null?row.identifiers:{...row.identifiers,sub},level)}
function shownMessage(row,level){
if(row.message===null)return null;
const text=row.message.slice(0,READ_CHARACTERS);
const byTenant=row.outcome===`failed`||row.outcome===`unknown`||row.attempts>0;
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(byTenant?maskedMessage(text,row,level):(0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.QU)(text),MESSAGE_CHARACTERS)}
function maskedMessage(text,row,level){
if(level===`full`)return(0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.QU)(text);
const own=[...Object.values(row.identifiers),...row.sub===null?[]:[row.sub]];
return withoutStubs((0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.gC)(text,own),level)}
function withoutStubs(masked,level){
return level===`none`?masked.replace(STUB,`***`):masked}}),10166:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Jg:()=>keepState,O4:()=>noteRecreated,_4:()=>compareWithLast});
var _runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(36589);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _settings_limit_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(27110);
var _state_delta_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(96461);
const LISTED=1e3;
async function compareWithLast(settings,{ledger,state,log,stop:signal},createOnly,planned){
if(state===null)return{users:planned.users,delta:null,warnings:{},stop:null};
const last=await state.recall();
const isDelta=settings.sync===`delta`;
if(isDelta&&last===null){
throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d(["There is no valid state to compare with, so nothing was sent: `sync: full` starts one (in this workflow, on this branch, with this `state-key`)."])}
const{known,fingerprint}=state;
const compared=await(0,_state_delta_js__WEBPACK_IMPORTED_MODULE_1__.R)({ledger,known,fingerprint,createOnly,leaveOut:isDelta,signal});
const missing=known.missing(LISTED);
const subChanged=known.subChanged(LISTED);
const delta={from:last?.from??null,known:last?.users??0,new:compared.new,changed:compared.changed,unchanged:compared.unchanged,missing:{total:missing.total,new:missing.fresh,subs:missing.subs},subChanged:subChanged.rows,recreated:[]};
if(last!==null){
log.info(`Compared with ${last.from}: ${delta.new} new, ${delta.changed} changed, ${delta.unchanged} unchanged, ${missing.fresh} newly missing`)}
return{users:isDelta?compared.users:planned.users,delta,warnings:subChanged.total>0?{"sub.changed":subChanged.total}:{},stop:isDelta?refuse(settings,delta,planned.rows):null}}
function refuse({maxChanged,maxMissing},{new:fresh,changed,missing,known},rows){
const over=(count,limit,base)=>count>(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_2__.T)(limit,base);
const messages=[];
if(over(fresh+changed,maxChanged,rows)){
messages.push(`The delta would send ${fresh+changed} of ${rows} rows (${fresh} new, ${changed} changed), more than max-changed (${(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_2__.P)(maxChanged)}) allows: nothing was sent.`)}
if(over(missing.new,maxMissing,known)){
messages.push(`${missing.new} of ${known} known users are newly missing from the export, more than max-missing (${(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_2__.P)(maxMissing)}) allows: nothing was sent.`)}
return messages.length===0?null:{outcome:`aborted`,message:messages.join(`
`)}}
async function keepState(state,log){
try{
return state===null||await state.keep()}catch(cause){
log.warning(`The state could not be kept: ${(0,_runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_3__.u)(cause)}. The next delta compares with the one before.`);
return false}}
function noteRecreated(state,draft){
if(state===null||draft.delta===null)return;
const{total,rows}=state.known.recreated(LISTED);
if(total===0)return;
draft.delta={...draft.delta,recreated:rows};
draft.warnings={...draft.warnings,recreated:total}}}),68089:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{_:()=>migrate});
;
const GROWTH=1.05;
class Latencies{
#classes=[];
#count=0;
#max=0;
add(ms){
const at=ms<1?0:Math.ceil(Math.log(ms)/Math.log(GROWTH));
this.#classes[at]=(this.#classes[at]??0)+1;
this.#count++;
this.#max=Math.max(this.#max,ms)}
merge(other){
for(let at=0;at<other.#classes.length;at++){
const more=other.#classes[at]??0;
if(more>0)this.#classes[at]=(this.#classes[at]??0)+more}
this.#count+=other.#count;
this.#max=Math.max(this.#max,other.#max)}
get count(){
return this.#count}
get max(){
return Math.round(this.#max)}
quantile(share){
let left=Math.ceil(this.#count*share);
for(let at=0;at<this.#classes.length;at++){
left-=this.#classes[at]??0;
if(left<=0)return Math.round(Math.min(GROWTH**at,this.#max))}
return 0}}
;
const MOST_BUCKETS=600;
const FIRST_WIDTH_MS=1e3;
class Timeline{
#startedAt;
#buckets=[];
#width=FIRST_WIDTH_MS;
constructor(startedAt){
this.#startedAt=startedAt}
request(ms,at){
this.#bucket(at).latencies.add(ms)}
settled(accepted,failed,at){
const bucket=this.#bucket(at);
bucket.settled+=accepted;
bucket.failed+=failed}
summary(){
const buckets=this.#buckets.flatMap((bucket,index)=>{
if(bucket===undefined)return[];
const{settled,failed,latencies}=bucket;
const requests=latencies.count;
const[p50,p95]=requests===0?[null,null]:[latencies.quantile(.5),latencies.quantile(.95)];
return[{ms:index*this.#width,settled,failed,requests,p50,p95}]});
return{startedAt:new Date(this.#startedAt).toISOString(),bucketMs:this.#width,buckets}}
#bucket(at){
const since=Math.max(0,at-this.#startedAt);
while(since>=this.#width*MOST_BUCKETS)this.#double();
const index=Math.floor(since/this.#width);
const bucket=this.#buckets[index]??{settled:0,failed:0,latencies:new Latencies};
this.#buckets[index]=bucket;
return bucket}
#double(){
const wider=[];
for(const[index,bucket]of this.#buckets.entries()){
const at=Math.floor(index/2);
const first=wider[at];
if(first===undefined||bucket===undefined)wider[at]=first??bucket;else{
first.settled+=bucket.settled;
first.failed+=bucket.failed;
first.latencies.merge(bucket.latencies)}}
this.#buckets=wider;
this.#width*=2}}
;
class RequestStats{
#byStatus=new Map;
#latencies=new Latencies;
#timeline=new Timeline(0);
#retried=0;
#batches=0;
begin(at){
this.#timeline=new Timeline(at)}
*counting(batches){
for(const batch of batches){
this.#batches++;
yield batch}}
observe({status,ms},at){
const name=status===null?`none`:String(status);
this.#byStatus.set(name,(this.#byStatus.get(name)??0)+1);
this.#latencies.add(ms);
this.#timeline.request(ms,at)}
settled(accepted,failed,at){
this.#timeline.settled(accepted,failed,at)}
retried(){
this.#retried++}
summary(limits){
const byStatus=Object.fromEntries([...this.#byStatus].sort(([a],[b])=>a<b?-1:1));
const latencyMs={p50:this.#latencies.quantile(.5),p95:this.#latencies.quantile(.95),max:this.#latencies.max};
const timeline=this.#timeline.summary();
const counts={batches:this.#batches,sent:this.#latencies.count,retried:this.#retried};
return{...counts,byStatus,latencyMs,limits,timeline}}}
var external_node_crypto_=__webpack_require__(77598);
;
const PARTS=[`version`,`tenant`,`export`,`mapping`,`options`,`users`];
function planDigest(input){
const options=Object.entries(input.options).sort(([a],[b])=>a<b?-1:1);
return[`v1`,input.tenant===null?`none`:digest_short(input.tenant),digest_short(input.exportHashes.join(`
`)),input.mappingHashes.length===0?`none`:digest_short(input.mappingHashes.join(`
`)),digest_short(JSON.stringify(options)),input.users.slice(0,32)].join(`.`)}
function differingParts(a,b){
const theirs=b.split(`.`);
const ours=a.split(`.`);
return PARTS.filter((_,at)=>ours[at]!==theirs[at])}
function digest_short(text){
return(0,external_node_crypto_.createHash)(`sha256`).update(text).digest(`hex`).slice(0,16)}
var log_lines=__webpack_require__(64302);
var disk_full=__webpack_require__(36589);
var input_error=__webpack_require__(30199);
var log=__webpack_require__(94998);
var progress_log=__webpack_require__(9078);
var limit=__webpack_require__(27110);
;
const NOT_IN_PILOT={code:`pilot`,field:null,message:`Left out of the pilot.`,hint:"Log in as some of the users of the pilot, then run again without `pilot` (in Actions with `resume-run-id`)."};
const ALGORITHM=`coalesce(body ->> '$.password_hash_info.algorithmTypeId', 'none')`;
function choosePilot(ledger,size){
ledger.db.exec(`CREATE TEMP TABLE pilot (row INTEGER PRIMARY KEY, algorithm TEXT NOT NULL)`);
ledger.db.prepare(`
      INSERT INTO pilot
      SELECT row, algorithm FROM (
        SELECT row, algorithm, row_number() OVER (PARTITION BY algorithm ORDER BY row) AS turn FROM (
          SELECT row, ${ALGORITHM} AS algorithm FROM user JOIN row USING (row) WHERE state = 'planned'
        )
      ) ORDER BY turn, row LIMIT ?
    `).run(size);
const all=ledger.db.prepare(`SELECT ${ALGORITHM} AS algorithm, count(pilot.row) AS n FROM user JOIN row USING (row) LEFT JOIN pilot USING (row)
     WHERE state = 'planned' GROUP BY 1 ORDER BY 1`);
const counts=all.all();
const{code,message,hint}=NOT_IN_PILOT;
ledger.db.prepare(`UPDATE row SET state = 'unsent', code = ?, message = ?, hint = ? WHERE state = 'planned' AND row NOT IN (SELECT row FROM pilot)`).run(code,message,hint);
ledger.db.exec(`DROP TABLE temp.pilot`);
return Object.fromEntries(counts.map(({algorithm,n})=>[algorithm,n]))}
;
function refuseOtherPlan({expectedPlan},planDigest){
const parts=expectedPlan===null?[]:differingParts(planDigest,expectedPlan);
if(parts.length===0)return null;
const message=`This is not the plan that was approved: it differs in ${parts.join(`, `)} (expected-plan ${expectedPlan}, found ${planDigest}). Nothing was sent; plan again and approve the new digest.`;
return{outcome:`aborted`,message}}
function startPilot({pilot},{ledger,log,run},draft){
if(pilot===0)return;
draft.pilot=true;
const counts=Object.entries(choosePilot(ledger,pilot));
const chosen=counts.filter(([,rows])=>rows>0).map(([algorithm,rows])=>`${rows} with ${algorithm}`);
const absent=counts.filter(([,rows])=>rows===0).map(([algorithm])=>algorithm);
if(absent.length>0)log.warning(`The pilot is too small for every kind of password: nobody with ${absent.join(`, `)} is in it. It needs at least ${counts.length} users.`);
log.notice(`A pilot: ${chosen.join(`, `)}; everybody else stays unsent. To continue, run again without \`pilot\`${run===null?``:` and with \`resume-run-id: ${run.id}\``}.`)}
;
const MOST_ROWS=10;
function plannedByKey(ledger){
const find=ledger.db.prepare(`SELECT DISTINCT user.row, user.body FROM key JOIN user USING (row) JOIN row USING (row) WHERE hash = ? AND state = 'planned' ORDER BY user.row LIMIT ?`);
return hash=>find.all(hash,MOST_ROWS)}
var password_algorithm=__webpack_require__(53660);
var encoded_bytes=__webpack_require__(64713);
var password_hash=__webpack_require__(11109);
var recognise=__webpack_require__(47490);
var whole_number=__webpack_require__(69302);
;
function readHashInfo({algorithmTypeId:id,passwordHash,hData}){
const upper=id.toUpperCase();
if(upper.startsWith(`CUSTOM`))return textReading(passwordHash,null);
const bcrypt=/^BCRYPT_(\d+)$/.exec(upper);
if(bcrypt!==null)return textReading(passwordHash,({kind,...hash})=>kind===`bcrypt`&&`cost`in hash&&hash.cost===Number(bcrypt[1]));
if(upper.startsWith(`ARGON`))return textReading(passwordHash,({kind})=>kind===`argon2`);
const named=digestIn(upper);
if(upper.startsWith(`PBKDF2`))return pbkdf2Readings(passwordHash,hData,named);
if(upper.startsWith(`HMAC`))return hmacReadings(passwordHash,hData?.salt,named);
return named===null?[]:digestReadings(passwordHash,hData?.salt,named)}
function textReading(text,fits){
const recognised=(0,recognise.A)(text);
if(recognised.kind!==`hash`||fits?.(recognised.hash)===false)return[];
return[{hash:recognised.hash,assumed:null}]}
function digestIn(id){
const name=/(MD5|SHA-?1|SHA-?256|SHA-?384|SHA-?512)$/.exec(id.replaceAll(`_`,`-`))?.[1];
switch(name?.replace(`-`,``)){case`MD5`:return`md5`;case`SHA1`:return`sha1`;case`SHA256`:return`sha256`;case`SHA384`:return`sha384`;case`SHA512`:return`sha512`;default:return null}}
function pbkdf2Readings(text,hData,named){
const iterations=(0,whole_number.r)(hData?.iterations,1,999999999);
const keylen=(0,whole_number.r)(hData?.keylen,1,4096);
const key=keylen===null?null:(0,encoded_bytes.Td)(text,keylen);
const salt=hData?.salt;
if(iterations===null||key===null||salt===undefined)return[];
const digests=named===null?[`sha256`,`sha1`,`sha512`]:[named];
return digests.map(digest=>({hash:{kind:`pbkdf2`,digest,iterations,salt:(0,password_hash.MK)(salt),key},assumed:named===null?`the tenant's PBKDF2 uses ${digest.toUpperCase().replace(`SHA`,`SHA-`)}`:null}))}
function hmacReadings(text,salt,digest){
if(digest===null||salt===undefined)return[];
const value=(0,encoded_bytes.Td)(text,password_hash.x4[digest]);
if(value===null)return[];
return[{hash:{kind:`hmac`,digest,key:(0,password_hash.MK)(salt),encoding:`utf8`,value},assumed:`the tenant takes the salt as the key of the HMAC`}]}
function digestReadings(text,salt,digest){
const value=(0,encoded_bytes.w8)(text);
if(value?.length!==password_hash.x4[digest])return[];
if(salt===undefined||salt===``)return[{hash:{kind:`digest`,digest,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value},assumed:null}];
return[`prefix`,`suffix`].map(position=>({hash:{kind:`digest`,digest,position,salt:(0,password_hash.MK)(salt),encoding:`utf8`,value},assumed:`the tenant puts the salt ${position===`prefix`?`before`:`after`} the password`}))}
;
function saltVariants({bytes}){
const variants=[];
const add=(salt,cause)=>{
if(salt!==null&&salt.bytes.length>0&&!(0,encoded_bytes.er)(salt.bytes,bytes))variants.push({salt,cause})};
const text=Buffer.from(bytes).toString(`utf8`);
add(decoded((0,encoded_bytes.w8)(text)),`the salt were hexadecimal and had to be decoded`);
add(decoded((0,encoded_bytes.G1)(text)),`the salt were base64 and had to be decoded`);
add((0,password_hash.MK)((0,encoded_bytes.ju)(bytes)),`the salt were the base64 text itself and not to be decoded`);
add((0,password_hash.MK)((0,encoded_bytes.ZD)(bytes)),`the salt were the hexadecimal text itself and not to be decoded`);
add((0,password_hash.MK)((0,encoded_bytes.ZD)(bytes).toUpperCase()),`the salt were the hexadecimal text itself, in upper case`);
add((0,password_hash.MK)(text.trim()),`the salt had no white space around it`);
return variants}
function decoded(bytes){
return bytes===null?null:(0,password_hash.pz)(bytes)}
;
const ITERATIONS=[1,1e3,4096,1e4,24e3,27500,29e3,1e5,21e4,26e4,31e4,6e5];
const DIGESTS=[`sha256`,`sha1`,`sha512`,`md5`];
const ARGON2=[`argon2id`,`argon2i`,`argon2d`];
function hashVariants(hash){
switch(hash.kind){case`pbkdf2`:return pbkdf2Variants(hash);case`digest`:return digestVariants(hash);case`hmac`:return hmacVariants(hash);case`scrypt`:return saltVariants(hash.salt).map(({salt,cause})=>({hash:{...hash,salt},cause}));case`argon2`:return[...ARGON2.filter(variant=>variant!==hash.variant).map(variant=>({hash:{...hash,variant},cause:`the variant were ${variant}`})),...saltVariants((0,password_hash.pz)(hash.salt)).map(({salt,cause})=>({hash:{...hash,salt:salt.bytes},cause}))];case`shopware-sha256`:return[...iterationsNear(hash.iterations).map(iterations=>withIterations({...hash,iterations})),{hash:{kind:`pbkdf2`,digest:`sha256`,iterations:hash.iterations,salt:(0,password_hash.MK)(hash.salt),key:hash.value},cause:`it were PBKDF2 with SHA-256 and not the scheme of Shopware`}];case`firebase-scrypt`:return[{hash:{...hash,separator:Buffer.of(7)},cause:`the salt separator were the default Bw==`},{hash:{...hash,separator:new Uint8Array},cause:`there were no salt separator`},{hash:{...hash,cost:2**14,blockSize:8},cause:`mem_cost were 14 and rounds 8, the defaults`}];case`bcrypt`:case`prehashed-bcrypt`:case`phpass`:case`unix-crypt`:case`magento-chain`:return[]}}
function pbkdf2Variants(hash){
return[...saltVariants(hash.salt).map(({salt,cause})=>({hash:{...hash,salt},cause})),...DIGESTS.filter(digest=>digest!==hash.digest).map(digest=>({hash:{...hash,digest},cause:`the digest were ${digest}`})),...[...iterationsNear(hash.iterations),...ITERATIONS.filter(count=>count!==hash.iterations)].map(iterations=>withIterations({...hash,iterations}))]}
function digestVariants(hash){
if(hash.position===`none`)return[];
const{digest,salt,encoding,value}=hash;
const other=hash.position===`prefix`?`suffix`:`prefix`;
const swapped=`the salt stood ${other===`prefix`?`before`:`after`} the password`;
const salts=saltVariants(salt);
const hmac=(key,cause)=>({hash:{kind:`hmac`,digest,key,encoding,value},cause});
return[{hash:{...hash,position:other},cause:swapped},...salts.map(variant=>({hash:{...hash,salt:variant.salt},cause:variant.cause})),...salts.map(variant=>({hash:{...hash,salt:variant.salt,position:other},cause:`${swapped} and ${variant.cause}`})),{hash:{...hash,position:`none`,salt:(0,password_hash.Eg)()},cause:`the password were hashed without the salt`},hmac(salt,`it were an HMAC with the salt as its key`),...salts.map(variant=>hmac(variant.salt,`it were an HMAC with the salt as its key and ${variant.cause}`))]}
function hmacVariants(hash){
const{digest,key:salt,encoding,value}=hash;
return[...saltVariants(salt).map(variant=>({hash:{...hash,key:variant.salt},cause:variant.cause})),...[`prefix`,`suffix`].map(position=>({hash:{kind:`digest`,digest,position,salt,encoding,value},cause:`it were a plain digest with the salt ${position===`prefix`?`before`:`after`} the password`}))]}
function iterationsNear(count){
return[count-1,count+1].filter(near=>near>0)}
function withIterations(hash){
return{hash,cause:`the number of iterations were ${hash.iterations}`}}
var external_node_util_=__webpack_require__(57975);
;
class UncheckableHash extends Error{
constructor(message,options){
super(message,options);
this.name=`UncheckableHash`}}
;
async function argon2(variant,message,nonce,work,tagLength){
if(typeof external_node_crypto_.argon2!==`function`)throw new UncheckableHash(`Argon2 needs Node 24.7 or later`);
const{memory,passes,parallelism}=work;
return(0,external_node_util_.promisify)(external_node_crypto_.argon2)(variant,{message,nonce,memory,passes,parallelism,tagLength})}
async function scrypt(password,salt,work,keylen){
const{cost,blockSize,parallelism=1}=work;
const maxmem=128*blockSize*(cost+parallelism+2);
return new Promise((resolve,reject)=>{
const options={N:cost,r:blockSize,p:parallelism,maxmem};
try{
external_node_crypto_.scrypt(password,salt,keylen,options,(error,key)=>error===null?resolve(key):reject(error))}catch(cause){
reject(new UncheckableHash(`scrypt refuses its parameters`,{cause}))}})}
var magento_text=__webpack_require__(74314);
var crypt_text=__webpack_require__(673);
;
function phpassDigits(password,salt,logRounds){
let sum=(0,external_node_crypto_.createHash)(`md5`).update(salt,`latin1`).update(password).digest();
for(let round=2**logRounds;round>0;round--)sum=(0,external_node_crypto_.createHash)(`md5`).update(sum).update(password).digest();
return littleEndianBase64(sum)}
function littleEndianBase64(bytes){
let text=``;
for(let start=0;start<bytes.length;start+=3){
const group=bytes.subarray(start,start+3);
let bits=(group[0]??0)|(group[1]??0)<<8|(group[2]??0)<<16;
for(let digit=0;digit<=group.length;digit++){
text+=crypt_text.Gr.charAt(bits&63);
bits>>=6}}
return text}
;
function md5Crypt(password,saltText){
const salt=Buffer.from(saltText,`latin1`);
const inner=md5(password,salt,password);
const first=(0,external_node_crypto_.createHash)(`md5`).update(password).update(`$1$`).update(salt).update(repeated(inner,password.length));
for(let bits=password.length;bits>0;bits>>=1){
first.update(bits&1?Buffer.alloc(1):password.subarray(0,1))}
let sum=first.digest();
for(let round=0;round<1e3;round++){
const odd=round%2===1;
sum=md5(odd?password:sum,round%3===0?NOTHING:salt,round%7===0?NOTHING:password,odd?sum:password)}
return`$1$${saltText}$${cryptDigits(sum,MD5_ORDER)}`}
function shaCrypt(variant,password,saltText,rounds){
const algorithm=variant===`5`?`sha256`:`sha512`;
const hash=(...parts)=>digestOf(algorithm,parts);
const salt=Buffer.from(saltText,`latin1`);
const inner=hash(password,salt,password);
const parts=[password,salt,repeated(inner,password.length)];
for(let bits=password.length;bits>0;bits>>=1)parts.push(bits&1?inner:password);
let sum=hash(...parts);
const passwordSum=hash(...Array.from({length:password.length},()=>password));
const passwordBytes=repeated(passwordSum,password.length);
const saltSum=hash(...Array.from({length:16+(sum[0]??0)},()=>salt));
const saltBytes=repeated(saltSum,salt.length);
for(let round=0;round<(rounds??5e3);round++){
const odd=round%2===1;
sum=hash(odd?passwordBytes:sum,round%3===0?NOTHING:saltBytes,round%7===0?NOTHING:passwordBytes,odd?sum:passwordBytes)}
const named=rounds===null?``:`rounds=${rounds}$`;
return`$${variant}$${named}${saltText}$${cryptDigits(sum,variant===`5`?SHA256_ORDER:SHA512_ORDER)}`}
const NOTHING=Buffer.alloc(0);
const MD5_ORDER=[[0,6,12],[1,7,13],[2,8,14],[3,9,15],[4,10,5],[-1,-1,11]];
const SHA256_ORDER=[[0,10,20],[21,1,11],[12,22,2],[3,13,23],[24,4,14],[15,25,5],[6,16,26],[27,7,17],[18,28,8],[9,19,29],[-1,31,30]];
const SHA512_ORDER=[[0,21,42],[22,43,1],[44,2,23],[3,24,45],[25,46,4],[47,5,26],[6,27,48],[28,49,7],[50,8,29],[9,30,51],[31,52,10],[53,11,32],[12,33,54],[34,55,13],[56,14,35],[15,36,57],[37,58,16],[59,17,38],[18,39,60],[40,61,19],[62,20,41],[-1,-1,63]];
function cryptDigits(bytes,order){
let text=``;
for(const[high,middle,low]of order){
let bits=at(bytes,high)<<16|at(bytes,middle)<<8|at(bytes,low);
const digits=high>=0?4:middle>=0?3:2;
for(let digit=0;digit<digits;digit++){
text+=crypt_text.Gr.charAt(bits&63);
bits>>=6}}
return text}
function at(bytes,index){
return index<0?0:bytes[index]??0}
function repeated(bytes,length){
return length===0?NOTHING:Buffer.alloc(length,bytes)}
function md5(...parts){
return digestOf(`md5`,parts)}
function digestOf(algorithm,parts){
const hash=(0,external_node_crypto_.createHash)(algorithm);
for(const part of parts)hash.update(part);
return hash.digest()}
;
const GIB=2**30;
function refuseTooMuchWork(hash){
const memory=memoryOf(hash);
if(memory>GIB)throw new UncheckableHash(`checking it would take more than 1 GiB of memory`);
if(workOf(hash)*memory>64*GIB||roundsOf(hash)>2e7)throw new UncheckableHash(`checking it would take minutes`)}
function memoryOf(hash){
switch(hash.kind){case`argon2`:return hash.memory*1024;case`scrypt`:case`firebase-scrypt`:return 128*hash.cost*hash.blockSize;case`magento-chain`:return Math.max(0,...hash.steps.map(step=>step.kind===`argon2id`?step.memory*1024:0));default:return 0}}
function workOf(hash){
if(hash.kind===`argon2`)return hash.passes;
if(hash.kind===`scrypt`)return hash.parallelism;
if(hash.kind!==`magento-chain`)return 1;
return hash.steps.reduce((sum,step)=>sum+(step.kind===`argon2id`?step.passes:0),0)}
function roundsOf(hash){
switch(hash.kind){case`pbkdf2`:return hash.iterations*Math.ceil(hash.key.length/64);case`shopware-sha256`:return hash.iterations;case`phpass`:return 2**hash.logRounds;case`unix-crypt`:return hash.rounds??0;case`bcrypt`:return bcryptRounds(hash.cost);case`prehashed-bcrypt`:return bcryptRounds(Number(hash.bcrypt.slice(4,6)));default:return 0}}
function bcryptRounds(cost){
return 2**cost*100}
;
async function verifyHash(hash,password,secrets={}){
refuseTooMuchWork(hash);
const bytes=typeof password===`string`?Buffer.from(password,`utf8`):password;
switch(hash.kind){case`bcrypt`:return bcrypt(bytes,hash.text);case`prehashed-bcrypt`:return bcrypt(Buffer.from(hash.scheme===`wordpress`?wordpressPreHash(bytes):sha256Hex(bytes)),hash.bcrypt);case`argon2`:if(hash.version!==19)throw new UncheckableHash(`Node cannot compute Argon2 1.0`);return(0,encoded_bytes.er)(await argon2(hash.variant,bytes,hash.salt,hash,hash.key.length),hash.key);case`pbkdf2`:{
const{salt,iterations,key,digest}=hash;
return(0,encoded_bytes.er)(await(0,external_node_util_.promisify)(external_node_crypto_.pbkdf2)(bytes,salt.bytes,iterations,key.length,digest),key)}case`scrypt`:return(0,encoded_bytes.er)(await scrypt(bytes,hash.salt.bytes,hash,hash.key.length),hash.key);case`firebase-scrypt`:return firebaseScrypt(bytes,hash,hash.signerKey??secrets.firebaseSignerKey);case`digest`:{
const{digest,position,salt}=hash;
const own=encoded(password,hash.encoding);
const parts=position===`none`?[own]:position===`prefix`?[salt.bytes,own]:[own,salt.bytes];
return(0,encoded_bytes.er)(external_node_crypto_.createHash(digest).update(Buffer.concat(parts)).digest(),hash.value)}case`hmac`:{
const mac=external_node_crypto_.createHmac(hash.digest,hash.key.bytes).update(encoded(password,hash.encoding));
return(0,encoded_bytes.er)(mac.digest(),hash.value)}case`phpass`:return phpassDigits(bytes,hash.salt,hash.logRounds)===hash.text.slice(12);case`unix-crypt`:return unixCrypt(bytes,hash)===hash.text;case`shopware-sha256`:return shopwareSha256(bytes,hash.salt,hash.iterations)===(0,encoded_bytes.ZD)(hash.value);case`magento-chain`:return magentoChain(bytes,hash.salt,hash.steps,hash.value)}}
function wordpressPreHash(password){
return external_node_crypto_.createHmac(`sha384`,`wp-sha384`).update(password).digest(`base64`)}
function sha256Hex(bytes){
return external_node_crypto_.createHash(`sha256`).update(bytes).digest(`hex`)}
async function bcrypt(password,text){
const{default:bcryptjs}=await __webpack_require__.e(242).then(__webpack_require__.bind(__webpack_require__,36242));
if(!Buffer.from(password).equals(Buffer.from(Buffer.from(password).toString(`utf8`),`utf8`)))throw new UncheckableHash(`bcrypt of a password that is not UTF-8`);
return bcryptjs.compare(Buffer.from(password).toString(`utf8`),text)}
async function firebaseScrypt(password,hash,signerKey){
if(signerKey===undefined)throw new UncheckableHash(`Firebase's scrypt needs the project's signer key`);
const key=await scrypt(password,Buffer.concat([hash.salt,hash.separator]),hash,32);
const cipher=external_node_crypto_.createCipheriv(`aes-256-ctr`,key,Buffer.alloc(16));
return(0,encoded_bytes.er)(Buffer.concat([cipher.update(signerKey),cipher.final()]),hash.value)}
function encoded(password,encoding){
return typeof password===`string`?Buffer.from(password,encoding):password}
function unixCrypt(password,hash){
switch(hash.variant){case`1`:return md5Crypt(password,hash.salt);case`5`:case`6`:return shaCrypt(hash.variant,password,hash.salt,hash.rounds);case`des`:throw new UncheckableHash(`crypt(3) with DES is not implemented`)}}
function shopwareSha256(password,salt,iterations){
const rest=Buffer.concat([password,Buffer.from(salt,`utf8`)]);
let sum=``;
for(let round=0;round<=iterations;round++)sum=external_node_crypto_.createHash(`sha256`).update(sum).update(rest).digest(`hex`);
return sum}
async function magentoChain(password,salt,steps,value){
let sum=password;
let last=password;
for(const step of steps){
if(step.kind===`digest`)last=external_node_crypto_.createHash(step.digest).update(salt).update(sum).digest();else last=await argon2(`argon2id`,sum,(0,magento_text.ok)(salt),{...step,parallelism:1},step.keylen);
sum=Buffer.from((0,encoded_bytes.ZD)(last))}
return(0,encoded_bytes.er)(last,value)}
;
function passwordVariants(plaintext){
const own=Buffer.from(plaintext,`utf8`);
const variants=[];
const add=(bytes,cause)=>{
if(!own.equals(bytes)&&variants.every(other=>!Buffer.from(other.bytes).equals(bytes)))variants.push({bytes,cause})};
const text=(value,cause)=>add(Buffer.from(value,`utf8`),cause);
text(plaintext.trim(),`the password had no white space around it: the canary has some`);
for(const digest of[`md5`,`sha1`,`sha256`,`sha512`]){
const name=digest.toUpperCase().replace(`SHA`,`SHA-`);
text(hashed(digest,own).toString(`hex`),`the source hashed the password with ${name} first (hexadecimal, lower case)`)}
text(wordpressPreHash(own),`this were a hash of WordPress 6.8 whose $wp was cut off (the source hashed the password with HMAC-SHA-384 first)`);
add(Buffer.from(plaintext,`utf16le`),`the source hashed the password as UTF-16 (little endian)`);
add(Buffer.from(plaintext,`utf16le`).swap16(),`the source hashed the password as UTF-16 (big endian)`);
if(/^[\0-\xff]*$/.test(plaintext))add(Buffer.from(plaintext,`latin1`),`the source hashed the password as Latin-1`);
text(plaintext.normalize(`NFC`),`the accents of the password were composed (NFC): the canary has them apart`);
text(plaintext.normalize(`NFD`),`the accents of the password stood apart (NFD): the canary has them composed`);
for(const end of[`
`,`\r
`,` `])text(plaintext+end,`the source hashed the password with white space or a line break behind it`);
text(` ${plaintext}`,`the source hashed the password with white space before it`);
for(const digest of[`md5`,`sha1`,`sha256`]){
const name=digest.toUpperCase().replace(`SHA`,`SHA-`);
text(hashed(digest,own).toString(`hex`).toUpperCase(),`the source hashed the password with ${name} first (hexadecimal, upper case)`);
text(hashed(digest,own).toString(`base64`),`the source hashed the password with ${name} first (base64)`);
add(hashed(digest,own),`the source hashed the password with ${name} first (bytes)`)}
return variants}
function hashed(digest,bytes){
return(0,external_node_crypto_.createHash)(digest).update(bytes).digest()}
;
async function likelyCause(hash,plaintext,secrets){
const passwords=passwordVariants(plaintext);
const hashes=hashVariants(hash);
for(const{bytes,cause}of passwords)if(await matches(hash,bytes,secrets))return cause;
for(const variant of hashes)if(await matches(variant.hash,plaintext,secrets))return variant.cause;
if(hash.kind!==`digest`&&hash.kind!==`hmac`)return null;
for(const variant of hashes){
for(const{bytes,cause}of passwords){
if(await matches(variant.hash,bytes,secrets))return`${variant.cause} and ${cause}`}}
return null}
async function matches(hash,password,secrets){
try{
return await verifyHash(hash,password,secrets)}catch(error){
if(error instanceof UncheckableHash||error instanceof RangeError||error instanceof TypeError)return false;
throw error}}
;
const CANARY_PROVES=`This proves how the hashes of the export are read here. Only a login on the tenant proves that cidaas reads them the same way.`;
async function checkCanary(watch,secrets={}){
const findings=[];
for(const line of watch.lines){
const rows=watch.rowsOf(line);
if(rows.length===0)findings.push(noUser(line));
for(const row of rows)findings.push(await checkRow(line,row,secrets))}
return findings}
function noUser({line}){
return{line,row:null,outcome:`no-user`,severity:`error`,sentAs:null,message:`Canary line ${line}: no user that would be sent has this identifier.`,hint:`Write a sub, e-mail address, user name or mobile number as the mapping makes it, of a row that is valid.`}}
async function checkRow({line,plaintext},{row,info},secrets){
const where=`Canary line ${line}, row ${row}`;
const base={line,row,sentAs:info?.algorithmTypeId??null};
const finding=(outcome,severity,message,hint=``)=>({...base,outcome,severity,message:`${where}: ${message}`,hint});
if(info===null)return finding(`no-password`,`error`,`the user would be sent without a password.`,`Map the password hash, or take another account for the canary.`);
const readings=readHashInfo(info);
const[first]=readings;
if(first===undefined)return finding(`uncheckable`,`warning`,`what is sent for this user cannot be read here; only the tenant or its verifier can check it.`,`Log in as this user on a test tenant.`);
try{
for(const{hash,assumed}of readings){
if(!await verifyHash(hash,plaintext,secrets))continue;
const provided=assumed===null?``:`, provided that ${assumed}`;
return finding(`matches`,`ok`,`the password matches (${(0,password_algorithm.H)(hash)})${provided}.`)}
const cause=await likelyCause(first.hash,plaintext,secrets);
return finding(`mismatch`,`error`,`the password does not match the hash (${(0,password_algorithm.H)(first.hash)}).${cause===null?``:` It would match if ${cause}.`}`,cause===null?`Check the password, the column of the hash and the declared algorithm; nothing that was tried in their place matches.`:`Correct the mapping, or the account of the canary.`)}catch(error){
if(!(error instanceof UncheckableHash))throw error;
return finding(`uncheckable`,`warning`,`the hash cannot be checked here: ${error.message}.`,`Log in as this user on a test tenant.`)}}
;
const IDENTIFIERS=[`sub`,`email`,`username`,`mobile_number`];
class CanaryWatch{
#rows;
#byIdentifier=new Map;
constructor(lines){
this.#rows=new Map(lines.map(line=>[line,[]]));
for(const line of lines){
const key=line.identifier.toLowerCase();
const same=this.#byIdentifier.get(key);
if(same===undefined)this.#byIdentifier.set(key,[line]);else same.push(line)}}
see(row,user){
this.#look(row,user,user);
for(const identity of user.identities??[])this.#look(row,identity,user)}
rowsOf(line){
return this.#rows.get(line)??[]}
get lines(){
return[...this.#rows.keys()]}
#look(row,identity,user){
for(const field of IDENTIFIERS){
const value=identity[field];
const lines=typeof value===`string`?this.#byIdentifier.get(value.toLowerCase()):undefined;
for(const line of lines??[]){
const rows=this.#rows.get(line);
if(rows!==undefined&&rows.at(-1)?.row!==row)rows.push({row,info:user.password_hash_info??null})}}}}
var identity_keys=__webpack_require__(70106);
var run_record=__webpack_require__(56718);
;
async function watchCanary(lines,ledger,draft,log){
if(lines.length===0)return null;
const findings=await checkCanary(watch(lines,ledger));
const matched=findings.filter(({outcome})=>outcome===`matches`).length;
draft.canary={accounts:lines.length,matched,findings,proves:CANARY_PROVES};
(0,run_record.J1)(ledger,draft);
for(const finding of findings)say(finding,log);
if(matched>0)log.info(CANARY_PROVES);
const wrong=findings.filter(({severity})=>severity===`error`).length;
if(wrong===0)return null;
const what=`The password canary: ${wrong} of ${findings.length} ${findings.length===1?`check`:`checks`} failed`;
return{outcome:`aborted`,message:`${what}. Nothing was sent.`}}
function watch(lines,ledger){
const watched=new CanaryWatch(lines);
const find=plannedByKey(ledger);
const users=new Map;
for(const{identifier}of lines){
for(const key of keysOf(identifier))for(const{row,body}of find((0,identity_keys.aE)(key)))users.set(row,body)}
for(const[row,body]of[...users].sort(([a],[b])=>a-b))watched.see(row,JSON.parse(body));
return watched}
function keysOf(identifier){
const lower=identifier.toLowerCase();
const names=[`email`,`username`,`mobile_number`].map(kind=>`${kind}:self:${lower}`);
return[...new Set([`sub:${identifier}`,`sub:${lower}`,...names])]}
function say({severity,message,hint},log){
const sentence=`${message} ${hint}`.trim();
switch(severity){case`ok`:log.info(sentence);break;case`warning`:log.warning(sentence);break;case`error`:log.error(sentence);break}}
var compile_libraries=__webpack_require__(15787);
;
function mappingUse({fields,identities,groups,consents}){
const all=[...fields,...identities.flatMap(({rules})=>rules)];
const values=new Map;
for(const rule of all)values.set(rule.field,[...values.get(rule.field)??[],...valuesOf(rule)]);
const lists=[...groups,...consents].flatMap(({rules})=>rules);
return{fields:values,roles:fields.filter(({field})=>field===`roles`).flatMap(texts),groups:groups.flatMap(entry=>of(entry,`groupId`).map(id=>({id,roles:of(entry,`roles`)}))),consents:consents.flatMap(entry=>of(entry,`fieldKey`)),hasLists:lists.length>0||fields.some(({field})=>isList(field)),words:new Set([...all,...lists].flatMap(texts))}}
function headerUse(columns){
return{fields:new Map(columns.map(column=>[column,[]])),roles:[],groups:[],consents:[],hasLists:columns.some(isList),words:new Set}}
function isList(field){
return field===`roles`||field===`groups`||field===`consents`}
function valuesOf(rule){
switch(rule.type){case`number`:return[0];case`boolean`:return[true];case`list`:{
const items=plains(rule);
return items.length===0?[[]]:items.map(item=>Array.isArray(item)?item:[item])}case`json`:return[];case`string`:return plains(rule).map(String);case null:return rule.field.startsWith(`customFields.`)?plains(rule):plains(rule).flat().map(String)}}
function plains(rule){
return(0,compile_libraries.V)(rule).flatMap(({source,change,empty})=>[...source.kind===`value`?[source.value]:[],...change?.kind===`table`?[...change.table.values(),change.otherwise??null].filter(value=>value!==null):[],...empty?.kind==="default"?[empty.value]:[]])}
function of({rules},field){
return rules.filter(rule=>rule.field===field).flatMap(texts)}
function texts(rule){
return plains(rule).flat().map(String)}
var mask_message=__webpack_require__(87026);
var refusal=__webpack_require__(17236);
var nearest=__webpack_require__(4581);
;
function who({users:some,row},users){
if(row===null)return`The mapping`;
return`${counted(some)} of ${counted(users)} ${users===1?`user`:`users`} (first: row ${counted(row)})`}
function counted(value){
return String(value).replace(/\B(?=(?:\d{3})+$)/g,`,`)}
function listed(words,most=5){
const shown=words.slice(0,most).map(word=>`"${word}"`);
const rest=words.length-shown.length;
return rest>0?`${shown.join(`, `)} and ${counted(rest)} more`:shown.join(`, `)}
;
function takes(field){
switch(shapeOf(field)){case`text`:return`text`;case`number`:return`a number`;case`boolean`:return`true or false`;case`list`:return`a list of texts`;case`boolean or list`:return`true or false, or a list of texts`;case`date`:return`a date`;case`instant`:return`a date or a point in time (ISO 8601)`;case`json`:return`a text that holds JSON`;case`any`:return`anything`}}
function valueJudge(field){
const shape=shapeOf(field);
const options=field.options===null||!OPTIONED.has(field.dataType??``)?null:new Set(field.options);
return value=>{
if(!hasShape(value,shape))return`type`;
if(options===null||typeof value===`boolean`)return`fits`;
const isKnown=Array.isArray(value)?value.every(one=>options.has(one)):options.has(value);
return isKnown?`fits`:`option`}}
const OPTIONED=new Set([`SELECT`,`MULTISELECT`,`RADIO`,`CHECKBOX`]);
function shapeOf({dataType,baseDataType}){
switch(baseDataType){case`string`:return dataType===`JSON_STRING`?`json`:`text`;case`double`:case`float`:case`number`:case`integer`:case`int`:case`long`:return`number`;case`bool`:case`boolean`:return`boolean`;case`array`:return`list`;case`datetime`:case`date`:return dataType===`DAYDATE`?`date`:`instant`;default:return shapeOfDataType(dataType)}}
function shapeOfDataType(dataType){
switch(dataType){case`TEXT`:case`TEXTAREA`:case`URL`:case`EMAIL`:case`USERNAME`:case`MOBILE`:case`SELECT`:case`RADIO`:return`text`;case`NUMBER`:return`number`;case`CONSENT`:return`boolean`;case`CHECKBOX`:return`boolean or list`;case`MULTISELECT`:case`ARRAY`:return`list`;case`DATE`:return`instant`;case`DAYDATE`:return`date`;case`JSON_STRING`:return`json`;default:return`any`}}
function hasShape(value,shape){
switch(shape){case`text`:return typeof value===`string`;case`number`:return typeof value===`number`;case`boolean`:return typeof value===`boolean`;case`list`:return isTexts(value);case`boolean or list`:return typeof value===`boolean`||isTexts(value);case`date`:return typeof value===`string`&&DATE.test(value)&&!Number.isNaN(Date.parse(value));case`instant`:return typeof value===`string`&&(DATE.test(value)||INSTANT.test(value))&&!Number.isNaN(Date.parse(value));case`json`:return typeof value===`string`&&isJson(value);case`any`:return true}}
const DATE=/^\d{4}-\d\d-\d\d$/;
const INSTANT=/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;
function isTexts(value){
return Array.isArray(value)&&value.every(one=>typeof one===`string`)}
function isJson(text){
try{
JSON.parse(text);
return true}catch{
return false}}
;
function undefinedFields(use){
return[...use.fields.values()].filter(({key})=>key.kind===`custom`&&use.setupOf(key)===undefined).map(({key})=>key.key)}
function fieldFindings(use,fields,confirmed){
const found=[...use.fields.values()].flatMap(one=>{
const field=use.setupOf(one.key);
if(field!==undefined)return ofField(one,field,use);
if(one.key.kind===`system`)return[unlisted(one,use)];
const asked=confirmed.get(one.key.key);
if(asked?.kind!==`read`||asked.value===null)return[notDefined(one,use,fields)];
return[asked.value.enabled?unlisted(one,use):disabled(one,use,one.name)]});
return[...found,...requiredOnes(use,fields)]}
function ofField(one,field,use){
const{group}=one.key;
const around=group===null?undefined:use.setupOf({kind:`system`,key:group});
if(!field.enabled)return[disabled(one,use,one.name)];
if(around?.enabled===false)return[disabled(one,use,around.key)];
const found=[];
const{type,option}=one.wrong;
if(field.isGroup&&one.key.kind===`custom`){
found.push({...lost(one,use),code:`field.type`,message:`${fills(one,use)} ${one.name}, which is a group of fields in the tenant and holds no value itself.`,hint:`Map to the fields of the group.`})}else if(type.users>0){
found.push({severity:`error`,code:`field.type`,subject:one.name,message:`${who(type,use.users)}: the value of ${one.name} has the wrong type or form. The tenant's field takes ${takes(field)}.`,hint:"Give the value that form in the mapping (`type`, `date`, `instant`, `split`, `table`)."})}
if(option.users>0){
const words=one.words.size===0?``:`: ${listed([...one.words])}`;
found.push({severity:`error`,code:`field.option`,subject:one.name,message:`${who(option,use.users)}: the value of ${one.name} is none of the ${counted(field.options?.length??0)} options that the tenant's field has${words}.`,hint:"Add the option to the field in the tenant, or map to its options with a `table`."})}
return found}
function disabled(one,use,what){
return{...lost(one,use),code:`field.disabled`,message:`${fills(one,use)} ${one.name}, but ${what} is disabled in the tenant: cidaas skips it silently.`,hint:`Enable the field in the tenant's field setup, or leave it out of the mapping.`}}
function notDefined(one,use,fields){
const custom=fields.filter(({kind})=>kind===`custom`).map(({key})=>key);
return{...lost(one,use),code:`field.undefined`,message:`${fills(one,use)} ${one.name}, but the tenant has no such field: cidaas skips it silently.${(0,nearest.a)(one.key.key,custom)}`,hint:`Create the field in the tenant with exactly this key, or leave it out of the mapping.`}}
function unlisted(one,use){
return{severity:`warning`,code:`field.unlisted`,subject:one.name,message:`${fills(one,use)} ${one.name}, which the tenant's field setup does not list: it was not compared.`,hint:`Look at this field of one user after a first small run.`}}
function requiredOnes(use,fields){
const filled=new Set;
for(const{key,filled:seen,mapped}of use.fields.values()){
if(seen.users>0||mapped&&use.users===0)filled.add(`${key.kind} ${key.key}`)}
const isAsked=({required,enabled,isGroup,dataType})=>required&&enabled&&!isGroup&&dataType!==`PASSWORD`&&dataType!==`CONSENT`&&dataType!==`GROUPING`;
return fields.filter(field=>isAsked(field)&&!field.key.startsWith(`password`)&&!filled.has(`${field.kind} ${field.key}`)).map(({kind,key})=>{
const name=kind===`custom`?`customFields.${key}`:key;
return{severity:`warning`,code:`field.required`,subject:name,message:`The tenant requires ${name}, and ${use.users===0?`the mapping does not fill it`:`no user has it`}.`,hint:`Map it, or expect that cidaas refuses these users or asks them for it at the first login.`}})}
function lost(one,{users}){
return{severity:one.sent.users>0||users===0?`error`:`warning`,subject:one.name}}
function fills(one,{users}){
if(one.sent.users>0)return`${who(one.sent,users)} ${one.sent.users===1?`has`:`have`}`;
return users===0?`The mapping fills`:`No user has a value for it yet, but the mapping fills`}
;
const FINDING_CODES=null&&[`scope.missing`,`scope.unnamed`,`field.disabled`,`field.undefined`,`field.unlisted`,`field.type`,`field.option`,`field.required`,`consent.undefined`,`role.undefined`,`group.undefined`,`group.role`,`setup.unread`,`setup.incomplete`];
const RANK={error:0,warning:1,notice:2};
function bySeverity(findings){
return[...findings].sort((a,b)=>RANK[a.severity]-RANK[b.severity])}
;
function roleFindings(use,roles,naming){
const known=new Set(roles);
const inGroups=[...use.groups.values()].flatMap(group=>[...group.roles]);
const missing=together([...use.roles,...inGroups].filter(([role])=>!known.has(role)));
const lower=new Map(roles.map(role=>[role.toLowerCase(),role]));
return said(missing,naming,use,{severity:`error`,code:`role.undefined`,kind:`role`,hint:({name})=>{
const other=lower.get(name.toLowerCase());
return other===undefined?"Create the role in the tenant, or map to one that it has with a `table`.":`Write it "${other}": roles are told apart by upper and lower case.`}})}
function groupFindings(use,groups,naming){
const missing=[...use.groups].filter(([id])=>groups.get(id)===null);
return said(missing.map(([name,{seen}])=>({name,seen})),naming,use,{severity:`error`,code:`group.undefined`,kind:`group`,hint:()=>"Create the group in the tenant, or map to one that it has with a `table`."})}
function groupRoleFindings(use,groups,types,naming){
const byName=new Map(types.map(type=>[type.type,type]));
return[...use.groups].flatMap(([id,group])=>{
const type=byName.get(groups.get(id)?.type??``);
const problem=type===undefined?null:roleProblem(group,type,naming);
if(problem===null)return[];
const subject=naming.isSafeToPrint(id)?`group ${id}`:`groups`;
const where=naming.isSafeToPrint(id)?`group "${id}"`:`a group`;
return[{severity:`error`,code:`group.role`,subject,message:`${who(problem.seen,use.users)}: the membership in ${where} ${problem.what}.`,hint:`Change the roles in the mapping, or the type of the group in the tenant.`}]})}
function roleProblem(group,type,naming){
const first=[...group.roles.values()][0];
switch(type.roleMode){case`no_roles`:return first===undefined?null:{seen:first,what:`names roles, and groups of type "${type.type}" have none`};case`roles_required`:if(group.withoutRoles.users===0)return null;return{seen:group.withoutRoles,what:`names no role, and groups of type "${type.type}" require one`};case`allowed_roles`:{
const wrong=[...group.roles].filter(([role])=>!type.allowedRoles.includes(role));
const[one]=wrong;
if(one===undefined)return null;
const names=wrong.map(([role])=>role).filter(naming.isSafeToPrint);
const which=names.length===0?`a role`:`the role ${listed(names)}`;
return{seen:one[1],what:`names ${which} that groups of type "${type.type}" do not allow`}}case`any_roles`:case null:return null}}
function consentFindings(use,fields,naming){
const known=new Set(fields.filter(({dataType})=>dataType===`CONSENT`).map(({key})=>key));
if(known.size===0)return[];
const missing=[...use.consents].filter(([key])=>!known.has(key));
return said(missing.map(([name,seen])=>({name,seen})),naming,use,{severity:`warning`,code:`consent.undefined`,kind:`consent field`,hint:()=>`Look for the key in the field setup of the tenant; newer versions of cidaas keep consents elsewhere.`})}
function said(missing,{isSafeToPrint},use,wording){
const{severity,code,kind,hint}=wording;
const named=missing.filter(({name})=>isSafeToPrint(name));
const others=missing.filter(({name})=>!isSafeToPrint(name));
const found=named.map(one=>{
const message=`${who(one.seen,use.users)}: the tenant has no ${kind} "${one.name}".`;
return{severity,code,subject:`${kind} ${one.name}`,message,hint:hint(one)}});
const[first]=others.toSorted((a,b)=>(a.seen.row??0)-(b.seen.row??0));
if(first===undefined)return found;
const message=`${who(first.seen,use.users)}: the tenant does not have the ${kind} that stands there; of the export's ${kind}s it lacks ${counted(others.length)}.`;
return[...found,{severity,code,subject:`${kind}s`,message,hint:hint({...first,name:``})}]}
function together(entries){
const byName=new Map;
for(const[name,{users,row}]of entries){
const known=byName.get(name);
if(known===undefined)byName.set(name,{users,row});else{
known.users+=users;
known.row=known.row===null||row===null?known.row??row:Math.min(known.row,row)}}
return[...byName].map(([name,seen])=>({name,seen}))}
var cidaas_fields=__webpack_require__(34952);
;
const OF_EVERY_ACCOUNT=new Set([`sub`,`identityId`,`provider`,`providerUserId`,`userStatus`,`user_status_reason`,`mfa_enabled`,`roles`,`groups`,`consents`,`identities`]);
const CUSTOM=`customFields.`;
const ADDRESS=`address.`;
function tenantKey(name){
if(name.startsWith(CUSTOM))return{kind:`custom`,key:name.slice(CUSTOM.length),group:null};
if(OF_EVERY_ACCOUNT.has(name)||name.startsWith(`password_hash_info.`)||cidaas_fields.ce[name]===undefined)return null;
if(name.startsWith(ADDRESS))return{kind:`system`,key:name.slice(ADDRESS.length),group:`address`};
return{kind:`system`,key:name,group:null}}
;
const MOST_NAMES=200;
const MOST_FIELDS=1e3;
class SetupUse{
fields=new Map;
roles=new Map;
groups=new Map;
consents=new Map;
beyond=unseen();
users=0;
#judges=new Map;
#setup;
#names;
#words;
constructor(fields,names,words){
this.#setup=new Map(fields.map(field=>[`${field.kind} ${field.key}`,field]));
this.#names=names;
this.#words=words}
setupOf({kind,key}){
return this.#setup.get(`${kind} ${key}`)}
see(row,user){
this.users+=1;
this.#identity(user,row);
for(const identity of user.identities??[])this.#identity(identity,row);
for(const[key,value]of Object.entries(user.customFields??{})){
const name=`customFields.${key}`;
if(this.#names.has(name)||isPlainName(key))this.#value(name,value,row);else count(this.beyond,row)}
for(const name of[`createdTime`,`lastLoggedInTime`]){
if(user[name]!==undefined)this.#value(name,user[name],row)}
for(const role of user.roles??[])this.#name(this.roles,role,row);
for(const{fieldKey}of user.consents??[])this.#name(this.consents,fieldKey,row);
for(const{groupId,roles}of user.groups??[])this.seeGroup(groupId,roles??[],row)}
expect(name,values){
const use=this.#fieldUse(name);
if(use===null)return;
use.mapped=true;
for(const value of values)this.#judge(use,value,null)}
seeRole(role,row){
this.#name(this.roles,role,row)}
seeConsent(fieldKey,row){
this.#name(this.consents,fieldKey,row)}
seeGroup(id,roles,row){
const group=kept(this.groups,id,()=>({seen:unseen(),roles:new Map,withoutRoles:unseen()}));
if(group===null){
count(this.beyond,row);
return}
count(group.seen,row);
if(roles.length===0)count(group.withoutRoles,row);
for(const role of roles)this.#name(group.roles,role,row)}
#identity(identity,row){
for(const[key,value]of Object.entries(identity)){
if(key===`address`)for(const[part,text]of Object.entries(value??{}))this.#value(`address.${part}`,text,row);else if(cidaas_fields.ce[key]?.level===`identity`)this.#value(key,value,row)}}
#value(name,value,row){
const use=this.#fieldUse(name);
if(use===null)return;
count(use.sent,row);
if(value===null||value===undefined)return;
count(use.filled,row);
this.#judge(use,value,row)}
#judge(use,value,row){
const verdict=this.#judges.get(use.name)?.(value)??`fits`;
if(verdict===`fits`)return;
count(use.wrong[verdict],row);
if(verdict!==`option`)return;
for(const one of Array.isArray(value)?value:[value]){
const isOption=this.setupOf(use.key)?.options?.some(option=>option===one)??false;
if(!isOption&&typeof one===`string`&&this.#words.has(one))use.words.add(one)}}
#fieldUse(name){
const known=this.fields.get(name);
if(known!==undefined)return known;
const key=tenantKey(name);
if(key===null)return null;
if(this.fields.size>=MOST_FIELDS){
count(this.beyond,null);
return null}
const wrong={type:unseen(),option:unseen()};
const use={name,key,mapped:false,sent:unseen(),filled:unseen(),wrong,words:new Set};
this.fields.set(name,use);
const field=this.setupOf(key);
this.#judges.set(name,field===undefined?null:valueJudge(field));
return use}
#name(names,name,row){
if(typeof name!==`string`)return;
count(kept(names,name,unseen)??this.beyond,row)}}
function kept(names,name,make){
const known=names.get(name);
if(known!==undefined)return known;
if(names.size>=MOST_NAMES)return null;
const made=make();
names.set(name,made);
return made}
function isPlainName(text){
return/^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u.test(text)&&!/\d{4}|[\da-f]{16}/i.test(text)}
function unseen(){
return{users:0,row:null}}
function count(seen,row){
seen.users+=1;
seen.row??=row}
;
const CHUNK=2e3;
async function*plannedUsers(ledger,keys=[]){
const some=keys.length===0?``:`AND (${keys.map(key=>`instr(body, '"${key}"')`).join(` OR `)})`;
const next=ledger.db.prepare(`SELECT user.row, user.body FROM user JOIN row USING (row) WHERE user.row > ? AND state = 'planned' ${some} ORDER BY user.row LIMIT ?`);
let last=0;
for(;;){
const chunk=next.all(last,CHUNK);
const end=chunk.at(-1);
if(end===undefined)return;
last=end.row;
yield chunk;
await new Promise(done=>setImmediate(done))}}
;
const SCOPE=`cidaas:bulk_user_create`;
const BUILT_IN_GROUP=`CIDAAS_USERS`;
const MOST_LOOK_UPS=100;
async function checkTenant(setup,subject,signal){
const scopes=await setup.scopes(signal);
const checks=new Checks;
checks.done(`token`,[]);
if(scopes===null)checks.add(SCOPE_UNNAMED);else checks.done(`scope`,scopes.includes(SCOPE)?[]:[scopeMissing(subject.mode)]);
const fields=await setup.fields(signal);
const use=await gather(subject,fields.kind===`read`?fields.value:[],signal);
const naming={isSafeToPrint:name=>subject.mapping?.words.has(name)??false};
const isAboutUsers=subject.ledger!==null||subject.mapping!==null;
if(checks.read(`fields`,`The field setup`,fields)&&isAboutUsers){
checks.add(...fieldFindings(use,fields.value,await check_tenant_confirm(setup,undefinedFields(use),signal)));
checks.add(...consentFindings(use,fields.value,naming))}
const namesRoles=use.roles.size>0||[...use.groups.values()].some(({roles})=>roles.size>0);
if(namesRoles||subject.mode===`check`){
const roles=await setup.roles(signal);
if(checks.read(`roles`,`The list of roles`,roles))checks.add(...roleFindings(use,roles.value,naming))}
if(use.groups.size>0)await checkGroups(setup,use,naming,checks,signal);
if(use.beyond.users>0)checks.add(INCOMPLETE);
return checks.report()}
class Checks{
#checked=[];
#findings=[];
add(...findings){
this.#findings.push(...findings)}
done(what,findings){
this.#checked.push(what);
this.add(...findings)}
read(what,name,reading){
if(reading.kind===`read`)this.done(what,[]);else this.add({severity:`notice`,code:`setup.unread`,subject:what,message:`${name} was not checked: ${reading.why}.`,hint:reading.scope===null?`Look at it by hand in the tenant.`:`Give the app the scope ${reading.scope} to have it checked; some tenants ask for a role in CIDAAS_ADMINS as well.`});
return reading.kind===`read`}
report(){
return{checked:this.#checked,findings:bySeverity(this.#findings)}}}
const SCOPE_UNNAMED={severity:`notice`,code:`scope.unnamed`,subject:`scope`,message:`The token does not name its scopes, so ${SCOPE} was not checked: only a request with users tells.`,hint:``};
function scopeMissing(mode){
return{severity:mode===`check`?`error`:`warning`,code:`scope.missing`,subject:`scope`,message:`The token does not name the scope ${SCOPE}: the tenant will probably refuse to take users.`,hint:`Allow the scope in the app's settings; on some versions cidaas support has to enable it.`}}
const INCOMPLETE={severity:`notice`,code:`setup.incomplete`,subject:`users`,message:`Not everything was compared: the users have too many different names of fields, roles or groups, or some that look like data.`,hint:"Write a mapping that names the fields, and map roles and groups with a `table`."};
const NAMED_IN_LISTS=[`roles`,`groups`,`consents`];
async function gather({ledger,mapping},fields,signal){
const use=new SetupUse(fields,new Set(mapping?.fields.keys()),mapping?.words??new Set);
for(const[name,values]of mapping?.fields??[])use.expect(name,ledger===null?values:[]);
if(ledger===null){
for(const role of mapping?.roles??[])use.seeRole(role,null);
for(const{id,roles}of mapping?.groups??[])use.seeGroup(id,roles,null);
for(const key of mapping?.consents??[])use.seeConsent(key,null);
return use}
if(fields.length===0&&mapping?.hasLists===false)return use;
for await(const chunk of plannedUsers(ledger,fields.length===0?NAMED_IN_LISTS:[])){
signal.throwIfAborted();
for(const{row,body}of chunk)use.see(row,JSON.parse(body))}
return use}
async function check_tenant_confirm(setup,keys,signal){
const confirmed=new Map;
for(const key of keys.slice(0,MOST_LOOK_UPS)){
const reading=await setup.field(key,signal);
if(reading.kind===`unread`)break;
confirmed.set(key,reading)}
return confirmed}
async function checkGroups(setup,use,naming,checks,signal){
const builtIn=await setup.group(BUILT_IN_GROUP,signal);
const isTold=builtIn.kind===`read`&&builtIn.value===null;
const control=isTold?{...NO_GROUPS,kind:`unread`}:builtIn;
let last=control;
const groups=new Map;
for(const id of use.groups.keys()){
if(last.kind===`unread`)break;
if(groups.size>=MOST_LOOK_UPS||!(naming.isSafeToPrint(id)||isPlainName(id))){
use.beyond.users+=1;
continue}
last=await setup.group(id,signal);
if(last.kind===`read`)groups.set(id,last.value)}
const isRead=checks.read(`groups`,groups.size===0?`The set-up of groups`:`The set-up of some groups`,last);
if(!isRead&&groups.size===0)return;
checks.add(...groupFindings(use,groups,naming));
const types=await setup.groupTypes(signal);
if(checks.read(`group types`,`Which roles the types of the groups allow`,types))checks.add(...groupRoleFindings(use,groups,types.value,naming))}
const NO_GROUPS={why:`the tenant does not show this app any group, not even ${BUILT_IN_GROUP}`,scope:`cidaas:groups_read`};
;
async function compareWithTenant(settings,{ledger,log,stop},setup,{draft,exported,mapping}){
const mode=settings.mode===`check`?`check`:`apply`;
if(settings.check===`off`||mode===`apply`&&settings.tenant?.kind===`sandbox`)return null;
let check;
try{
const use=mapping===null?useOfHeaders(exported):mappingUse(mapping.mapping);
check=await checkTenant(setup,{ledger:exported===null?null:ledger,mapping:use,mode},stop)}catch(error){
return withoutToken(error)}
draft.check=check;
(0,run_record.J1)(ledger,draft);
check_step_say(check,settings,log);
return settings.check===`error`?objection(check.findings,mode):null}
function useOfHeaders(exported){
if(exported===null||exported.files.some(({columns})=>columns===null))return null;
return headerUse(exported.files.flatMap(({columns})=>columns??[]))}
function withoutToken(error){
if(error instanceof refusal.x){
const message=(0,mask_message.w)(error.message,[]);
return{outcome:`aborted`,message:`The tenant does not let this client in: ${message} ${error.hint}`}}
if(error instanceof refusal.p){
const message=`${(0,mask_message.w)(error.message,[])} Nothing was sent. Check tenant-url, firewall and proxy, or try again later.`;
return{outcome:`aborted`,message}}
throw error}
function objection(findings,mode){
const errors=findings.filter(({severity})=>severity===`error`).length;
if(errors===0)return null;
const what=`The check of the tenant found ${errors} ${errors===1?`error`:`errors`}`;
if(mode===`check`)return{outcome:`failed`,message:`${what}.`};
const message=`${what}: nothing was sent. Correct what it names; \`check: warn\` sends all the same, and loses what cidaas skips.`;
return{outcome:`aborted`,message}}
const SAID=5;
function check_step_say({checked,findings},{mode,check},log){
log.info(`Compared with the tenant: ${checked.join(`, `)}.`);
const tell={error:check===`error`?log.error:log.warning,warning:log.warning,notice:mode===`check`?log.notice:log.info};
for(const severity of[`error`,`warning`,`notice`]){
const all=findings.filter(finding=>finding.severity===severity);
for(const{code,message,hint}of all.slice(0,SAID))tell[severity](`${code}: ${message} ${hint}`.trim());
const rest=all.length-SAID;
if(rest>0)log.info(`… and ${rest} more of this kind; the report has them all.`)}}
var presets_preset=__webpack_require__(74174);
;
async function readMapping({preset:wanted},ports){
const own=await ports.readMapping();
const preset=wanted===null?null:await(0,presets_preset.n)(wanted);
if(own===null&&preset===null)return null;
const{parseMapping}=await Promise.all([__webpack_require__.e(815),__webpack_require__.e(816),__webpack_require__.e(260)]).then(__webpack_require__.bind(__webpack_require__,65260));
const parts=[preset,own].filter(part=>part!==null);
const hash=(0,external_node_crypto_.createHash)(`sha256`);
for(const{text}of parts)hash.update(text);
const{name,text}=own??{name:preset?.name??``,text:``};
return{name:parts.map(part=>part.name).join(`, `),sha256:hash.digest(`hex`),texts:parts.map(part=>part.text),mapping:parseMapping(text,name,preset)}}
var delta_step=__webpack_require__(10166);
var external_node_path_=__webpack_require__(76760);
var send_step=__webpack_require__(21002);
;
function stopForFullDisk(ledger,draft){
ledger.freeRoom();
const where=`The disk is full: there is not enough room in ${(0,external_node_path_.dirname)(ledger.path)}, or in the system's temporary folder.`;
if((0,send_step.zb)(ledger)){
const message=`${where} What the tenant answered is written down. Make room or take a machine with a larger disk, and re-run: it continues.`;
return{outcome:`error`,message}}
ledger.forgetPlan();
draft.rowsRead=null;
const message=`${where} Nothing was sent. The plan takes about as much room as the unpacked export, the report as much again: make room or take a machine with a larger disk, and run again.`;
return{outcome:`error`,message}}
;
const duplicate_candidates_CHUNK=1e3;
async function*duplicateCandidates(ledger,from){
ledger.db.exec(`
    CREATE INDEX IF NOT EXISTS key_hash ON key (hash);
    CREATE TEMP TABLE IF NOT EXISTS duplicateCandidates (row INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO duplicateCandidates
      SELECT row FROM key WHERE hash IN (SELECT hash FROM key GROUP BY hash HAVING count(*) > 1);
  `);
const[behind,order]=from===`first`?[`>`,`ASC`]:[`<`,`DESC`];
const next=ledger.db.prepare(`SELECT duplicateCandidates.row, body FROM duplicateCandidates JOIN user USING (row) WHERE duplicateCandidates.row ${behind} ? ORDER BY duplicateCandidates.row ${order} LIMIT ${duplicate_candidates_CHUNK}`);
for(let last=from===`first`?0:Number.MAX_SAFE_INTEGER;;){
const members=next.all(last);
const end=members.at(-1);
if(end===undefined)return;
last=end.row;
yield members;
await new Promise(done=>setImmediate(done))}}
function claimsIn(ledger){
const find=ledger.db.prepare(`SELECT row FROM claim WHERE key = ?`);
const claim=ledger.db.prepare(`INSERT OR IGNORE INTO claim (key, row) VALUES (?, ?)`);
const body=ledger.db.prepare(`SELECT body FROM user WHERE row = ?`);
return{holder:key=>find.get(key)?.row,claim:(key,row)=>void claim.run(key,row),body:row=>body.get(row)?.body}}
function takeOut(ledger){
const update=ledger.db.prepare(`UPDATE row SET state = ?, duplicate_of = ?, code = ?, field = ?, message = ?, hint = ? WHERE row = ?`);
return(row,outcome,other,why)=>void update.run(outcome,outcome===`duplicate`?other:null,why.code,why.field,why.message,why.hint,row)}
;
function planSink(ledger){
return{add:rows=>ledger.add(rows),duplicateCandidates:order=>duplicateCandidates(ledger,order),claims:claimsIn(ledger),takeOut:takeOut(ledger),transaction:work=>ledger.transaction(work)}}
var hash_shape=__webpack_require__(75411);
;
function identifiersOf(user){
const found={};
take(user,found);
for(const identity of user.identities??[])take(identity,found);
return found}
const NAMES=[`sub`,`email`,`username`,`mobile_number`];
function take(from,found){
for(const name of NAMES){
const value=from[name];
if(found[name]===undefined&&typeof value===`string`&&value!==``&&!(0,hash_shape.q)(value)){
found[name]=value}}}
var source_layout=__webpack_require__(16195);
var cell_reading=__webpack_require__(219);
;
function mappingOfHeader(columns){
if(columns.every(column=>(0,cidaas_fields.UI)(`user`,column)===undefined))throw new input_error.d([noKnownColumn(columns)]);
const named=columns.filter(column=>column!==``);
const fields=named.map(column=>{
const at=`column "${column}"`;
return{field:column,at,source:{kind:`first`,refs:[{text:column,at,presence:`required`}]},when:null,json:null,replace:[],trim:true,case:null,split:null,change:null,empty:null,type:null,otherwise:null}});
return{name:`the header`,layout:source_layout.g,cells:cell_reading.P,joins:[],dormantJoins:[],duplicates:`first`,severities:new Map,allowAdminGroups:false,emailVerified:null,unverifiedEmail:`VERIFIED`,mfaSetUp:null,password:null,skip:[],fields,identities:[],groups:[],consents:[],createOnly:null}}
function noKnownColumn(columns){
const which=columns.length===1?`The column does not bear`:`None of the ${columns.length} columns bears`;
return`${which} the name of a cidaas field. Give a \`mapping\`, and check that the first line of the file is its header.`}
var password_rule=__webpack_require__(29116);
var plain_text=__webpack_require__(50758);
;
const POINT=/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const TICKS_PER_MS=1e4;
const TICKS_BEFORE_1970_MS=0xa9730b66800;
function isInFuture(value,now){
if((0,plain_text.Im)(value))return false;
const text=(0,plain_text.b6)(value)?.trim()??``;
if(/^-?\d{1,10}$/.test(text))return Number(text)*1e3>now;
if(/^-?\d{11,14}$/.test(text))return Number(text)>now;
if(/^\d{17,19}$/.test(text))return Number(text)/TICKS_PER_MS-TICKS_BEFORE_1970_MS>now;
const found=POINT.exec(text);
if(found===null)return true;
const[,year,month,day,hour=`00`,minute=`00`,second=`00`,offset=`Z`]=found;
const time=Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${withMinutes(offset)}`);
return Number.isNaN(time)||time>now}
function withMinutes(offset){
if(offset===`Z`)return offset;
return offset.length===3?`${offset}:00`:offset.replace(/^(...)(\d\d)$/,`$1:$2`)}
;
function compileCondition(condition,reader,now){
switch(condition.kind){case`all`:{
const parts=condition.conditions.map(each=>compileCondition(each,reader,now));
return body=>parts.every(holds=>holds(body))}case`any`:{
const parts=condition.conditions.map(each=>compileCondition(each,reader,now));
return body=>parts.some(holds=>holds(body))}case`is`:{
const{values,negated}=condition;
const read=reader.reading(condition.ref);
return body=>{
const text=(0,plain_text.b6)(read(body));
return(typeof text===`string`&&values.has(text.trim()))!==negated}}case`empty`:{
const read=reader.reading(condition.ref);
return body=>(0,plain_text.Im)(read(body))===condition.empty}case`has`:{
const{values,negated}=condition;
const read=reader.reading(condition.ref);
return body=>{
const list=read(body);
const texts=(Array.isArray(list)?list:[list]).map(plain_text.b6);
return texts.some(text=>typeof text===`string`&&values.has(text.trim()))!==negated}}case`future`:{
const read=reader.reading(condition.ref);
return body=>isInFuture(read(body),now)===condition.future}case`matches`:{
const{pattern}=condition;
const read=reader.reading(condition.ref);
return body=>{
const text=(0,plain_text.b6)(read(body));
return typeof text===`string`&&pattern.test(text.trim())}}}}
;
const ORDINARY={kind:`user`,warnings:[]};
function accountState({emailVerified,unverifiedEmail,mfaSetUp},{reader,now}){
if(emailVerified===null&&mfaSetUp===null)return()=>ORDINARY;
const isVerified=emailVerified===null?()=>true:compileCondition(emailVerified,reader,now);
const hasFactor=mfaSetUp===null?()=>false:compileCondition(mfaSetUp,reader,now);
return(body,user)=>{
const warnings=[];
if(hasEmail(user)&&!isVerified(body)){
if(unverifiedEmail===`skip`)return{kind:`skipped`,reason:`e-mail address not verified`};
warnings.push(UNVERIFIED);
if(unverifiedEmail===`PENDING`&&(user.userStatus??`VERIFIED`)===`VERIFIED`)user.userStatus=`PENDING`}
if(hasFactor(body))warnings.push(FACTOR_LOST);
return warnings.length===0?ORDINARY:{kind:`user`,warnings}}}
function hasEmail({email,identities}){
return typeof email===`string`||(identities?.some(identity=>typeof identity.email===`string`)??false)}
const UNVERIFIED={code:`email.unverified`,field:`email`,message:`The source has not verified the e-mail address.`,hint:"Choose with `unverified-email` what becomes of such users."};
const FACTOR_LOST={code:`mfa.not_imported`,field:null,message:`The user has a second factor in the source, which cannot be imported.`,hint:`Tell these users that they set it up anew.`};
;
const NOTHING_FOUND={errors:[],warnings:[]};
const ALWAYS_REFUSED=/^(?:userStatus|sub|password_hash_info(?:\..+)?|password\..+|join\..+)$/;
function applySeverities(severities){
return(refused,warnings)=>{
if(refused.length===0&&warnings.length===0)return NOTHING_FOUND;
const judged={errors:[],warnings:[]};
for(const{problem}of refused){
const severity=ALWAYS_REFUSED.test(problem.field??``)?`error`:severities.get(problem.code)?.severity;
if(severity===`warn`)judged.warnings.push(problem);else if(severity!==`off`)judged.errors.push(problem)}
for(const warning of warnings){
const severity=severities.get(warning.code)?.severity;
if(severity===`error`)judged.errors.push(warning);else if(severity!==`off`)judged.warnings.push(warning)}
return judged}}
;
function memoize(make,limit=1e4){
const known=new Map;
return text=>{
const found=known.get(text);
if(found!==undefined)return found;
const made=make(text);
if(text.length>64)return made;
if(known.size>=limit)known.clear();
known.set(text,made);
return made}}
var compile_date=__webpack_require__(25346);
var date_format=__webpack_require__(44172);
;
const DAY=864e5;
function wallClock(zone,luxon){
if(luxon===null)throw new Error(`time zones need luxon, which was not loaded`);
const{IANAZone}=luxon;
const place=IANAZone.create(zone);
const offset=time=>place.offset(time)*6e4;
const steadyDays=new Map;
const steady=day=>{
const known=steadyDays.get(day);
if(known!==undefined)return known;
const before=offset((day-1)*DAY);
const found=before===offset((day+2)*DAY)?before:null;
if(steadyDays.size>=2e4)steadyDays.clear();
steadyDays.set(day,found);
return found};
return wall=>{
const all=steady(Math.floor(wall/DAY));
if(all!==null)return wall-all;
const before=offset(wall-DAY);
const after=offset(wall+DAY);
const times=[wall-before,wall-after].filter(time=>time+offset(time)===wall);
return times.length===0?wall-before:Math.min(...times)}}
;
const ISO_INSTANT=/^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d)?)?)?$/;
const EPOCH=/^-?\d{1,17}(?:\.\d{1,9})?$/;
const EARLIEST=-621355968e5;
const LATEST=0xe677d21fdbff;
function instantParser(formats,zone,luxon,refusals){
const clock=zone===null?null:wallClock(zone,luxon);
const parsers=formats.map(format=>parserOf(format,clock,luxon));
return text=>{
let found=null;
for(const parse of parsers){
const time=parse(text);
if(time===null||time===found||!(time>=EARLIEST&&time<=LATEST))continue;
if(found!==null)return refusals.ambiguous;
found=time}
return found===null?refusals.invalid:new Date(found).toISOString()}}
function parserOf(format,clock,luxon){
switch(format){case date_format.ww:return text=>isoInstant(text,clock);case date_format.yS:return text=>EPOCH.test(text)?Math.floor(Number(text)*1e3):null;case date_format.Zs:return text=>EPOCH.test(text)?Math.floor(Number(text)):null;default:return patternInstant(format,clock,luxon)}}
function isoInstant(text,clock){
const found=ISO_INSTANT.exec(text);
if(found===null)return null;
const[,year,month,day,hour=`0`,minute=`0`,second=`0`,fraction=``,z,sign,hours,minutes=`0`]=found;
if(!(0,compile_date.V)(Number(year),Number(month),Number(day)))return null;
if(Number(hour)>23||Number(minute)>59||Number(second)>59)return null;
const milliseconds=Number(fraction.slice(0,3).padEnd(3,`0`));
const date=new Date(0);
date.setUTCFullYear(Number(year),Number(month)-1,Number(day));
const wall=date.setUTCHours(Number(hour),Number(minute),Number(second),milliseconds);
if(z!==undefined)return wall;
if(hours===undefined)return clock===null?null:clock(wall);
if(Number(hours)>18||Number(minutes)>59)return null;
return wall-(sign===`-`?-1:1)*(Number(hours)*60+Number(minutes))*6e4}
function patternInstant(format,clock,luxon){
if(luxon===null)throw new Error(`the format ${format} needs luxon, which was not loaded`);
const{DateTime}=luxon;
const parser=DateTime.buildFormatParser(format,{locale:`en`});
const absolute=(0,date_format.Sq)(format);
return text=>{
const time=DateTime.fromFormatParser(text,parser,{zone:`utc`,locale:`en`});
if(!time.isValid)return null;
if(absolute)return time.toMillis();
return clock===null?null:clock(time.toMillis())}}
;
function phoneParser(region,phones,refusal){
if(!isCountry(region,phones))throw new RangeError(`"${region}" is no country that has phone numbers`);
return text=>{
const number=phones.parsePhoneNumberFromString(text,{defaultCountry:region,extract:false});
return number?.isValid()&&number.ext===undefined?number.number:refusal}}
function isCountry(region,phones){
return phones.isSupportedCountry(region)}
;
function uuid5(namespace){
const space=Buffer.from(namespace.replaceAll(`-`,``),`hex`);
return name=>{
const hash=(0,external_node_crypto_.createHash)(`sha1`).update(space).update(name,`utf8`).digest();
hash[6]=(hash[6]??0)&15|80;
hash[8]=(hash[8]??0)&63|128;
const hex=hash.toString(`hex`,0,16);
return`${hex.slice(0,8)}-${hex.slice(8,12)}-${hex.slice(12,16)}-${hex.slice(16,20)}-${hex.slice(20)}`}}
;
function compileChange(change,at,libraries,refuse,constant){
switch(change.kind){case`table`:{
const made=value=>value===null?undefined:constant(value);
const table=new Map([...change.table].map(([text,value])=>[text,made(value)]));
const unknown=change.otherwise===undefined?refuse(`value.unknown`,`has a value that its table does not know`,`Add it to the table, or add else (${at}).`):made(change.otherwise);
return text=>table.has(text)?table.get(text):unknown}case`date`:return memoize((0,compile_date.a)(change.formats,libraries.luxon,dateRefusals(change.formats,at,refuse)));case`instant`:{
const refusals=instantRefusals(change.formats,change.zone,at,refuse);
return memoize(instantParser(change.formats,change.zone,libraries.luxon,refusals))}case`phone`:{
if(libraries.phones===null)throw new Error(`phone numbers need libphonenumber-js, which was not loaded`);
const hint=`Correct the number, or the country of numbers without country code (phone: ${change.region}, ${at}).`;
const refusal=refuse(`phone.invalid`,`holds no valid phone number, or one with an extension`,hint);
return memoize(phoneParser(change.region,libraries.phones,refusal))}case`uuid5`:return uuid5(change.namespace)}}
function isoConvert(type,refuse,at){
const parse=type===`date`?(0,compile_date.a)([`iso`],null,dateRefusals([`iso`],at,refuse)):instantParser([`iso`],null,null,instantRefusals([`iso`],null,at,refuse));
const wrong=parse(``);
return value=>typeof value===`string`?parse(value.trim()):wrong}
function dateRefusals(formats,at,refuse){
const wanted=formats.map(format=>format===`iso`?`yyyy-MM-dd`:format).join(` or `);
return{invalid:refuse(`date.invalid`,`holds no date in the format ${wanted}`,`Correct the date, or name the source's format with date (${at}).`),ambiguous:refuse(`date.ambiguous`,`is two different dates in two of its formats`,`Keep one of the formats (${at}).`)}}
function instantRefusals(formats,zone,at,refuse){
const offset=zone===null&&formats.includes(`iso`)?` with an offset or Z`:``;
return{invalid:refuse(`instant.invalid`,`holds no point in time in the format ${formats.join(` or `)}${offset}`,`Correct the value, or name the source's format with instant and its zone (${at}).`),ambiguous:refuse(`date.ambiguous`,`is two different times in two of its formats`,`Keep one of the formats (${at}).`)}}
var nesting=__webpack_require__(28167);
;
const NO_JSON=Symbol(`no JSON`);
const TOO_DEEP=Symbol(`nested too deeply`);
function cellJson(text){
try{
const value=JSON.parse(text);
return(0,nesting.f)(value)?TOO_DEEP:value}catch{
return NO_JSON}}
;
class FieldError{
code;
problem;
constructor(code,field,message,hint){
this.code=code;
this.problem={code,field,message,hint}}}
;
function converter(type,trim,refuse){
switch(type){case`boolean`:return toBoolean(refuse);case`number`:return toNumber(refuse);case`list`:return toList(toText(trim,refuse),refuse);case`json`:return toJson(refuse);case`custom`:return asItIs(trim,refuse);default:return toText(trim,refuse)}}
function toText(trim,refuse){
const wrongType=refuse(`type.invalid`,`needs one text, but the source has a list or an object there`,`Name one element of it in the mapping, such as path[0] or path.key.`);
const imprecise=imprecision(refuse);
return value=>{
if(typeof value===`string`)return trim?value.trim():value;
const text=(0,plain_text.b6)(value);
if(text===undefined)return wrongType;
return text??imprecise}}
function toBoolean(refuse){
const invalid=refuse(`boolean.invalid`,`needs yes or no`,`Write true or false, 1 or 0, yes or no, ja or nein; for other words use a table.`);
return value=>{
const text=(0,plain_text.b6)(value);
switch(typeof text===`string`?text.trim().toLowerCase():``){case`true`:case`1`:case`yes`:case`ja`:return true;case`false`:case`0`:case`no`:case`nein`:return false;default:return invalid}}}
function toNumber(refuse){
const invalid=refuse(`number.invalid`,`needs a number`,`Write it with digits and a decimal point, such as -12.5.`);
const imprecise=imprecision(refuse);
return value=>{
const text=(0,plain_text.b6)(value);
if(text===null)return imprecise;
if(text===undefined||typeof value===`boolean`)return invalid;
const digits=text.trim();
if(!/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(digits))return invalid;
const number=Number(digits);
if(!Number.isFinite(number))return invalid;
return(0,plain_text.u0)(number)?number:imprecise}}
function toList(item,refuse){
const json=toJson(refuse);
return value=>{
const source=typeof value===`string`&&value.trim().startsWith(`[`)?json(value):value;
if(source instanceof FieldError)return source;
const items=[];
for(const each of Array.isArray(source)?source:[source]){
if((0,plain_text.Im)(each))continue;
const made=item(each);
if(made instanceof FieldError)return made;
items.push(made)}
return items.length===0?undefined:items}}
function toJson(refuse){
const invalid=refuse(`json.invalid`,`needs JSON, but the text is none`,`Correct the cell, or map it as text.`);
const imprecise=imprecision(refuse);
return value=>{
if(typeof value!==`string`)return(0,plain_text.u0)(value)?value:imprecise;
const parsed=cellJson(value);
if(typeof parsed===`symbol`)return invalid;
if(!(0,plain_text.u0)(parsed))return imprecise;
return(0,plain_text.Im)(parsed)?undefined:parsed}}
function asItIs(trim,refuse){
const imprecise=imprecision(refuse);
return value=>{
if(typeof value===`string`)return trim?value.trim():value;
return(0,plain_text.u0)(value)?value:imprecise}}
function imprecision(refuse){
return refuse(`number.imprecise`,`stands in the export as a number with too many digits to be read exactly`,`Let the source write it as text, in quotes.`)}
;
function setPath(path){
const[first=``,second,third]=path;
if(second===undefined){
return(target,value)=>{
target[first]=value}}
if(third===undefined){
return(target,value)=>{
inner(target,first)[second]=value}}
return(target,value)=>{
inner(inner(target,first),second)[third]=value}}
function inner(target,key){
const found=target[key];
if(typeof found===`object`&&found!==null)return found;
const made={};
target[key]=made;
return made}
;
const MAX_DEPTH=4;
const MOST_PROBLEMS=100;
function objectTaker(shape){
return levelTaker(shape,``,0)}
function levelTaker(shape,prefix,depth){
const prepared=key=>{
const name=prefix+key;
const found=prepare(shape,name);
const inner=found===null&&isPrefix(name)&&depth<MAX_DEPTH?levelTaker(shape,`${name}.`,depth+1):null;
return{name,found,inner}};
const known=memoize(prepared,1e3);
return(source,target,problems)=>{
for(const[key,value]of Object.entries(source)){
if(problems.length===MOST_PROBLEMS)return;
const{name,found,inner}=known(key);
if(found!==null){
if((0,plain_text.Im)(value))continue;
const made=found.convert(value);
if(made instanceof FieldError)problems.push(made);else if(made!==undefined)found.put(target,made)}else if(inner!==null&&isObject(value))inner(value,target,problems);else problems.push(unknownKey(shape,name))}}}
function entriesConverter(shape,field,refuse){
const wrongType=refuse(`type.invalid`,`needs a list of objects`,`Give a list such as [{…}, {…}] as JSON.`);
const json=toJson(refuse);
const take=objectTaker(shape);
return value=>{
const list=json(value);
if(list===undefined||list instanceof FieldError)return list;
if(!Array.isArray(list))return wrongType;
const entries=[];
for(const[index,source]of list.entries()){
if(!isObject(source))return wrongType;
const entry={};
const problems=[];
take(source,entry,problems);
const[first]=problems;
if(first!==undefined)return inEntry(first,`${field}[${index}]`);
if(Object.keys(entry).length>0)entries.push(entry)}
return entries.length===0?undefined:entries}}
function fieldConverter(field,type,trim,at,refuse){
switch(type){case`date`:case`instant`:return isoConvert(type,refuse,at);case`groups`:return entriesConverter(`group`,field.name,refuse);case`consents`:return entriesConverter(`consent`,field.name,refuse);case`identities`:return entriesConverter(`identity`,field.name,refuse);default:return converter(type,trim,refuse)}}
function inEntry({code,problem},entry){
const{field,message,hint}=problem;
return new FieldError(code,field===null?entry:`${entry}.${field}`,message,hint)}
function prepare(shape,name){
const field=(0,cidaas_fields.UI)(shape,name);
if(field===undefined)return null;
const refuse=(code,what,hint)=>new FieldError(code,name,`${name} ${what}.`,hint);
return{convert:fieldConverter(field,field.type,true,`in a mapping file`,refuse),put:setPath(field.path)}}
function isPrefix(name){
return name===`address`||name===`customFields`||name===`password_hash_info`||name===`password_hash_info.hData`}
function unknownKey(shape,name){
const showable=/^[A-Za-z_][\w.-]{0,47}$/.test(name)&&!/\d{4}|[0-9a-f]{16}/i.test(name);
const what=showable?(0,cidaas_fields.wE)(shape,name):`A key of the record is no cidaas field.`;
const hint=`Remove the key from the export, or write a mapping, which takes only what it names.`;
return new FieldError(`field.unknown`,null,what,hint)}
function isObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
var normalize_name=__webpack_require__(36754);
;
const EACH={each:true};
const SEGMENT=/^(?:\[(\d{1,9})\]|(\[\])|\[([^\]=["']+)=([^\]"']+)\]|\["([^"]+)"\]|\['([^']+)'\]|\.?"([^"]+)"|\.?([^.[\]"']+))/;
function parsePath(text){
const path=[];
let rest=text;
while(rest!==``){
const found=SEGMENT.exec(rest);
if(found===null)return null;
const[whole,index,each,key,is,inBrackets,inSingle,quoted,plain]=found;
const dotted=rest.startsWith(`.`);
const bracketed=rest.startsWith(`[`);
if(path.length===0?dotted:!dotted&&!bracketed)return null;
if(index!==undefined)path.push(Number(index));else if(each!==undefined)path.push(EACH);else if(key!==undefined)path.push({key:key.trim(),is:(is??``).trim()});else path.push(inBrackets??inSingle??quoted??plain??``);
rest=rest.slice(whole.length)}
return path.length===0?null:path}
function valueAt(object,path,from=0){
let value=object;
for(let at=from;at<path.length;at+=1){
if(typeof value!==`object`||value===null)return undefined;
const step=path[at];
if(typeof step===`object`){
if(!Array.isArray(value))return undefined;
if(step===EACH)return every(value,path,at+1);
value=value.find(element=>isPicked(element,step))}else{
if(step===undefined||!Object.hasOwn(value,step))return undefined;
value=value[step]}}
return value}
function pathText(path){
return path.map((step,index)=>{
if(typeof step===`number`)return`[${step}]`;
if(typeof step===`string`)return`${index>0?`.`:``}${step}`;
return`key`in step?`[${step.key}=${step.is}]`:`[]`}).join(``)}
function every(list,path,from){
const found=[];
for(const element of list){
const value=valueAt(element,path,from);
if(Array.isArray(value))for(const one of value)found.push(one);else if(value!==undefined&&value!==null)found.push(value)}
return found.length===0?undefined:found}
function isPicked(element,{key,is}){
return typeof element===`object`&&element!==null&&Object.hasOwn(element,key)&&(0,plain_text.b6)(element[key])===is}
;
const ABSENT=()=>undefined;
function columnReader(header,cells){
const problems=[];
const clean=(0,cell_reading.a)(cells);
const columns=header.map(name=>clean(name)??``);
const byLooseName=new Map;
for(const[index,name]of columns.entries()){
const loose=(0,normalize_name.P)(name);
byLooseName.set(loose,[...byLooseName.get(loose)??[],index])}
const find=({text,at,presence})=>{
const exact=columns.indexOf(text);
if(exact>=0||presence!==`loose`)return exact;
const[index=-1,...others]=byLooseName.get((0,normalize_name.P)(text))??[];
if(others.length===0)return index;
const named=[index,...others].map(place=>`"${columns[place]}"`).join(` and `);
problems.push(`${at}: the columns ${named} could both be "${text}". Name in your mapping the one that is meant.`);
return index};
return{problems,unseen:()=>[],whole:body=>body.kind===`cells`?Object.fromEntries(columns.map((name,index)=>[name,clean(body.cells[index])])):undefined,reading(ref){
const index=find(ref);
if(index<0){
if(ref.presence===`required`||ref.presence===`column`)problems.push(`${ref.at}: the export has no column "${ref.text}".${(0,nearest.a)(ref.text,columns)}`);
return ABSENT}
return body=>body.kind===`cells`?clean(body.cells[index]):undefined}}}
const WHOLE=`$`;
const SAMPLED_RECORDS=100;
const SAMPLED_KEYS=200;
function pathReader(){
const problems=[];
const watched=new Map;
return{problems,unseen:()=>[...watched.values()].filter(({seen,missed})=>!seen&&missed>0).map(({ref,near})=>({path:ref.text,at:ref.at,nearest:(0,nearest.p)(ref.text,near)})),whole:body=>body.kind===`object`?body.object:undefined,reading(ref){
if(ref.text===WHOLE)return body=>body.kind===`object`?body.object:undefined;
const path=pathOf(ref,problems);
if(path===null)return ABSENT;
if(ref.presence!==`required`)return body=>body.kind===`object`?valueAt(body.object,path):undefined;
const known=watched.get(ref.text);
const watch=known??{ref,seen:false,missed:0,near:new Set};
if(known===undefined)watched.set(ref.text,watch);
return body=>{
if(body.kind!==`object`)return undefined;
const value=valueAt(body.object,path);
if(watch.seen)return value;
if(value!==undefined)watch.seen=true;else if(watch.missed<SAMPLED_RECORDS)sample(body.object,path,watch.near);
watch.missed+=1;
return value}}}}
function pathOf({text,at},problems){
const path=parsePath(text);
if(path===null)problems.push(`${at}: "${text}" is no path: write profile.emails[0].value, a key with dots in quotes.`);
return path}
function sample(object,path,near){
let length=path.length-1;
while(length>0&&!isKeyed(valueAt(object,path.slice(0,length))))length-=1;
const around=length===0?object:valueAt(object,path.slice(0,length));
if(!isKeyed(around))return;
for(const key of Object.keys(around)){
if(near.size>=SAMPLED_KEYS)return;
if(/^[A-Za-z_][\w-]{0,63}$/.test(key))near.add(pathText([...path.slice(0,length),key]))}}
function isKeyed(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
;
const LIMITS={timeout:1e3,stack:200,sequence:1e4};
class ExpressionFailure{
code;
constructor(code){
this.code=code}}
class Expressions{
#jsonata;
#problems;
#prepared=[];
#results=new WeakMap;
constructor(jsonata,problems){
this.#jsonata=jsonata;
this.#problems=problems}
get any(){
return this.#prepared.length>0}
reading(text,at){
if(this.#jsonata===null)throw new Error(`expressions need jsonata, which was not loaded`);
try{
const place=this.#prepared.push(this.#jsonata(text,LIMITS))-1;
return body=>this.#results.get(body)?.[place]}catch(error){
const position=positionOf(error);
this.#problems.push(`${at}: this is no JSONata expression (${codeOf(error)}${position}).`);
return()=>undefined}}
async prepare(records,inputOf){
this.#results=new WeakMap;
for(const{body}of records){
const input=inputOf(body);
if(input===undefined)continue;
const results=[];
for(const expression of this.#prepared){
try{
results.push(plain(await expression.evaluate(input)))}catch(error){
results.push(new ExpressionFailure(codeOf(error)))}}
this.#results.set(body,results)}}}
function plain(value){
if(typeof value!==`object`||value===null)return typeof value===`function`?new ExpressionFailure(`error`):value;
if(`_jsonata_function`in value||`_jsonata_lambda`in value)return new ExpressionFailure(`error`);
return JSON.parse(JSON.stringify(value))}
function codeOf(error){
const code=typeof error===`object`&&error!==null&&`code`in error?error.code:undefined;
return typeof code===`string`&&/^[A-Z]\d{4}$/.test(code)?code:`error`}
function positionOf(error){
const position=typeof error===`object`&&error!==null&&`position`in error?error.position:undefined;
return typeof position===`number`?` at position ${position}`:``}
;
function sourceReading(rule,source,refuse,context){
if(source.kind===`expr`)return expressionReading(context.expressions.reading(source.text,source.at),refuse);
const reads=source.refs.map(ref=>context.reader.reading(ref));
const present=reads.filter(read=>read!==ABSENT);
if(present.length===0&&rule.empty?.kind===`refuse`){
const names=source.refs.map(({text})=>`"${text}"`).join(` or `);
context.problems.push(`${rule.at}: the export has no column ${names}, and ${rule.field} cannot do without it.`)}
if(present.length===0)return ABSENT;
return source.kind===`concat`?source_reading_together(present,source.separator,refuse):firstOf(present)}
function firstOf(reads){
const[only,...others]=reads;
if(only===undefined)return ABSENT;
if(others.length===0)return only;
return body=>{
for(const read of reads){
const value=read(body);
if(!(0,plain_text.Im)(value))return value}
return undefined}}
function source_reading_together(reads,separator,refuse){
const text=toText(true,refuse);
return body=>{
const parts=[];
for(const read of reads){
const value=read(body);
if((0,plain_text.Im)(value))continue;
const part=text(value);
if(part instanceof FieldError)return part;
parts.push(part)}
return parts.join(separator)}}
function expressionReading(read,refuse){
const failed=new Map;
return body=>{
const value=read(body);
if(!(value instanceof ExpressionFailure))return value;
const known=failed.get(value.code);
if(known!==undefined)return known;
const what=`could not be made: its expression failed with ${value.code}`;
const refusal=refuse(`expr.failed`,what,`Look up the code in the documentation of JSONata, and correct the expression.`);
failed.set(value.code,refusal);
return refusal}}
function editing(rule,read,refuse,{problems}){
const inner=rule.json===null?null:jsonReading(rule.json,refuse,problems);
return body=>{
let value=read(body);
if(value instanceof FieldError||(0,plain_text.Im)(value))return value;
if(inner!==null)value=inner(value);
if(value instanceof FieldError||rule.replace.length===0)return value;
return Array.isArray(value)?value.map(each=>replaced(each,rule.replace)):replaced(value,rule.replace)}}
function jsonReading(ref,refuse,problems){
const path=pathOf(ref,problems)??[];
const invalid=refuse(`json.invalid`,`needs JSON, but the text is none`,`Correct the cell in the source.`);
return value=>{
if(typeof value!==`string`)return valueAt(value,path);
const parsed=cellJson(value);
return typeof parsed===`symbol`?invalid:valueAt(parsed,path)}}
function replaced(value,replacements){
const text=(0,plain_text.b6)(value);
if(typeof text!==`string`)return value;
return replacements.reduce((edited,{find,with:by})=>edited.replace(find,by),text.trim())}
;
function compileField(rule,field,name,context){
const{make,put}=compileOne(rule,field,name,context);
if(rule.otherwise===null)return{rule,make,put};
const next=compileField(rule.otherwise,field,name,context).make;
if(make===ABSENT)return{rule,put,make:next};
return{rule,put,make:body=>{
const value=make(body);
return value===undefined?next(body):value}}}
function compileOne(rule,field,name,context){
const refuse=(code,what,hint)=>new FieldError(code,name,`${name} ${what}.`,hint);
const type=field.type===`custom`?rule.type??`custom`:field.type;
const convert=fieldConverter(field,type,rule.trim,rule.at,refuse);
const constant=value=>{
const made=convert(value);
if(!(made instanceof FieldError))return made;
context.problems.push(`${rule.at}: ${name}: a value in the mapping does not fit: the field ${made.problem.message.slice(name.length+1)}`);
return undefined};
const made=valueMaker(rule,field,refuse,convert,constant,context);
const holds=rule.when===null?null:compileCondition(rule.when,context.reader,context.now);
return{rule,make:holds===null?made:body=>holds(body)?made(body):undefined,put:setPath(field.path)}}
function valueMaker(rule,field,refuse,convert,constant,context){
if(rule.source.kind===`value`){
const value=constant(rule.source.value);
return()=>value}
const source=sourceReading(rule,rule.source,refuse,context);
if(source===ABSENT)return source;
const read=rule.json===null&&rule.replace.length===0?source:editing(rule,source,refuse,context);
const empty=valueOfNothing(rule,refuse,constant);
const single=singleMaker(rule,refuse,convert,constant,context);
const list=(rule.type??field.type)===`list`;
const make=list?listMaker(rule,refuse,single):single;
return body=>{
const value=read(body);
if((0,plain_text.Im)(value))return empty;
if(value instanceof FieldError)return value;
const result=make(value);
return result===compile_field_NOTHING?empty:result}}
const compile_field_NOTHING=Symbol(`no items`);
function valueOfNothing({empty,at},refuse,constant){
switch(empty?.kind){case`default`:return constant(empty.value);case`clear`:return null;case`refuse`:return refuse(`value.missing`,`must have a value, but the source has none`,`Fill it in the source (${at}).`);case undefined:return undefined}}
function singleMaker(rule,refuse,convert,constant,{libraries,problems}){
const letters=rule.case;
if(rule.change===null&&letters===null)return convert;
const text=toText(rule.trim||rule.change!==null,refuse);
let change=convert;
if(rule.change!==null){
try{
change=compileChange(rule.change,rule.at,libraries,refuse,constant)}catch(error){
if(!(error instanceof RangeError))throw error;
problems.push(`${rule.at}: ${error.message}.`)}}
return value=>{
const read=text(value);
if(typeof read!==`string`)return read;
return change(letters===null?read:letters===`lower`?read.toLowerCase():read.toUpperCase())}}
function listMaker(rule,refuse,single){
const json=toJson(refuse);
const{split}=rule;
return value=>{
let source=value;
if(typeof value===`string`){
if(split!==null)source=value.split(split);else if(value.trim().startsWith(`[`))source=json(value)}
if(source instanceof FieldError)return source;
const items=[];
let any=false;
for(const each of Array.isArray(source)?source:[source]){
if((0,plain_text.Im)(each))continue;
any=true;
const made=single(each);
if(made instanceof FieldError)return made;
if(Array.isArray(made))for(const one of made)items.push(one);else if(made!==undefined)items.push(made)}
if(!any)return compile_field_NOTHING;
return items.length===0?undefined:items}}
;
function scopedReader(reader,scopes,absent=[]){
if(scopes.length===0&&absent.length===0)return reader;
return{problems:reader.problems,unseen:()=>reader.unseen(),whole:body=>{
const record=reader.whole(body);
return record&&{...record,...Object.fromEntries(scopes.map(scope=>[scope.name,scope.value]))}},reading(ref){
const isIn=name=>ref.text===name||/^[.[]/.test(rest(ref.text,name));
if(absent.some(isIn))return ABSENT;
const scope=scopes.find(({name})=>isIn(name));
return scope===undefined?reader.reading(ref):readingIn(scope,ref,reader.problems)}}}
function readingIn(scope,ref,problems){
const inner=rest(ref.text,scope.name).replace(/^\./,``);
if(inner===``)return()=>scope.value;
if(scope.columns!==null&&!inner.startsWith(`[`)){
if(!scope.columns.includes(inner)&&ref.presence===`required`)problems.push(`${ref.at}: ${scope.name} has no column "${inner}".${(0,nearest.a)(inner,scope.columns)}`);
return()=>valueAt(scope.value,[inner])}
const path=pathOf({...ref,text:inner},problems);
return path===null?()=>undefined:()=>valueAt(scope.value,path)}
function rest(text,name){
return text.startsWith(name)?text.slice(name.length):text}
;
const SHAPES={identities:`identity`,groups:`group`,consents:`consent`};
function makersOf(rules,shape,prefix,context){
return rules.flatMap(rule=>{
const field=(0,cidaas_fields.UI)(shape,rule.field);
if(field===undefined){
context.problems.push(`${rule.at}: ${(0,cidaas_fields.wE)(shape,rule.field)}`);
return[]}
return[compileField(rule,field,prefix+field.name,context)]})}
function compileEntry(entry,key,index,context){
const prefix=`${key}[${index}].`;
const{each,rules}=entry;
if(each===null){
const once=(_body,make)=>{
make()};
return{makers:makersOf(rules,SHAPES[key],prefix,context),forEach:once}}
for(const rule of rules.flatMap(compile_libraries.V)){
if(rule.source.kind===`expr`)context.problems.push(`${rule.at}: an entry with each takes no expr.`)}
const element={name:`each`,columns:null,value:undefined};
const reader=scopedReader(context.reader,[element]);
const read=context.reader.reading(each);
const tooDeep=tooDeepIn(`${key}[${index}]`);
return{makers:makersOf(rules,SHAPES[key],prefix,{...context,reader}),forEach:(body,make)=>{
const list=elementsOf(read(body));
if(list===TOO_DEEP)return tooDeep;
for(element.value of list)make();
return undefined}}}
function elementsOf(value){
if((0,plain_text.Im)(value))return[];
if(Array.isArray(value))return value;
if(typeof value!==`string`||!value.trim().startsWith(`[`))return[value];
const list=cellJson(value);
if(list===TOO_DEEP)return list;
return Array.isArray(list)?list:[value]}
function tooDeepIn(entry){
const message=`${entry} needs JSON, but the list for it is nested more deeply than records may be.`;
return new FieldError(`json.invalid`,entry,message,`Correct the cell in the source.`)}
;
function entry_lists_listMaker(key,entries){
const prepared=entries.map(({makers,forEach})=>({makers:makers.map(maker=>({...maker,tells:tells(key,maker)})),namesProvider:key===`identities`&&makers.some(({rule})=>rule.field===`provider`),forEach}));
return(body,user,refused)=>{
const list=[];
for(const{makers,forEach,namesProvider}of prepared){
const unread=forEach(body,()=>{
const entry={};
let worthwhile=false;
for(const{make,put,tells}of makers){
const value=make(body);
if(value===undefined)continue;
if(value instanceof FieldError){
refused.push(value);
continue}
put(entry,value);
if(tells&&value!==null)worthwhile=true}
if(worthwhile&&!(namesProvider&&entry.provider===undefined))list.push(entry)});
if(unread!==undefined)refused.push(unread)}
if(list.length>0)user[key]=list}}
function tells(key,{rule}){
switch(key){case`identities`:return rule.source.kind!==`value`&&rule.field!==`provider`&&rule.field!==`sub`;case`groups`:return rule.field===`groupId`;case`consents`:return rule.field===`state`}}
function fillLists(user){
const{sub,groups}=user;
if(typeof sub===`string`&&Array.isArray(groups)){
for(const group of groups)group.sub??=sub}
return user}
;
function joinScopes(joins,index,context){
if(joins.length===0)return{scopes:[],enter:()=>[]};
if(index===undefined)throw new Error(`the mapping has joins, but nothing to find them in was given`);
const prepared=joins.map(({name,many,equals})=>({name,many,key:keyMaker(equals,context),scope:{name,columns:many?null:index.columns(name),value:undefined}}));
return{scopes:prepared.map(({scope})=>scope),enter:body=>{
const refused=[];
for(const{name,many,key,scope}of prepared){
const made=key(body);
if(made instanceof FieldError)refused.push(made);
const found=typeof made===`string`&&made!==``?index.find(name,made):[];
scope.value=many?found:found[0]}
return refused}}}
function keyMaker(rule,context){
const field={name:rule.field,path:[`key`],type:`text`,level:`account`,clearable:false};
return compileField(rule,field,rule.field,context).make}
;
const OWN_PROVIDER=`self`;
function withOwnIdentity(user){
const{identities}=user;
if(!Array.isArray(identities))return user;
const account={};
const own={};
for(const[key,value]of Object.entries(user)){
if(key===`address`||cidaas_fields.ce[key]?.level===`identity`)own[key]=value;else account[key]=value}
if(Object.keys(own).some(key=>key!==`provider`))account.identities=[{provider:OWN_PROVIDER,...own},...identities];
return account}
var algorithm_table=__webpack_require__(96749);
var native_form=__webpack_require__(64697);
var pack=__webpack_require__(54016);
;
const FIELD=`password_hash_info`;
const OPTIONAL=`or set optional to true to import such users without a password`;
const MISSING={empty:`The source has no password hash for the user.`,unusable:`The source has a mark in place of the password hash that no password matches.`,elsewhere:`The source leaves the user's password to another system.`};
const HINTS={unknown:`Check the column, declare the algorithm of what is in it, ${OPTIONAL}.`,bare:`Declare how it was made with algorithm, and salt and saltPosition where there is a salt.`,damaged:`Check that the export has the whole hash: a column that is too short cuts it off; correct it, ${OPTIONAL}.`,unsupported:`Leave such rows out with a skip rule, ${OPTIONAL}.`,incomplete:`Map what is missing, or declare it.`,"clear-text":`Export hashes instead of clear text, ${OPTIONAL}.`,placeholder:`Make an export that contains the hashes, ${OPTIONAL}.`};
function missingProblem(why){
return problem(`hash.missing`,MISSING[why],`Leave such rows out with a skip rule, ${OPTIONAL}.`)}
function unrecognisedProblem({what,reason}){
return problem(`hash.unrecognised`,`The password hash ${what}.`,HINTS[reason])}
const MISFITS={"byte-salt":`a salt of bytes, and cidaas documents salts that are texts only`,cost:`a cost above 20, the highest that cidaas takes`,encoding:`a password that was not hashed as UTF-8`};
function noVerifierProblem(algorithm,misfit){
const clause=misfit===null?`${algorithm}, which cidaas does not check by itself`:`${algorithm} in a form that cidaas does not check: it has ${MISFITS[misfit]}`;
return problem(`hash.no_verifier`,`The password hash is ${clause}.`,`Name the verifier that the tenant has (verifier: CUSTOM_…)${byIds(algorithm,misfit)}, leave such rows out with a skip rule, ${OPTIONAL}.`)}
function byIds(algorithm,misfit){
if(misfit!==null||algorithm_table.T[algorithm].support!==`configurable`)return``;
return`, or the id of a tenant that is set up for it (ids: { ${algorithm}: … })`}
function problem(code,message,hint){
return{code,field:FIELD,message,hint}}
;
function carryHash(recognised,options){
switch(recognised.kind){case`none`:return options.optional?{kind:`without`,warning:null}:refused(missingProblem(recognised.why));case`unrecognised`:return refusedUnless(options.optional,unrecognisedProblem(recognised));case`hash`:return carried(recognised.hash,options)}}
function carried(hash,{verifier,ids,optional}){
const algorithm=(0,password_algorithm.H)(hash);
const configured=ids[algorithm];
if(configured?.startsWith(`CUSTOM`))return custom(algorithm,configured,hash);
const info=(0,native_form.E)(hash,configured??algorithm_table.T[algorithm].id);
if(info!==null)return{kind:`sent`,algorithm,route:configured===undefined?`native`:`configured`,info};
if(verifier!==null)return custom(algorithm,verifier,hash);
return refusedUnless(optional,noVerifierProblem(algorithm,(0,native_form.U)(hash)))}
function custom(algorithm,id,hash){
return{kind:`sent`,algorithm,route:`custom`,info:{algorithmTypeId:id,passwordHash:(0,pack.W)(hash)}}}
function refusedUnless(optional,problem){
return optional?{kind:`without`,warning:problem}:refused(problem)}
function refused(problem){
return{kind:`refused`,problem}}
;
const NO_PASSWORD={sent:null,problem:null,warning:null};
const PART={name:`password`,path:[`part`],type:`custom`,level:`account`,clearable:false};
function passwordMaker(rule,context){
if(rule===null)return()=>NO_PASSWORD;
const{when}=rule.value;
const holds=when===null?()=>true:compileCondition(when,context.reader,context.now);
const part=made=>made===null?()=>undefined:compileField(made,PART,made.field,context).make;
const value=part({...rule.value,when:null});
if(value===ABSENT)return()=>NO_PASSWORD;
const algorithm=part(rule.algorithm);
const salt=part(rule.salt);
const iterations=part(rule.iterations);
return body=>{
if(!holds(body))return NO_PASSWORD;
const parts={value:value(body),algorithm:algorithm(body),salt:salt(body),iterations:iterations(body)};
for(const made of Object.values(parts))if(made instanceof FieldError)return problemOf(made.problem);
const declared=typeof parts.algorithm===`string`?parts.algorithm:undefined;
return made(carryHash((0,recognise.A)({...rule.settings,...parts,algorithm:declared}),rule.carry))}}
function made(carried){
switch(carried.kind){case`sent`:return{sent:carried,problem:null,warning:null};case`without`:return carried.warning===null?NO_PASSWORD:{sent:null,problem:null,warning:carried.warning};case`refused`:return problemOf(carried.problem)}}
function problemOf(problem){
return{sent:null,problem,warning:null}}
;
async function compileMapping(mapping,columns,environment={}){
if(mapping!==null)return compileRules(mapping,columns,environment);
return columns===null?objectMapper():compileRules(mappingOfHeader(columns),columns,environment)}
async function compileRules(mapping,columns,{joins,now=0}){
const lists=[mapping.identities,mapping.groups,mapping.consents];
const rules=[...mapping.fields,...mapping.joins.flatMap(({key,equals})=>[key,equals]),...lists.flat().flatMap(entry=>entry.rules),...(0,password_rule.Fv)(mapping.password)];
const libraries=await(0,compile_libraries.k)(rules);
const base=columns===null?pathReader():columnReader(columns,mapping.cells);
const{problems}=base;
const expressions=new Expressions(libraries.jsonata,problems);
const plain={reader:base,libraries,expressions,problems,now};
const scopes=joinScopes(mapping.joins,joins,plain);
const context={...plain,reader:scopedReader(base,scopes.scopes,mapping.dormantJoins)};
const{reader}=context;
const skips=mapping.skip.map(({reason,when})=>({reason,holds:compileCondition(when,reader,now)}));
const fields=makersOf(mapping.fields,`user`,``,context);
const entries=[`identities`,`groups`,`consents`].map(key=>entry_lists_listMaker(key,mapping[key].map((entry,index)=>compileEntry(entry,key,index,context))));
const password=passwordMaker(mapping.password,context);
const state=accountState(mapping,context);
if(columns!==null&&problems.length===0&&mapping.identities.length===0)problems.push(...noIdentifier(mapping,fields));
const tolerate=applySeverities(mapping.severities);
if(problems.length>0)throw new input_error.d([...new Set(problems)]);
const fill=(body,refused)=>{
const user={};
for(const{make,put}of fields){
const value=make(body);
if(value===undefined)continue;
if(value instanceof FieldError)refused.push(value);else put(user,value)}
for(const entry of entries)entry(body,user,refused);
return fillLists(withOwnIdentity(user))};
const map=({body})=>{
if(body.kind===`broken`)return broken(body);
const refused=scopes.enter(body);
for(const{reason,holds}of skips){
if(holds(body))return{kind:`skipped`,reason,identifiers:identifiersOf(fill(body,[]))}}
const user=fill(body,refused);
const settled=state(body,user);
if(settled.kind===`skipped`)return{...settled,identifiers:identifiersOf(user)};
const{sent,problem,warning}=password(body);
if(sent!==null)user.password_hash_info=sent.info;
const found=tolerate(refused,warning===null?settled.warnings:[...settled.warnings,warning]);
const errors=problem===null?found.errors:[...found.errors,problem];
if(errors.length===0)return{kind:`user`,user,warnings:found.warnings,password:sent};
return{kind:`invalid`,problems:errors,identifiers:identifiersOf(user)}};
const inputOf=body=>{
if(body.kind===`broken`)return undefined;
scopes.enter(body);
return reader.whole(body)};
const prepare=expressions.any?records=>expressions.prepare(records,inputOf):null;
return Object.assign(map,{prepare,unseen:()=>reader.unseen()})}
const compile_IDENTIFIERS=[`email`,`username`,`mobile_number`];
function noIdentifier({name,fields},made){
const wanted=fields.filter(({field})=>compile_IDENTIFIERS.includes(field));
const isThere=made.some(({rule,make})=>compile_IDENTIFIERS.includes(rule.field)&&make!==ABSENT);
if(isThere||wanted.length===0)return[];
return[`${name} does not fit: the export has none of the columns that it knows for e-mail address, user name or mobile number.`]}
function objectMapper(){
const take=objectTaker(`user`);
const map=({body})=>{
if(body.kind===`broken`)return broken(body);
const user={};
const refused=[];
if(body.kind===`object`)take(body.object,user,refused);
const filled=fillLists(user);
if(refused.length===0)return{kind:`user`,user:filled,warnings:[],password:null};
return{kind:`invalid`,problems:refused.map(({problem})=>problem),identifiers:identifiersOf(filled)}};
return Object.assign(map,{prepare:null,unseen:()=>[]})}
function broken(body){
return{kind:`invalid`,problems:[body.problem],identifiers:{}}}
var known_user=__webpack_require__(65678);
;
const FIRST_LOGIN={native:`cidaas checks the password itself, then stores a hash of its own.`,configured:`cidaas checks the password itself as the tenant is set up, then stores a hash of its own.`,custom:`cidaas sends password and packed hash to your verifier; when it says yes, cidaas stores a hash of its own. Until all have logged in, the verifier must be there.`};
function describeAlgorithm({algorithm,route,info}){
const sureness=surenessOf(algorithm,route);
return{algorithm,sentAs:info.algorithmTypeId,firstLogin:FIRST_LOGIN[route],sureness}}
function surenessOf(algorithm,route){
const{open}=algorithm_table.T[algorithm];
if(route===`custom`)return`As sure as your verifier: try one user of each algorithm before the import.`;
if(route===`configured`)return`As the mapping says: log in as one such user before the import.`;
if(open===null)return`Documented by cidaas.`;
return`Documented, but cidaas does not say ${open}: log in as one such user before the import.`}
;
class PasswordCounts{
#ways=new Map;
see(sent){
const key=`${sent.algorithm} ${sent.route} ${sent.info.algorithmTypeId}`;
const way=this.#ways.get(key);
if(way===undefined)this.#ways.set(key,{sent,users:1});else way.users+=1}
list(){
const counts=[...this.#ways.values()].map(({sent,users})=>({...describeAlgorithm(sent),users}));
return counts.sort((a,b)=>b.users-a.users||(a.sentAs<b.sentAs?-1:1))}}
function passwordSentence({users,algorithm,sentAs,firstLogin,sureness}){
return`Passwords of ${users} ${users===1?`user`:`users`}: ${algorithm}, sent as ${sentAs}. ${firstLogin} ${sureness}`}
;
function judge(row,user,claims){
const keys=(0,identity_keys.NZ)(user);
const sub=(0,identity_keys.wd)(user);
const twin=sub===undefined?undefined:claims.holder(`sub:${sub}`);
if(twin!==undefined)return duplicate(twin);
const holders=new Map;
for(const key of keys){
const holder=claims.holder(key);
if(holder!==undefined&&!holders.has(holder))holders.set(holder,key)}
const[first,second]=holders;
if(first===undefined){
for(const key of keys)claims.claim(key,row);
return{kind:`counts`}}
const[holder,key]=first;
const field=key.slice(0,key.indexOf(`:`));
if(second!==undefined)return conflict(holder,field,`rows ${holder} and ${second[0]} hold identifiers of this row`);
const other=JSON.parse(claims.body(holder));
const otherSub=(0,identity_keys.wd)(other);
if(sub!==undefined&&otherSub!==undefined)return conflict(holder,field,`row ${holder} has the same ${field} under another sub`);
if(contradict(keys,(0,identity_keys.NZ)(other))){
return conflict(holder,field,`row ${holder} has the same ${field} but another identifier differs`)}
return duplicate(holder)}
function contradict(mine,theirs){
const kinds=new Set(mine.map(kindOf).filter(kind=>kind!==`sub`));
for(const kind of kinds){
const others=theirs.filter(key=>kindOf(key)===kind);
if(others.length>0&&!mine.some(key=>others.includes(key)))return true}
return false}
function kindOf(key){
const colon=key.indexOf(`:`);
const kind=key.slice(0,colon);
return kind===`sub`?kind:key.slice(0,key.indexOf(`:`,colon+1))}
function duplicate(of){
const message=`The same user stands in row ${of}, which counts.`;
return{kind:`duplicate`,of,why:{code:`duplicate`,field:null,message,hint:`Nothing to do if they are one person; if not, correct the sub or identifier of one of them.`}}}
function conflict(other,field,what){
const message=`Two people may share an identifier: ${what}.`;
const hint=`Correct the identifier or the sub in the source; two people are never merged.`;
return{kind:`conflict`,with:other,why:{code:`identity.conflict`,field,message,hint}}}
var problem_codes=__webpack_require__(84659);
;
async function planExport(options){
const{exported,mappers,sink,onProgress,signal,duplicates=`first`}=options;
const warnings={};
const passwords=new PasswordCounts;
const users=(0,external_node_crypto_.createHash)(`sha256`);
let rows=0;
for await(const chunk of exported.records()){
signal.throwIfAborted();
const planned=[];
let bodies=``;
const[first]=chunk;
if(first===undefined)continue;
const mapper=mappers[first.file];
if(mapper===undefined)throw new Error(`file ${first.file} of the export has no mapper`);
if(mapper.prepare!==null)await mapper.prepare(chunk);
for(const record of chunk){
const decided=decide(record,mapper,options,{warnings,passwords});
planned.push(decided);
if(decided.body!==undefined)bodies+=`${decided.body}\n`}
users.update(bodies);
sink.add(planned);
rows+=chunk.length;
onProgress(rows)}
const settle=({row,body})=>{
const verdict=judge(row,JSON.parse(body),sink.claims);
if(verdict.kind===`counts`)return;
users.update(`${verdict.kind} ${row}\n`);
if(verdict.kind===`duplicate`)sink.takeOut(row,duplicates===`error`?`invalid`:`duplicate`,verdict.of,verdict.why);else sink.takeOut(row,`invalid`,verdict.with,verdict.why)};
for await(const members of sink.duplicateCandidates(duplicates===`last`?`last`:`first`)){
signal.throwIfAborted();
sink.transaction(()=>members.forEach(settle))}
return{rows,warnings,passwords:passwords.list(),users:users.digest(`hex`)}}
function decide(record,mapper,{validate,severities,whole},{warnings,passwords}){
const{row,file,line}=record;
if(record.body.kind===`broken`)return{row,file,line,outcome:`invalid`,reason:record.body.problem,identifiers:{}};
const mapped=mapper(record);
switch(mapped.kind){case`skipped`:{
const reason={code:`skipped`,field:null,message:mapped.reason,hint:``};
return{row,file,line,outcome:`skipped`,reason,identifiers:mapped.identifiers}}case`invalid`:return invalid(record,mapped.problems,mapped.identifiers);case`user`:{
const{user}=mapped;
const found=validate(user);
const subless=(0,identity_keys.wd)(user)===undefined?severities?.get(`sub.missing`)??`warn`:`off`;
const errors=subless===`error`?[...found.errors,SUB_MISSING]:found.errors;
if(errors.length>0)return invalid(record,errors,(0,identity_keys.Sd)(user));
const keys=(0,identity_keys.NZ)(user);
if(mapped.password!==null)passwords.see(mapped.password);
for(const{code}of mapped.warnings)warnings[code]=(warnings[code]??0)+1;
for(const{code}of found.warnings)warnings[code]=(warnings[code]??0)+1;
if(subless===`warn`)warnings[`sub.missing`]=(warnings[`sub.missing`]??0)+1;
const body=JSON.stringify(user);
const noted={body,whole:whole?.(body)??null,keys:keys.map(identity_keys.aE),identifiers:(0,identity_keys.Sd)(user)};
return{row,file,line,outcome:`planned`,...noted}}}}
const SUB_MISSING={code:`sub.missing`,field:`sub`,message:problem_codes.z[`sub.missing`].meaning,hint:problem_codes.z[`sub.missing`].hint};
function invalid({row,file,line},problems,identifiers){
const[first,...others]=problems;
if(first===undefined)throw new Error(`row ${row} is invalid without a problem`);
const also=others.map(({code,field})=>field===null?code:`${field}: ${code}`).join(`, `);
const reason=also===``?first:{...first,message:`${first.message} Also: ${also}.`};
return{row,file,line,outcome:`invalid`,reason,identifiers}}
;
const USUAL_POLICY={severities:new Map,allowAdminGroups:false,isOwnHashId:()=>false,isDisposable:()=>false,isZone:isIanaZone};
async function rulePolicy(mapping){
const severities=new Map([...mapping?.severities??[]].map(([code,{severity}])=>[code,severity]));
const ids=new Set(Object.values(mapping?.password?.carry.ids??{}));
return{severities,allowAdminGroups:mapping?.allowAdminGroups??false,isOwnHashId:id=>ids.has(id)||ids.has(id.replace(/_\d+$/,`_n`)),isDisposable:severities.get(`email.disposable`)===`off`?()=>false:await disposableDomains(),isZone:memoize(isIanaZone)}}
async function disposableDomains(){
const{default:list}=await __webpack_require__.e(6).then(__webpack_require__.t.bind(__webpack_require__,9625,19));
const domains=list.blacklist();
return domain=>{
for(let rest=domain;rest.includes(`.`);rest=rest.slice(rest.indexOf(`.`)+1)){
if(domains.has(rest))return true}
return false}}
function isIanaZone(name){
try{
new Intl.DateTimeFormat(`en`,{timeZone:name});
return true}catch{
return false}}
;
class Findings{
errors=[];
warnings=[];
policy;
constructor(policy){
this.policy=policy}
add(code,field,message){
const{severity,meaning,hint}=problem_codes.z[code];
const problem={code,field,message:message??meaning,hint};
switch(this.policy.severities.get(code)??severity){case`error`:this.errors.push(problem);break;case`warn`:case`warning`:this.warnings.push(problem);break;case`off`:break}}}
;
const LABEL=/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const LOCAL=/^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
function judgeEmail(address){
const at=address.lastIndexOf(`@`);
const local=address.slice(0,at);
const domain=address.slice(at+1);
if(at<1||local.length>64||address.length>254||!LOCAL.test(local))return`invalid`;
const labels=domain.split(`.`);
if(labels.length<2||!labels.every(label=>LABEL.test(label)))return`invalid`;
if(/^\d+$/.test(labels.at(-1)??``))return`invalid`;
for(let index=0;index<local.length;index+=1)if(local.charCodeAt(index)>127)return`nonascii`;
return`valid`}
;
const MOJIBAKE=/Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\u0080-\u00bf]|â€|\ufffd/;
const EXPONENT=/^\d(?:[.,]\d{1,15})?[eE]\+\d{2,3}$/;
const GERMANY=/^(?:de|deu|d|germany|deutschland|\+?49)$/i;
const WRITTEN=[`given_name`,`family_name`,`middle_name`,`nickname`];
const NUMBERED=[`sub`,`username`,`phone_number`,`providerUserId`,`identityId`];
function checkDamage(identity,prefix,findings){
for(const name of WRITTEN){
const value=identity[name];
if(typeof value===`string`&&MOJIBAKE.test(value))findings.add(`text.mojibake`,prefix+name)}
for(const name of NUMBERED)checkExponent(identity[name],prefix+name,findings);
if(typeof identity.address===`object`&&identity.address!==null)checkAddress(identity.address,`${prefix}address`,findings)}
function checkWhole(user,findings){
for(const field in user){
const value=user[field];
if(!isWhole(value))findings.add(`text.broken`,brokenPlace(field,value))}}
function isWhole(value){
if(typeof value===`string`)return value.isWellFormed();
if(typeof value!==`object`||value===null)return true;
if(Array.isArray(value))return value.every(isWhole);
for(const key in value)if(!key.isWellFormed()||!isWhole(value[key]))return false;
return true}
function brokenPlace(place,value,levels=2){
if(levels===0||typeof value!==`object`||value===null)return place;
const[key,inner]=Object.entries(value).find(([name,each])=>name.isWellFormed()&&!isWhole(each))??[];
if(key===undefined)return place;
return brokenPlace(Array.isArray(value)?`${place}[${key}]`:`${place}.${key}`,inner,levels-1)}
function checkCustomFields(fields,findings){
for(const key in fields){
const[value,field]=[fields[key],`customFields.${key}`];
checkExponent(value,field,findings);
if(typeof value===`string`&&MOJIBAKE.test(value))findings.add(`text.mojibake`,field)}}
function checkAddress(address,prefix,findings){
for(const part in address){
const value=address[part];
if(typeof value===`string`&&MOJIBAKE.test(value))findings.add(`text.mojibake`,`${prefix}.${part}`)}
const{postal_code:postalCode,country}=address;
if(typeof postalCode!==`string`)return;
checkExponent(postalCode,`${prefix}.postal_code`,findings);
if(/^\d{4}$/.test(postalCode)&&typeof country===`string`&&GERMANY.test(country))findings.add(`spreadsheet.zeros`,`${prefix}.postal_code`)}
function checkExponent(value,field,findings){
if(typeof value===`string`&&EXPONENT.test(value))findings.add(`spreadsheet.exponent`,field)}
;
const E164=/^\+[1-9]\d{5,14}$/;
const LOCALE=/^[a-z]{2,3}(?:[-_][a-z]{4})?(?:[-_](?:[a-z]{2}|\d{3}))?$/i;
const NOBODY=/^\s*anonymous\s*$/i;
const ZONE=/^(?:UTC|GMT|[A-Z][A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){1,2})$/;
function checkIdentity(identity,prefix,today,findings){
for(const[key,value]of Object.entries(identity)){
if(value===null||value===undefined)continue;
const field=prefix+key;
switch(key){case`email`:if(isText(value,field,findings))checkEmail(value,field,findings);break;case`mobile_number`:if(isText(value,field,findings)&&!E164.test(value)){
findings.add((0,hash_shape.q)(value)?`identifier.secret`:`phone.invalid`,field)}break;case`birthdate`:if(isText(value,field,findings))checkBirthdate(value,field,today,findings);break;case`locale`:if(isText(value,field,findings)&&!LOCALE.test(value))findings.add(`locale.invalid`,field);break;case`zoneinfo`:if(isText(value,field,findings)&&!(ZONE.test(value)&&findings.policy.isZone(value)))findings.add(`zoneinfo.invalid`,field);break;case`profile`:case`picture`:case`website`:if(isText(value,field,findings))checkUrl(value,field,findings);break;case`sub`:if(typeof value===`string`&&NOBODY.test(value))findings.add(`sub.reserved`,field);checkText(value,field,hash_shape.q,findings);break;case`username`:case`phone_number`:case`given_name`:case`family_name`:case`middle_name`:case`nickname`:case`gender`:case`provider`:checkText(value,field,hash_shape.q,findings);break;case`identityId`:case`providerUserId`:checkText(value,field,hash_shape.G,findings);break;case`address`:if(typeof value!==`object`)findings.add(`type.invalid`,field);else for(const part in value)checkText(value[part],`${field}.${part}`,hash_shape.q,findings);break}}
checkDamage(identity,prefix,findings)}
function hasIdentifier({email,username,mobile_number}){
return Boolean(email)||Boolean(username)||Boolean(mobile_number)}
function isText(value,field,findings){
if(typeof value===`string`)return true;
findings.add(`type.invalid`,field);
return false}
function checkText(value,field,isSecret,findings){
if(value===null||value===undefined)return;
if(isText(value,field,findings)&&isSecret(value))findings.add(`identifier.secret`,field)}
function checkEmail(value,field,findings){
if((0,hash_shape.q)(value)){
findings.add(`identifier.secret`,field);
return}
const judged=judgeEmail(value);
if(judged!==`valid`)findings.add(judged===`invalid`?`email.invalid`:`email.nonascii`,field);
const domain=value.slice(value.lastIndexOf(`@`)+1).toLowerCase();
if(judged!==`invalid`&&findings.policy.isDisposable(domain))findings.add(`email.disposable`,field)}
function checkBirthdate(value,field,today,findings){
const found=/^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
if(found===null||!(0,compile_date.V)(Number(found[1]),Number(found[2]),Number(found[3]))){
findings.add(`birthdate.invalid`,field)}else if(value>today)findings.add(`birthdate.future`,field);else if(value<`1900`)findings.add(`birthdate.implausible`,field)}
function checkUrl(value,field,findings){
if((0,hash_shape.G)(value))findings.add(`identifier.secret`,field);else if(!/^https?:\/\/\S+$/i.test(value)||!URL.canParse(value))findings.add(`url.invalid`,field)}
;
const BCRYPT=/^BCRYPT_([1-9]|1\d|20)$/;
const BCRYPT_HASH=/^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/;
const ARGON=/^ARGON(?:2(?:ID|I|D)?)?$/i;
const ARGON_HASH=/^\$argon2(?:id|i|d)\$(?:v=\d+\$)?m=\d+,t=\d+,p=\d+\$[A-Za-z0-9+/]+={0,2}\$[A-Za-z0-9+/]+={0,2}$/;
const INFO=`password_hash_info`;
const HASH=`${INFO}.passwordHash`;
function checkPasswordHash(info,findings){
if(typeof info!==`object`||info===null){
findings.add(`type.invalid`,INFO);
return}
const{algorithmTypeId:algorithm,passwordHash:hash,hData}=info;
const missing=[algorithm?``:`algorithmTypeId`,hash?``:`passwordHash`].filter(part=>part!==``);
if(missing.length>0){
incomplete(missing,findings);
return}
if(!isText(algorithm,`${INFO}.algorithmTypeId`,findings)||!isText(hash,HASH,findings))return;
for(const[part,value]of Object.entries(hData??{}))isText(value,`${INFO}.hData.${part}`,findings);
const need=(...parts)=>{
const absent=parts.filter(part=>!hData?.[part]);
if(absent.length>0)incomplete(absent.map(part=>`hData.${part}`),findings)};
const bcrypt=BCRYPT.exec(algorithm);
if(bcrypt!==null)checkBcrypt(hash,Number(bcrypt[1]),findings);else if(ARGON.test(algorithm))mustMatch(hash,ARGON_HASH,`a PHC string ($argon2id$v=…$m=…,t=…,p=…$salt$hash)`,findings);else if(algorithm===`SHA1`)mustMatch(hash,/^[0-9a-f]{40}$/i,`40 hexadecimal digits`,findings);else if(algorithm===`SHA256`)mustMatch(hash,/^[0-9a-f]{64}$/i,`64 hexadecimal digits`,findings);else if(algorithm===`PBKDF2`){
need(`salt`,`iterations`,`keylen`);
for(const part of[`iterations`,`keylen`])checkCount(hData?.[part],part,findings)}else if(/^HMAC/.test(algorithm))need(`salt`);else if(!/^CUSTOM/.test(algorithm)&&!findings.policy.isOwnHashId(algorithm))findings.add(`hash.algorithm`,`${INFO}.algorithmTypeId`)}
function checkBcrypt(hash,cost,findings){
const found=BCRYPT_HASH.exec(hash);
if(found===null){
findings.add(`hash.mismatch`,HASH,`The hash is no bcrypt hash ($2b$NN$ and 53 characters): such a user could never log in.`)}else if(Number(found[1])!==cost){
findings.add(`hash.mismatch`,`${INFO}.algorithmTypeId`,`The number in BCRYPT_n is not the cost that the hash was made with.`)}}
function mustMatch(hash,form,words,findings){
if(!form.test(hash))findings.add(`hash.mismatch`,HASH,`The hash is not ${words}: such a user could never log in.`)}
function checkCount(value,part,findings){
if(value&&!/^[1-9]\d{0,8}$/.test(value)){
findings.add(`hash.mismatch`,`${INFO}.hData.${part}`,`The ${part} must be a whole number above zero, as text.`)}}
function incomplete(parts,findings){
findings.add(`hash.incomplete`,`${INFO}.${parts[0]}`,`The password hash is incomplete: ${parts.join(` and `)} ${parts.length>1?`are`:`is`} missing.`)}
;
const rules_lists_INSTANT=/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const ADMIN_GROUPS=[`CIDAAS_ADMINS`];
const CONSENT_STATES=[`ACCEPTED`,`REVOKED`,`SKIPPED`];
function checkRoles(roles,field,findings){
if(roles!==null&&!rules_lists_isTexts(roles))findings.add(`type.invalid`,field)}
function rules_lists_checkGroups(groups,sub,findings){
if(groups===null)return;
if(!Array.isArray(groups)){
findings.add(`type.invalid`,`groups`);
return}
for(const[index,group]of groups.entries()){
const field=`groups[${index}]`;
if(!rules_lists_isObject(group))findings.add(`type.invalid`,field);else if(!isFilled(group.groupId))findings.add(`group.incomplete`,`${field}.groupId`);else if(!isFilled(group.sub))findings.add(`group.incomplete`,`${field}.sub`);else if(sub!==undefined&&group.sub!==sub)findings.add(`group.sub`,`${field}.sub`);else if(group.roles!==undefined&&!rules_lists_isTexts(group.roles))findings.add(`type.invalid`,`${field}.roles`);else if(isAdminGroup(group.groupId)&&!findings.policy.allowAdminGroups)findings.add(`group.admin`,`${field}.groupId`)}}
function checkConsents(consents,findings){
if(consents===null)return;
if(!Array.isArray(consents)){
findings.add(`type.invalid`,`consents`);
return}
for(const[index,consent]of consents.entries()){
const field=`consents[${index}]`;
if(!rules_lists_isObject(consent))findings.add(`type.invalid`,field);else if(!isFilled(consent.fieldKey))findings.add(`consent.invalid`,`${field}.fieldKey`);else if(!CONSENT_STATES.includes(consent.state))findings.add(`consent.invalid`,`${field}.state`);else{
for(const part of[`consentId`,`versionId`]){
if(consent[part]!==undefined&&!isFilled(consent[part]))findings.add(`consent.invalid`,`${field}.${part}`)}
if(consent.time!==undefined&&!isInstant(consent.time))findings.add(`instant.invalid`,`${field}.time`)}}}
function isInstant(value){
return typeof value===`string`&&rules_lists_INSTANT.test(value)&&!Number.isNaN(Date.parse(value))}
function isAdminGroup(id){
return typeof id===`string`&&ADMIN_GROUPS.includes(id.trim().toUpperCase())}
function rules_lists_isTexts(value){
return Array.isArray(value)&&value.every(isFilled)}
function isFilled(value){
return typeof value===`string`&&value!==``}
function rules_lists_isObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
;
function userRules(now,policy){
const today=new Date(now).toISOString().slice(0,10);
return user=>validateUser(user,today,policy)}
function validateUser(user,today,policy=USUAL_POLICY){
const findings=new Findings(policy);
checkIdentity(user,``,today,findings);
checkAccount(user,today,findings);
if(user.identities!==undefined)checkIdentities(user,today,findings);
checkWhole(user,findings);
if(!hasIdentifier(user)&&!identityList(user).some(hasIdentifier))findings.add(`identifier.missing`,null);
return findings}
const STATUSES=[`VERIFIED`,`PENDING`,`DECLINED`];
const SYSTEM_STATUSES=[`DELETED`,`LOCKED`,`COMBINED`,`BLOCKED`];
function checkAccount(user,today,findings){
const{userStatus,mfa_enabled:mfa,customFields}=user;
if(userStatus!==undefined&&userStatus!==null&&isText(userStatus,`userStatus`,findings)){
if(SYSTEM_STATUSES.includes(userStatus))findings.add(`userStatus.refused`,`userStatus`);else if(!STATUSES.includes(userStatus))findings.add(`userStatus.invalid`,`userStatus`)}
checkText(user.user_status_reason,`user_status_reason`,hash_shape.q,findings);
if(mfa!==undefined&&mfa!==null&&typeof mfa!==`boolean`)findings.add(`type.invalid`,`mfa_enabled`);
if(customFields!==undefined){
if(rules_isObject(customFields))checkCustomFields(customFields,findings);else findings.add(`type.invalid`,`customFields`)}
if(user.password_hash_info!==undefined)checkPasswordHash(user.password_hash_info,findings);
if(user.roles!==undefined)checkRoles(user.roles,`roles`,findings);
if(user.groups!==undefined)rules_lists_checkGroups(user.groups,user.sub,findings);
if(user.consents!==undefined)checkConsents(user.consents,findings);
checkInstant(user.createdTime,`createdTime`,today,findings);
checkInstant(user.lastLoggedInTime,`lastLoggedInTime`,today,findings)}
function checkInstant(value,field,today,findings){
if(value===undefined||value===null)return;
if(!isInstant(value))findings.add(`instant.invalid`,field);else if(value<`1990`||value.slice(0,10)>today)findings.add(`instant.implausible`,field)}
function checkIdentities(user,today,findings){
if(!Array.isArray(user.identities)||!user.identities.every(rules_isObject)){
findings.add(`type.invalid`,`identities`);
return}
for(const[index,identity]of user.identities.entries()){
checkIdentity(identity,`identities[${index}].`,today,findings)}
if(user.identities.length===0)return;
for(const key of Object.keys(user)){
if(key===`address`||cidaas_fields.ce[key]?.level===`identity`)findings.add(`identities.mixed`,key)}}
function identityList(user){
return Array.isArray(user.identities)?user.identities.filter(rules_isObject):[]}
function rules_isObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
;
function checkSeverities({severities}){
const codes=problem_codes.z;
const problems=[...severities].flatMap(([code,{severity,at}])=>{
const entry=Object.hasOwn(codes,code)?codes[code]:undefined;
if(entry===undefined)return[`${at}: rules.${code}: there is no such code.${(0,nearest.a)(code,Object.keys(codes))}`];
if(entry.fixed!==true||severity===`error`)return[];
return[`${at}: rules.${code}: always makes the row invalid. ${entry.hint}`]});
if(problems.length>0)throw new input_error.d(problems)}
var delta=__webpack_require__(96461);
;
async function compileJoined(join,columns,now){
const reader=columns===null?pathReader():columnReader(columns,join.cells);
const libraries=await(0,compile_libraries.k)([join.key]);
const{problems}=reader;
const expressions=new Expressions(libraries.jsonata,problems);
const make=keyMaker(join.key,{reader,libraries,expressions,problems,now});
if(problems.length>0)throw new input_error.d([...problems]);
return{keyOf:body=>{
const key=make(body);
return typeof key===`string`&&key!==``?key:null},whole:body=>reader.whole(body)}}
;
const TOLD=20;
async function loadJoin(join,opened,store,{now,signal}){
const{files}=opened;
const readers=await Promise.all(files.map(({columns})=>compileJoined(join,columns,now)));
store.begin(join.name,columnsOf(files));
const broken=[];
for await(const chunk of opened.records()){
signal.throwIfAborted();
const rows=chunk.flatMap(record=>rowOf(record,readers,files,broken));
store.add(join.name,rows)}
if(broken.length>0)throw new input_error.d(some(broken));
const twice=store.finish(join.name,join.many);
const placeOf=({file,line})=>`${files[file]?.name}:${line}`;
const problems=twice.map(({first,second})=>`${placeOf(second)}: join ${join.name}: the key of this record is that of ${placeOf(first)}. Remove one of them, or set many: true.`);
if(problems.length>0)throw new input_error.d(some(problems));
return files}
function rowOf({file,line,body},readers,files,broken){
if(body.kind===`broken`){
broken.push(`${files[file]?.name}:${line}: ${body.problem.message} ${body.problem.hint}`);
return[]}
const reader=readers[file];
if(reader===undefined)return[];
return[{key:reader.keyOf(body)??``,file,line,body:JSON.stringify(reader.whole(body))}]}
function columnsOf(files){
const all=files.map(({columns})=>columns);
return all.includes(null)?null:[...new Set(all.flatMap(columns=>columns??[]))]}
function some(problems){
const more=problems.length-TOLD;
return more>0?[...problems.slice(0,TOLD),`… and ${more} more like these.`]:[...problems]}
var number_text=__webpack_require__(95064);
;
async function loadJoins(ports,mapping){
if(mapping===null||mapping.joins.length===0)return{store:null,files:[]};
const store=ports.joinStore(ports.ledger);
const within={now:ports.clock.now(),signal:ports.stop};
const opened=await(0,input_error.o)(mapping.joins.map(async join=>({join,exported:await ports.openJoin(join)})));
const files=[];
for(const{join,exported}of opened){
for(const file of exported.files)ports.log.info(`${(0,log_lines.R)(file)}, joined as ${join.name}`);
await loadJoin(join,exported,store,within);
files.push(...exported.files)}
return{store,files}}
function countUnmatched(mapping,{store},log){
const code=`join.unmatched`;
const severity=mapping?.severities.get(code)?.severity??`warn`;
if(store===null||mapping===null||severity===`off`)return{};
const told=mapping.joins.flatMap(({name,files})=>{
const count=store.unmatched(name);
return count===0?[]:[{count,files:files.join(`, `),name}]});
const sentences=told.map(({count,files,name})=>`join ${name}: ${(0,number_text.hS)(count,`record`)} of ${files} matched no record of the export.`);
if(severity===`error`&&told.length>0)throw new input_error.d(sentences);
for(const sentence of sentences)log.warning(sentence);
const total=told.reduce((sum,{count})=>sum+count,0);
return total===0?{}:{[code]:total}}
var preset_hints=__webpack_require__(29641);
;
async function planRows(settings,ports,exported,mapping){
if(mapping!==null)checkSeverities(mapping);
const now=ports.clock.now();
const known=mapping===null?await(0,preset_hints.mT)(exported,ports.log):null;
const hint=async()=>known??(mapping===null?(0,preset_hints.Rl)(ports.openExport):null);
const joined=await loadJoins(ports,mapping);
const joins=joined.store===null?{}:{joins:joined.store};
const[policy,mappers]=await Promise.all([rulePolicy(mapping),mappersFor(exported.files,mapping,hint,{now,...joins})]);
const planned=await planExport({exported,mappers,validate:userRules(now,policy),severities:policy.severities,duplicates:mapping?.duplicates??`first`,sink:planSink(ports.ledger),whole:ports.state===null?null:(0,delta.l)(ports.state.fingerprint,createOnlyOf(mapping)),onProgress:rows=>ports.progress.planned(rows),signal:ports.stop});
if(planned.passwords.length===0&&sendsNoPasswords(settings,ports,mapping))ports.log.warning(`No user of this plan has a password: all of them set a new one with "forgot password".`);
if(settings.sync===`full`)for(const count of planned.passwords)ports.log.info(passwordSentence(count));
if(planned.rows<settings.minRows){
throw new input_error.d([`The export has ${planned.rows} rows, fewer than min-rows (${settings.minRows}): it may be cut off. Nothing was sent.`])}
const unseen=policy.severities.get(`path.unseen`)===`off`?{}:countUnseen(new Set(mappers),ports.log);
const warnings={...planned.warnings,...countUnmatched(mapping,joined,ports.log),...unseen};
return{...planned,warnings,joined:joined.files}}
function createOnlyOf(mapping){
return mapping?.createOnly??known_user.us}
async function mappersFor(files,mapping,hint,environment){
const headerOf=({columns})=>JSON.stringify(columns);
const first=new Map(files.toReversed().map(file=>[headerOf(file),file]));
const compile=async file=>{
const{name,columns}=file;
try{
return await compileMapping(mapping,columns,environment)}catch(cause){
if(!(cause instanceof input_error.d))throw cause;
const problems=first.size===1?cause.problems:cause.problems.map(problem=>`${name}: ${problem}`);
const said=(0,preset_hints.sY)(file)??await hint();
throw new input_error.d(said===null?problems:[said,...problems],{cause})}};
const byHeader=new Map([...first].map(([header,file])=>[header,compile(file)]));
return(0,input_error.o)(files.map(file=>byHeader.get(headerOf(file))??compile(file)))}
function countUnseen(mappers,log){
const unseen=[...mappers].flatMap(mapper=>mapper.unseen());
for(const{path,at,nearest}of unseen){
const hint=nearest===null?``:` Did you mean ${nearest}?`;
log.warning(`${at}: no record of the export has ${path}.${hint}`)}
return unseen.length===0?{}:{"path.unseen":unseen.length}}
function sendsNoPasswords({preset},{ledger},mapping){
const byHand=mapping?.fields.some(({field})=>field.startsWith(`password_hash_info.`))??false;
return preset!==null&&!byHand&&ledger.totals().planned>0}
;
const NOT_COMPARED=new Set([`sub`,`password_hash_info`,`identities`,`identityId`,`provider`,`groups`,`roles`,`consents`]);
const LETTERS_DO_NOT_COUNT=new Set([`email`,`username`]);
function differingFields(sent,shown){
const identities=listOf(shown.identities);
const own=identityOf(identities,sent.provider??`self`)??{};
const found=compare(sent,{...own,...shown});
for(const identity of sent.identities??[]){
const provider=identity.provider??`self`;
const theirs=identityOf(identities,provider);
if(theirs===undefined)found.push(`identities.${provider}`);else for(const field of compare(identity,theirs))found.push(`identities.${provider}.${field}`)}
if(!listOf(sent.roles).every(role=>listOf(shown.roles).includes(role)))found.push(`roles`);
if(!(sent.groups??[]).every(group=>isMember(group,listOf(shown.groups))))found.push(`groups`);
return found}
function compare(sent,shown){
const entries=Object.entries(sent).filter(([field])=>!NOT_COMPARED.has(field));
return entries.flatMap(([field,value])=>isSame(field,value,shown[field])?[]:differingPaths(field,value,shown[field]))}
function differingPaths(field,sent,shown){
if(!sent_and_stored_isObject(sent))return[field];
const theirs=sent_and_stored_isObject(shown)?shown:{};
return Object.entries(sent).flatMap(([key,value])=>isSame(key,value,theirs[key])?[]:[`${field}.${key}`])}
function isSame(field,sent,shown){
const value=unwrapped(shown);
if(sent===null)return value===undefined||value===null||value===``;
if(typeof sent===`string`&&typeof value===`string`)return sent===value||sameText(field,sent,value);
if(Array.isArray(sent))return Array.isArray(value)&&sent.length===value.length&&sent.every((one,at)=>isSame(field,one,value[at]));
if(sent_and_stored_isObject(sent))return sent_and_stored_isObject(value)&&Object.entries(sent).every(([key,one])=>isSame(key,one,value[key]));
return sent===value}
function sameText(field,sent,shown){
if(LETTERS_DO_NOT_COUNT.has(field))return sent.toLowerCase()===shown.toLowerCase();
const isTime=/^\d{4}-\d\d-\d\d/.test(sent)&&/^\d{4}-\d\d-\d\d/.test(shown);
return isTime&&(Date.parse(sent)===Date.parse(shown)||sent.length===10&&shown.startsWith(sent))}
function unwrapped(shown){
return sent_and_stored_isObject(shown)&&`value`in shown&&Object.keys(shown).every(key=>key===`value`||key===`fieldKey`)?shown.value:shown}
function isMember({groupId,roles=[]},shown){
const group=shown.filter(sent_and_stored_isObject).find(one=>one.groupId===groupId);
return group!==undefined&&roles.every(role=>listOf(group.roles).includes(role))}
function identityOf(identities,provider){
return identities.filter(sent_and_stored_isObject).find(identity=>(identity.provider??`self`)===provider)}
function listOf(value){
return Array.isArray(value)?value:[]}
function sent_and_stored_isObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
;
const verify_step_TOLD=100;
async function verifySample(size,ports,reader,draft){
if(size===0)return;
const{ledger,log,stop}=ports;
const fields={};
const rows=[];
const counts={asked:0,compared:0,same:0,missing:0};
let unread=null;
let isOver=false;
for(const row of sampleRows(ports,size)){
if(isOver)break;
const[sent]=ledger.sentUser(row);
if(sent===undefined)continue;
const user=JSON.parse(sent.body);
const known=sent.sub??(0,identity_keys.Sd)(user).sub??null;
let differing;
try{
stop.throwIfAborted();
differing=await look(known,user)}catch(error){
unread??=whyNot(error,stop);
break}
counts.asked++;
if(differing===null)continue;
if(differing.length===0)counts.same++;else if(rows.length<verify_step_TOLD)rows.push({row,fields:differing});
for(const field of differing)fields[field]=(fields[field]??0)+1}
draft.verified={...counts,fields,rows,unread};
say(draft.verified);
async function look(sub,user){
const read=sub===null||unread!==null?null:await reader.user(sub,stop);
if(read?.kind===`read`){
const differing=read.value===null?[`sub`]:differingFields(user,read.value);
counts[read.value===null?`missing`:`compared`]++;
return differing}
if(read!==null)unread=reasonOf(read);
const ids=(0,identity_keys.Sd)(user);
const identifier=sub??ids.email??ids.username??ids.mobile_number;
const exists=identifier===undefined?null:await reader.exists(identifier,stop);
if(exists?.kind===`unread`){
isOver=true;
unread??=reasonOf(exists)}
if(exists?.kind!==`read`||exists.value)return null;
counts.missing++;
return[`sub`]}
function say({asked,compared,same,missing,unread:why}){
if(why!==null)log.warning(`verify-sample: users could not be compared field by field: ${why}.`);
log.info(`Read ${asked} users back: ${compared} compared, ${same} as they were sent, ${missing} not found.`);
if(missing>0)log.warning(`verify-sample: ${missing} of ${asked} users were not found, though the tenant had answered that it took them.`);
const differ=Object.entries(fields).filter(([field])=>field!==`sub`).map(([field,n])=>`${field} (${n})`);
if(differ.length>0)log.warning(`verify-sample: the tenant shows other values than were sent: ${differ.join(`, `)}. A field that is disabled in the field setup is skipped silently.`)}}
function whyNot(error,stop){
if(stop.aborted)return`the run was stopped before all of them were read`;
if(error instanceof refusal.x||error instanceof refusal.p)return(0,mask_message.w)(error.message,[]).replace(/\.$/,``);
return`reading them failed (${error instanceof Error?error.name:`unknown`})`}
function reasonOf({why,scope}){
return scope===null?why:`${why}; the app would need the scope ${scope} and the role USER_READ`}
function sampleRows({ledger,clock},size){
const chosen=[];
let seen=0;
for(const row of ledger.settledRows()){
seen++;
if(chosen.length<size)chosen.push(row);else{
const at=Math.floor(clock.random()*seen);
if(at<size)chosen[at]=row}}
return chosen.sort((a,b)=>a-b)}
;
async function migrate(settings,ports){
const{ledger,clock,log}=ports;
const draft=(0,run_record.G1)(settings,ports.toolVersion,ports.run,clock.now());
(0,run_record.J1)(ledger,draft);
const stop=await tell(settings,ports,draft).catch(error=>stopFor(error,ports,draft));
ledger.freeRoom();
(0,run_record.J1)(ledger,draft);
const head=(0,run_record.Ql)(ledger,draft,stop,clock.now());
for(const line of head.reason?.split(`
`)??[])log.error(line);
return head}
async function tell(settings,ports,draft){
const{ledger}=ports;
ledger.keepRoom(send_step.fF);
const reading=readMapping(settings,ports);
const opening=reading.then(named=>ports.openExport(named?.mapping??null),()=>ports.openExport(null));
const[exported,mapping]=await(0,input_error.o)([opening,reading]);
draft.mapping=mapping===null?null:{name:mapping.name,sha256:mapping.sha256};
(0,run_record.TF)(ledger,mapping?.mapping??null);
const refused=exported===null?null:await plan(settings,ports,draft,exported,mapping);
if(settings.mode===`plan`||settings.mode===`apply`&&refused!==null)return refused;
let recalled=null;
if(settings.mode===`apply`){
recalled=await recall(ports);
draft.resumed=recalled===null?null:{from:recalled.from,rows:recalled.rows};
startPilot(settings,ports,draft);
(0,run_record.J1)(ledger,draft);
if(ledger.totals().planned===0){
(0,send_step.M5)(ledger);
return null}}
const stats=new RequestStats;
const tenant=await ports.connect(request=>stats.observe(request,ports.clock.now()));
const objection=await compareWithTenant(settings,ports,tenant.setup,{draft,exported,mapping});
if(settings.mode===`check`||objection!==null)return refused??objection;
const stop=await(0,send_step.Nt)(settings,ports,{tenant,stats,refusedBefore:recalled?.refused??0});
(0,delta_step.O4)(ports.state,draft);
if(stop===null&&readsBack(settings,ports.log))await verifySample(settings.verifySample,ports,tenant.users,draft);
return stop}
async function plan(settings,ports,draft,exported,mapping){
const{ledger,log}=ports;
draft.export=describeExport(exported);
for(const file of exported.files)log.info((0,log_lines.R)(file));
const planned=await planRows(settings,ports,exported,mapping?.mapping??null);
draft.rowsRead=planned.rows;
draft.warnings=planned.warnings;
if(planned.passwords.length>0)draft.passwords=planned.passwords;
if(ports.base!==null)draft.comparison=await migrate_compare(settings,ports,ports.base,exported,mapping);
const refused=refusePlan(settings,ledger,planned.rows)??await watchCanary(settings.canary,ledger,draft,log);
const synced=await(0,delta_step._4)(settings,ports,createOnlyOf(mapping?.mapping??null),planned);
draft.delta=synced.delta;
draft.warnings={...draft.warnings,...synced.warnings};
draft.planDigest=digest(settings,[...exported.files,...planned.joined],mapping,synced.users);
log.info((0,log_lines.o)(ledger.totals()));
(0,run_record.J1)(ledger,draft);
return refused??synced.stop??refuseOtherPlan(settings,draft.planDigest)}
function readsBack({tenant,verifySample:size},log){
if(size===0||tenant?.kind===`origin`)return size>0;
log.notice(`verify-sample reads nobody back in a rehearsal: of a user the sandbox keeps only sub and identifiers.`);
return false}
function stopFor(error,{ledger,stop},draft){
if(stop.aborted&&error===stop.reason)return stop.reason;
if(error instanceof input_error.d)return{outcome:`error`,message:error.problems.join(`
`)};
if((0,disk_full.b)(error))return stopForFullDisk(ledger,draft);
throw error}
async function migrate_compare(settings,ports,base,exported,mapping){
const{ledger,stop}=ports;
const{compareWithBase}=await Promise.all([__webpack_require__.e(815),__webpack_require__.e(391)]).then(__webpack_require__.bind(__webpack_require__,2391));
return compareWithBase({base,ledger,mapping,fileNames:namesOf(exported),level:settings.report.identifiers,stop,choose:source=>readMapping(settings,{...ports,readMapping:async()=>source}),plan:async(other,beside)=>{
const read=await ports.openExport(other)??exported;
const silent={...ports,ledger:beside,state:null,log:log.I,progress:progress_log.cf};
await planRows(settings,silent,read,other);
return namesOf(read)}})}
function namesOf({files}){
return files.map(({name})=>name)}
function digest(settings,files,mapping,users){
const{format,encoding,delimiter}=settings.export;
return planDigest({tenant:(0,run_record.ad)(settings),exportHashes:files.map(file=>file.sha256),mappingHashes:mapping===null?[]:[mapping.sha256],options:{format,encoding,delimiter,sync:settings.sync},users})}
function refusePlan(settings,ledger,rows){
const{invalid}=ledger.totals();
if(invalid<=(0,limit.T)(settings.abortAbove,rows))return null;
const message=`${invalid} of ${rows} rows are invalid, more than abort-above (${(0,limit.P)(settings.abortAbove)}) allows: nothing was sent.`;
return{outcome:`aborted`,message}}
async function recall({memory,log}){
const recalled=await memory?.recall()??null;
if(recalled===null)return null;
log.notice(`Continuing from ${recalled.from}: ${recalled.rows} rows are settled already and are not sent again. \`resume: none\` starts over.`);
return recalled}
function describeExport({files}){
return{files:files.map(({name,format,encoding,bytes,sha256})=>({name,format,encoding,bytes,sha256})),rows:0}}}),62469:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{M:()=>exportPlace});
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var recognise=__webpack_require__(69516);
var input_error=__webpack_require__(30199);
var text_escape=__webpack_require__(18944);
var number_text=__webpack_require__(95064);
var artifact_download=__webpack_require__(12862);
;
const HALF_AN_HOUR=30*60*1e3;
const NAMES_SHOWN=20;
async function fetchExport(wanted,folder,ports){
const download={env:ports.env,timeoutMs:ports.timeoutMs??HALF_AN_HOUR};
try{
const artifact=await find(wanted,download);
ports.log.info(`Fetching the export from the artifact ${artifact.name} (${(0,number_text.Ej)(artifact.size)}).`);
await(0,artifact_download.bk)(artifact,folder,download);
return{folder,uploadedAt:artifact.createdAt}}catch(cause){
if(!(cause instanceof artifact_download.w))throw cause;
throw new input_error.d([`\`export-artifact\`: ${cause.message}`],{cause})}}
async function find(wanted,ports){
const artifacts=await(0,artifact_download.wn)(wanted,ports);
const found=artifacts.find(({name})=>name===wanted.name)??await findInEarlierAttempt(wanted,ports);
if(found!==null)return found;
const names=artifacts.slice(0,NAMES_SHOWN).map(({name})=>(0,text_escape.RK)((0,text_escape.ml)(name,100)));
const others=artifacts.length>NAMES_SHOWN?` and ${artifacts.length-NAMES_SHOWN} more`:``;
const there=names.length===0?`That run has no artifacts (yet).`:`There are: ${names.join(`, `)}${others}.`;
throw new artifact_download.w(`There is no artifact ${(0,text_escape.RK)(wanted.name)} in that run. ${there}`)}
async function findInEarlierAttempt(wanted,ports){
if(wanted.token===``)return null;
try{
const artifacts=await(0,artifact_download.wn)(wanted,ports,`rest`);
return artifacts.find(({name})=>name===wanted.name)??null}catch(error){
if(error instanceof artifact_download.w)return null;
throw error}}
var artifact_service=__webpack_require__(38135);
var github_client=__webpack_require__(9258);
;
async function repositoryVisibility({repository,token},{env,timeoutMs}){
const told=(0,artifact_download.wl)(repository,env)?await byEvent(env):null;
if(told!==null)return told;
const[owner=``,repo=``]=(repository??env.GITHUB_REPOSITORY??``).split(`/`);
if(owner===``||repo===``)return{kind:`unknown`,why:`no repository is named`};
if(token===``)return{kind:`unknown`,why:"there is no `github-token` to ask with"};
try{
const answer=await(0,artifact_service.RN)(`Asking GitHub`,timeoutMs,async signal=>{
const client=await(0,github_client.U)(token,env);
return client.rest.repos.get({owner,repo,request:{signal}})});
return judge(answer.data)??{kind:`unknown`,why:`GitHub did not say`}}catch(error){
const status=error instanceof Error&&`status`in error?error.status:null;
if(status===401)return{kind:`unknown`,why:"`github-token` is not valid (any more)"};
if(status===403||status===404)return{kind:`unknown`,why:"`github-token` may not see it"};
return{kind:`unknown`,why:(0,artifact_service.qo)(error)}}}
async function byEvent({GITHUB_EVENT_PATH:path,GITHUB_REPOSITORY:own}){
if(path===undefined||own===undefined)return null;
try{
const event=JSON.parse(await(0,promises_.readFile)(path,`utf8`));
const repository=property(event,`repository`);
const name=property(repository,`full_name`);
return typeof name===`string`&&name.toLowerCase()===own.toLowerCase()?judge(repository):null}catch{
return null}}
function judge(repository){
const visibility=property(repository,`visibility`);
if(visibility===`public`)return{kind:`public`};
if(visibility===`private`||visibility===`internal`)return{kind:`closed`};
const isPrivate=property(repository,`private`);
return typeof isPrivate===`boolean`?{kind:isPrivate?`closed`:`public`}:null}
function property(value,name){
return typeof value===`object`&&value!==null?Reflect.get(value,name):undefined}
;
const HALF_A_MINUTE=30*1e3;
const public_export_NAMES_SHOWN=3;
async function refusePublicExport(files,place,{env,timeoutMs=HALF_A_MINUTE}){
const plain=files.filter(({encrypted})=>!encrypted);
if(plain.length===0)return;
const found=await repositoryVisibility(place,{env,timeoutMs});
if(found.kind===`closed`)return;
const where=(0,text_escape.RK)((0,text_escape.ml)(place.repository??env.GITHUB_REPOSITORY??`that repository`,100));
const why=found.kind===`unknown`?`whether ${where} is public cannot be found out (${found.why})`:`${where} is a public repository: anyone who is signed in to GitHub can download the artifact`;
const next=found.kind===`unknown`?"Encrypt the export with age and give its key as `export-key`, or give a `github-token` that may read the repository.":"Delete the artifact, encrypt the export with age, and give its key as `export-key`.";
throw new input_error.d([`\`export-artifact\`: ${listed(plain)} not encrypted, and ${why}. ${next} \`allow-public-export: true\` is for exports without real people.`])}
function listed(plain){
const names=plain.slice(0,public_export_NAMES_SHOWN).map(({name})=>(0,text_escape.RK)((0,text_escape.ml)(name,100)));
const others=plain.length>public_export_NAMES_SHOWN?` and ${plain.length-public_export_NAMES_SHOWN} more`:``;
return`${names.join(`, `)}${others} ${plain.length===1?`is`:`are`}`}
var open_export=__webpack_require__(3972);
var preset_hints=__webpack_require__(29641);
;
function exportPlace({export:given,exportMaxAgeMs,preset},environment){
const{env,log}=environment;
const{patterns,artifact,allowPublic,...read}=given;
let unpacked=null;
const place=async()=>{
if(artifact===null)return environment.cwd;
unpacked??=fetchExport(artifact,(0,external_node_path_.join)(environment.folder,`artifact`),{env,log});
const{folder,uploadedAt}=await unpacked;
refuseStale(artifact.name,uploadedAt,exportMaxAgeMs);
return folder};
const checked=async opened=>{
if(artifact===null)for(const{name,path}of opened.files)refuseStale(name,(await(0,promises_.stat)(path)).mtime,exportMaxAgeMs);else if(!allowPublic)await refusePublicExport(opened.files,artifact,{env});
return opened};
const opened=async mapping=>(0,open_export.V)({...read,cwd:await place(),patterns:patterns??(artifact===null?``:`**/*`),leaveOut:mapping?.joins.flatMap(({files})=>files)??[],recognise:found=>(0,recognise.ft)(found,preset),...mapping!==null&&{layout:mapping.layout}});
const explained=async error=>{
const hint=error instanceof input_error.d?await(0,preset_hints.Rl)(opened):null;
throw hint===null?error:new input_error.d([hint,...error.problems],{cause:error})};
return{openExport:async mapping=>checked(await opened(mapping).catch(error=>mapping===null?explained(error):Promise.reject(error))),openJoin:async({files,layout})=>checked(await(0,open_export.V)({cwd:await place(),patterns:files.join(`
`),layout,exportKey:read.exportKey,format:`auto`,encoding:`auto`,delimiter:`auto`}))}}
function refuseStale(name,writtenAt,maxAgeMs){
if(maxAgeMs===null)return;
const ageMs=writtenAt===null?Number.POSITIVE_INFINITY:Date.now()-writtenAt.getTime();
if(ageMs<=maxAgeMs)return;
const age=writtenAt===null?`of unknown age`:`${(0,number_text.p0)(ageMs)} old`;
throw new input_error.d([`${name} is ${age}, and export-max-age allows ${(0,number_text.p0)(maxAgeMs)}: users who changed since would be lost. Make a fresh export. Nothing was sent.`])}}),29641:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Rl:()=>suggestLayout,mT:()=>suggestPreset,sY:()=>suggestDelimiter});
var _mapping_presets_preset_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(74174);
var _mapping_presets_preset_name_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(37248);
var _mapping_presets_recognise_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(69516);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
const KEYS_LOOKED_AT=1e3;
async function suggestPreset(exported,log){
const[file]=exported.files;
if(file===undefined)return null;
const{columns}=file;
const found=(0,_mapping_presets_recognise_js__WEBPACK_IMPORTED_MODULE_0__.FW)(columns===null?{keys:await firstKeys(exported)}:{columns});
if(found===null)return null;
const sentence=`${file.name}: ${(0,_mapping_presets_recognise_js__WEBPACK_IMPORTED_MODULE_0__.h)(found)}`;
log.notice(sentence);
return sentence}
async function suggestLayout(open){
const{parseMapping}=await Promise.all([__webpack_require__.e(815),__webpack_require__.e(816),__webpack_require__.e(260)]).then(__webpack_require__.bind(__webpack_require__,65260));
for(const preset of _mapping_presets_preset_name_js__WEBPACK_IMPORTED_MODULE_2__.f){
const text=await(0,_mapping_presets_preset_js__WEBPACK_IMPORTED_MODULE_3__.n)(preset);
const mapping=parseMapping(``,text.name,text);
if(mapping.layout.header.kind===`first`)continue;
const file=await open(mapping).then(opened=>opened?.files[0],()=>undefined);
const found=file===undefined?null:recogniseColumns(file.columns??[],mapping,preset);
if(file!==undefined&&found!==null)return`${file.name}: ${(0,_mapping_presets_recognise_js__WEBPACK_IMPORTED_MODULE_0__.h)(found)}`}
return null}
function recogniseColumns(columns,{layout:{header}},preset){
if(header.kind===`named`)return columns.length>header.columns.length/2?(0,_mapping_presets_recognise_js__WEBPACK_IMPORTED_MODULE_0__.gO)(preset):null;
return(0,_mapping_presets_recognise_js__WEBPACK_IMPORTED_MODULE_0__.FW)({columns})}
const DELIMITER_NAMES={",":`comma`,";":`semicolon`,"	":`tab`,"|":`pipe`};
function suggestDelimiter({name,columns,delimiter}){
const[only,...more]=columns??[];
if(only===undefined||delimiter===null||more.length>0)return null;
const others=Object.keys(DELIMITER_NAMES).filter(each=>each!==delimiter);
const times=each=>only.split(each).length-1;
const[found]=others.filter(each=>times(each)>0).sort((a,b)=>times(b)-times(a));
if(found===undefined)return null;
const[used,other]=[DELIMITER_NAMES[delimiter],DELIMITER_NAMES[found]];
return`${name}: only one column was found, and its name holds a ${other}. The file was cut at each ${used}: \`delimiter\` may be wrong. Set it to ${other}.`}
async function firstKeys(exported){
try{
for await(const[first]of exported.records())return first?.body.kind===`object`?Object.keys(first.body.object).slice(0,KEYS_LOOKED_AT):[]}catch(error){
if(!(error instanceof _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d))throw error}
return[]}}),56718:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ql:()=>closeRun,Zu:()=>loadClosed,C_:()=>loadDraft,YI:()=>loadRuleLines,J1:()=>saveDraft,Y0:()=>saveRequests,TF:()=>saveRuleLines,G1:()=>startDraft,ad:()=>tenantName});
;
function ruleLines({name,fields,...lists}){
const lines={};
const add=({field,at},prefix)=>{
const line=at.startsWith(`${name}:`)?Number(at.slice(name.length+1)):Number.NaN;
if(Number.isInteger(line))lines[`${prefix}${field}`]=line};
for(const rule of fields)add(rule,``);
for(const list of[`identities`,`groups`,`consents`]){
for(const[index,{rules}]of lists[list].entries())for(const rule of rules)add(rule,`${list}[${index}].`)}
return lines}
var row=__webpack_require__(99919);
;
function runOutcome(totals,maxFailedRows,stop,isPilot=false){
if(stop!==null)return stop.outcome;
const failed=totals.invalid+totals.failed+totals.unknown;
return failed>maxFailedRows||totals.unsent>0&&!isPilot?`failed`:`succeeded`}
function accountingError(totals,rowsRead){
const sum=row.i.reduce((total,outcome)=>total+totals[outcome],0);
if(sum===totals.rows&&rowsRead===totals.rows)return null;
return`The accounts do not add up: ${rowsRead} rows were read, the ledger holds ${totals.rows}, and their outcomes sum to ${sum}. This is a bug of cidaas-migrate; report it with this line.`}
var settings_limit=__webpack_require__(27110);
;
function startDraft(settings,toolVersion,run,startedAt){
const{mode,failAbove}=settings;
const tenant=tenantName(settings);
const known={toolVersion,mode,tenant,run,startedAt,failAbove};
return{...known,export:{files:[],rows:0},mapping:null,planDigest:null,warnings:{},rowsRead:null,resumed:null,delta:null,pilot:false,comparison:null}}
function tenantName({tenant}){
return tenant?.kind===`origin`?tenant.origin:tenant?.kind??null}
function saveDraft(ledger,draft){
ledger.writeNote(`draft`,draft)}
function loadDraft(ledger){
return ledger.readNote(`draft`)}
function saveRequests(ledger,requests){
ledger.writeNote(`requests`,requests)}
function saveRuleLines(ledger,mapping){
ledger.writeNote(`rule-lines`,mapping===null?{}:ruleLines(mapping))}
function loadRuleLines(ledger){
return ledger.readNote(`rule-lines`)??{}}
const NO_REQUESTS={batches:0,sent:0,retried:0,byStatus:{},latencyMs:{p50:0,p95:0,max:0},limits:[],timeline:null};
function closeRun(ledger,draft,stopped,finishedAt){
const head=run_record_close(ledger,draft,stopped,finishedAt);
ledger.writeNote(`closed`,head);
return head}
function loadClosed(ledger){
return ledger.readNote(`closed`)}
function run_record_close(ledger,draft,stopped,finishedAt){
if(draft.mode===`apply`)closeAccounts(ledger,stopped);
const totals=ledger.totals();
const wrong=accountingError(totals,draft.rowsRead??totals.rows);
const stop=wrong===null?stopped:{outcome:`error`,message:wrong};
const outcome=runOutcome(totals,(0,settings_limit.T)(draft.failAbove,totals.rows),stop,draft.pilot);
return{version:1,tool:{name:`cidaas-migrate`,version:draft.toolVersion},mode:draft.mode,outcome,tenant:draft.tenant,run:draft.run,export:{...draft.export,rows:totals.rows},mapping:draft.mapping,planDigest:draft.planDigest,startedAt:new Date(draft.startedAt).toISOString(),finishedAt:new Date(finishedAt).toISOString(),durationMs:finishedAt-draft.startedAt,totals,skippedBy:ledger.skippedBy(),warnings:draft.warnings,requests:ledger.readNote(`requests`)??NO_REQUESTS,reason:stop?.message??(outcome===`failed`?whyFailed(totals,draft.failAbove):null),resumed:draft.resumed,delta:draft.delta,comparison:draft.comparison,...draft.passwords!==undefined&&{passwords:draft.passwords},...draft.verified!==undefined&&{verified:draft.verified},...draft.check!==undefined&&{check:draft.check},...draft.canary!==undefined&&{canary:draft.canary}}}
function whyFailed({invalid,failed,unknown,unsent,rows},limit){
const bad=invalid+failed+unknown;
return bad>(0,settings_limit.T)(limit,rows)?`${bad} of ${rows} rows ended invalid, failed or unknown, more than fail-above (${(0,settings_limit.P)(limit)}) allows.`:`${unsent} of ${rows} rows never reached the tenant.`}
function closeAccounts(ledger,stop){
const why=stop===null?`The run ended before this row was sent.`:`The run stopped before this row was sent.`;
const again=`Run the same export again: it continues with what is not settled.`;
ledger.closeAccounts({code:`unsent`,field:null,message:why,hint:again},{code:`unanswered`,field:null,message:`Sent, but the run ended before a usable answer came.`,hint:again})}}),21002:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{fF:()=>ROOM_TO_CLOSE,M5:()=>beginSending,zb:()=>hasSent,Vl:()=>saveResume,Nt:()=>sendPlanned});
var retry_policy=__webpack_require__(54313);
;
const ATTEMPTS_OF_PARTS=2;
async function deliver(users,delivery,{attempts,depth,mayHaveBeenApplied:before}={attempts:delivery.policy.maxAttempts,depth:0,mayHaveBeenApplied:false}){
let left=users;
let mayHaveBeenApplied=before;
const parts=(count,users,more)=>split(users,count,delivery,{attempts,depth,mayHaveBeenApplied,...more});
for(let attempt=1;;attempt++){
const reply=await request(left,delivery);
if(reply===null)return;
switch(reply.kind){case`answered`:{
const uncertain=settleAnswers(left,reply.answers,delivery);
if(uncertain.length===0)return;
mayHaveBeenApplied=true;
if(left.length>1)return parts(uncertain.length<left.length?1:2,uncertain,{mayHaveBeenApplied});
left=uncertain;
if(attempt>=attempts)return giveUp(left,UNCERTAIN,delivery);
break}case`refused`:if(left.length>1)return parts(2,left,{mayHaveBeenApplied:true});return refuse(left,reply.error,delivery);case`too-large`:if(!mayHaveBeenApplied)delivery.ledger.markWaiting(left);if(left.length>1)return parts(2,left,{});return refuse(left,reply.error,delivery);case`forbidden`:if(!mayHaveBeenApplied)delivery.ledger.markWaiting(left);delivery.breaker.blow({code:`tenant.forbidden`,message:describe(reply.error,left,delivery)});return;case`unavailable`:{
mayHaveBeenApplied||=reply.mayHaveBeenApplied;
if(!mayHaveBeenApplied)delivery.ledger.markWaiting(left);
if(delivery.cut.aborted)return;
if(attempt>=attempts){
if(left.length>1&&mayBeAboutOneUser(reply)&&delivery.breaker.blown===null){
return parts(2,left,{attempts:ATTEMPTS_OF_PARTS})}
return giveUp(left,reply.error,delivery,mayHaveBeenApplied)}
break}}
if(!await pause(reply,attempt,delivery))return}}
async function request(users,delivery){
const{limiter,ledger,stop,cut,now}=delivery;
try{
await limiter.enter(stop)}catch(error){
if(stop.aborted)return null;
throw error}
let shown={kind:`neutral`};
try{
if(stop.aborted)return null;
ledger.markSending(users);
const startedAt=now();
const reply=await delivery.send(users,cut,stop);
shown=signalOf(reply,now()-startedAt);
return reply}finally{
limiter.leave(shown)}}
function mayBeAboutOneUser(reply){
return reply.status===500||reply.error.code===`tenant.answer_unusable`||reply.error.code===UNCERTAIN.code}
function signalOf(reply,latencyMs){
if(reply.kind===`answered`)return{kind:`good`,latencyMs};
if(reply.kind!==`unavailable`)return{kind:`neutral`};
const isOverload=reply.status===429||reply.status===503||reply.error.code===`tenant.timeout`;
return isOverload||reply.retryAfterMs!==null?{kind:`overload`,retryAfterMs:reply.retryAfterMs}:{kind:`neutral`}}
function settleAnswers(users,answers,delivery){
const byRow=new Map(users.map(user=>[user.row,user]));
const settlements=[];
const uncertain=[];
let accepted=0;
for(const answer of answers){
const user=byRow.get(answer.row);
if(user===undefined)continue;
if(answer.state===`uncertain`)uncertain.push(user);else if(answer.state===`failed`)settlements.push({row:answer.row,outcome:`failed`,reason:reasonOf(answer,[user],delivery)});else{
accepted++;
settlements.push({row:answer.row,outcome:answer.state,sub:answer.sub})}}
settle(settlements,accepted,settlements.length-accepted,delivery);
return uncertain}
function refuse(users,error,delivery){
const reason=reasonOf(error,users,delivery);
settle(users.map(({row})=>({row,outcome:`failed`,reason})),0,users.length,delivery)}
function settle(settlements,accepted,failed,delivery){
if(settlements.length===0)return;
delivery.ledger.settle(settlements);
delivery.breaker.settled(accepted,failed);
if(accepted>0)delivery.firstSplit.open();
delivery.onSettled(accepted,failed)}
const UNCERTAIN={code:`tenant.answer_uncertain`,message:`The tenant answered, but no answer said what became of this user.`,reference:null};
function giveUp(users,error,delivery,mayHaveBeenApplied=true){
const reason={...reasonOf(error,users,delivery),hint:laterHint(error)};
const outcome=mayHaveBeenApplied?`unknown`:`unsent`;
delivery.ledger.settle(users.map(({row})=>({row,outcome,reason})));
delivery.onSettled(0,users.length);
const isLeftOut=error.code===UNCERTAIN.code;
delivery.breaker.unanswered(mayHaveBeenApplied?users.length:0,describe(error,users,delivery),isLeftOut)}
async function split(users,parts,delivery,course){
const leave=course.depth===0&&!delivery.breaker.anythingAccepted?await delivery.firstSplit.enter():null;
try{
const size=Math.ceil(users.length/parts);
for(let from=0;from<users.length&&!delivery.stop.aborted;from+=size){
await deliver(users.slice(from,from+size),delivery,{...course,depth:course.depth+1})}}finally{
leave?.()}}
async function pause(reply,attempt,delivery){
const{policy,random,sleep,stop}=delivery;
const asked=reply.kind===`unavailable`?reply.retryAfterMs??0:0;
const backoff=(0,retry_policy.jo)(policy,attempt,random);
const waitMs=Math.max(asked,backoff);
const error=reply.kind===`unavailable`?reply.error:UNCERTAIN;
delivery.onRetry(error,attempt,waitMs);
if(asked>=backoff)return!stop.aborted;
try{
await sleep(backoff,stop);
return true}catch(cause){
if(stop.aborted)return false;
throw cause}}
function describe(error,users,delivery){
const reference=error.reference===null?``:` (reference ${error.reference})`;
return`${delivery.mask(error.message,users)}${reference}`}
function reasonOf(error,users,delivery){
return{code:error.code,field:null,message:describe(error,users,delivery),hint:hintFor(error)}}
const ABOUT_EMAIL=/e-?mail/i;
function hintFor({code,message}){
return code===`tenant.507`&&ABOUT_EMAIL.test(message)?`Check that the e-mail domain exists and is no disposable one, then run again.`:`Correct the user in the source or the mapping and run again; quote the reference number to cidaas support.`}
function laterHint({code}){
return code.startsWith(`tenant.answer_`)?`Run the same export again: create-or-update settles it without harm.`:`Run the same export again when the tenant is well; if the same users fail again, look at what they have in common.`}
;
const LEASE_MS=365*24*60*60*1e3;
async function apply(options){
const{queue,waiting,delivery,concurrency}=options;
const broken=new AbortController;
const stop=AbortSignal.any([delivery.stop,broken.signal]);
const worker=async()=>{
while(!stop.aborted){
const batch=await queue.take(delivery.now(),LEASE_MS);
if(batch===null)return;
await deliver(waiting(batch.first,batch.last),{...delivery,stop});
if(stop.aborted)return;
await queue.done(batch.id)}};
stop.addEventListener(`abort`,()=>delivery.firstSplit.open(),{once:true});
const ends=await Promise.allSettled(Array.from({length:concurrency},()=>worker().catch(error=>{
broken.abort(error);
throw error})));
const failed=ends.find(end=>end.status===`rejected`);
if(failed!==undefined)throw failed.reason}
;
const REFUSALS_AT_START=10;
const REFUSALS_IN_A_ROW=100;
const UNANSWERED_IN_A_ROW=3;
const LEFT_OUT_IN_A_ROW=100;
class CircuitBreaker{
#options;
#failed=0;
#refusals=0;
#unanswered=0;
#accepted;
#blown=null;
constructor(options){
this.#options=options;
this.#accepted=options.acceptedBefore??false}
get blown(){
return this.#blown}
get anythingAccepted(){
return this.#accepted}
settled(accepted,failed){
this.#unanswered=0;
if(accepted>0){
this.#accepted=true;
this.#refusals=0}else if(failed>0)this.#refusal();
this.#count(failed)}
unanswered(rows,lastError,leftOut){
this.#unanswered++;
this.#count(rows);
if(this.#unanswered<(leftOut&&this.#accepted?LEFT_OUT_IN_A_ROW:UNANSWERED_IN_A_ROW))return;
const message=`${this.#unanswered} requests in a row got no usable answer in all their attempts; the last error: ${lastError}`;
this.blow({code:`tenant.unreachable`,message})}
blow(blown){
if(this.#blown!==null)return;
this.#blown=blown;
this.#options.onTripped(blown)}
#refusal(){
const limit=this.#accepted?REFUSALS_IN_A_ROW:REFUSALS_AT_START;
if(++this.#refusals<limit+(this.#options.refusedBefore??0))return;
const since=this.#accepted?`in a row`:`and accepted nothing so far`;
const message=`The tenant refused ${this.#refusals} requests ${since}; look at the first failures before running again.`;
this.blow({code:`tenant.refuses_everything`,message})}
#count(failed){
this.#failed+=failed;
if(this.#failed<=this.#options.maxFailedRows)return;
const message=`${this.#failed} rows ended failed or unknown, more than abort-above (${this.#options.limitText}) allows.`;
this.blow({code:`abort-above`,message})}}
;
const RISING_FACTOR=3;
const RISING_MS=250;
const SMOOTHING=.1;
const WARM_UP=20;
const HISTORY_CAP=1e3;
function createConcurrencyLimiter(options){
const{concurrency,maxRequestsPerSecond,now,sleep}=options;
const startedAt=now();
const history=[[0,concurrency]];
const waiting=[];
let limit=concurrency;
let inFlight=0;
let pausedUntil=0;
let nextSlot=0;
let stale=0;
let smoothed=0;
let best=Number.POSITIVE_INFINITY;
let seen=0;
const changeLimit=to=>{
if(Math.floor(to)!==Math.floor(limit)&&history.length<HISTORY_CAP)history.push([now()-startedAt,Math.floor(to)]);
limit=to};
const decrease=()=>{
stale=inFlight;
seen=0;
changeLimit(Math.max(1,limit/2))};
const isRising=latencyMs=>{
smoothed=seen===0?latencyMs:smoothed+SMOOTHING*(latencyMs-smoothed);
if(++seen<WARM_UP)return false;
best=Math.min(best,smoothed);
const rises=smoothed>best*RISING_FACTOR&&smoothed-best>RISING_MS;
if(rises)best=smoothed;
return rises};
const wake=()=>{
while(waiting.length>0&&inFlight<Math.floor(limit)){
inFlight++;
waiting.shift()?.()}};
return{async enter(signal){
signal.throwIfAborted();
if(inFlight<Math.floor(limit))inFlight++;else await place(waiting,signal);
try{
for(;;){
while(pausedUntil>now())await sleep(pausedUntil-now(),signal);
if(maxRequestsPerSecond===0)return;
const slot=Math.max(nextSlot,now());
nextSlot=slot+1e3/maxRequestsPerSecond;
if(slot>now())await sleep(slot-now(),signal);
if(pausedUntil<=now())return}}catch(error){
inFlight--;
wake();
throw error}},leave(shown){
inFlight--;
const isStale=stale>0;
if(isStale)stale--;
if(shown.kind===`overload`){
if(shown.retryAfterMs!==null)pausedUntil=Math.max(pausedUntil,now()+shown.retryAfterMs);
if(!isStale)decrease()}else if(shown.kind===`good`){
if(isRising(shown.latencyMs))decrease();else if(!isStale)changeLimit(Math.min(concurrency,limit+1/limit))}
wake()},get limit(){
return Math.floor(limit)},get history(){
return history}}}
function place(waiting,signal){
return new Promise((resolve,reject)=>{
const given=()=>{
signal.removeEventListener(`abort`,aborted);
resolve()};
const aborted=()=>{
waiting.splice(waiting.indexOf(given),1);
reject(signal.reason)};
signal.addEventListener(`abort`,aborted,{once:true});
waiting.push(given)})}
;
class FirstSplit{
#open=false;
#held=false;
#waiting=[];
async enter(){
while(this.#held&&!this.#open)await new Promise(resolve=>this.#waiting.push(resolve));
this.#held=true;
return()=>{
this.#held=false;
this.#wake()}}
open(){
this.#open=true;
this.#wake()}
#wake(){
for(const resolve of this.#waiting.splice(0))resolve()}}
;
function*planBatches(ledger,size){
let id=0;
let first=0;
let last=0;
let held=0;
const planned=ledger.db.prepare(`SELECT row FROM row WHERE state = 'planned' ORDER BY row`);
planned.setReturnArrays(true);
for(const[row]of planned.iterate()){
if(held===0)first=row;
last=row;
if(++held<size)continue;
yield{id:++id,first,last};
held=0}
if(held>0)yield{id:++id,first,last}}
var ledger_file=__webpack_require__(27186);
var mask_message=__webpack_require__(87026);
var shown_row=__webpack_require__(91602);
var limit=__webpack_require__(27110);
var run_record=__webpack_require__(56718);
;
const RENEW_MS=10*60*1e3;
const STATS_MS=1e3;
const ROOM_TO_CLOSE=8*1024*1024;
const ROOM_OF_ROW=512;
const SENDING=`sending`;
async function sendPlanned(settings,ports,sending){
const{tenant,stats,refusedBefore}=sending;
const{ledger,queue,clock,log}=ports;
const{planned:total,created,updated}=ledger.totals();
const settledBefore=created+updated;
ledger.keepRoom(ROOM_TO_CLOSE+total*ROOM_OF_ROW);
await queue.put(stats.counting(planBatches(ledger,settings.batchSize)));
(0,ledger_file.MM)(ledger.db);
beginSending(ledger);
const halt=new AbortController;
const stop=AbortSignal.any([ports.stop,halt.signal]);
const breaker=new CircuitBreaker({maxFailedRows:(0,limit.T)(settings.abortAbove,total+settledBefore),limitText:(0,limit.P)(settings.abortAbove),acceptedBefore:settledBefore>0,refusedBefore,onTripped:blown=>halt.abort(blown)});
stats.begin(clock.now());
const limiter=createConcurrencyLimiter({...clock,concurrency:settings.concurrency,maxRequestsPerSecond:settings.maxRequestsPerSecond});
let done=0;
let failed=0;
let savedAt=0;
const saveStats=()=>{
savedAt=clock.now();
(0,run_record.Y0)(ledger,stats.summary(limiter.history));
(0,ledger_file.Fn)(ledger.db)};
const renewing=renew(ports,stop);
await apply({queue,waiting:(first,last)=>ledger.waiting(first,last),concurrency:settings.concurrency,delivery:{send:(users,cut,stop)=>tenant.send(users,cut,stop),ledger,limiter,breaker,firstSplit:new FirstSplit,policy:(0,retry_policy.Jb)(settings.maxAttempts),...clock,stop,cut:ports.cut,mask:mask_message.w,onSettled:(accepted,refused)=>{
done+=accepted+refused;
failed+=refused;
stats.settled(accepted,refused,clock.now());
ports.progress.sent(done,total,failed);
if(clock.now()-savedAt>=STATS_MS)saveStats()},onRetry:({code},_attempt,waitMs)=>{
stats.retried();
ports.progress.waiting(waitMs,code)}}}).finally(()=>{
halt.abort();
saveStats()});
await renewing;
if(breaker.blown!==null){
return{outcome:`aborted`,message:(0,shown_row.E3)(sentenceFor(breaker.blown),settings.report.identifiers)}}
if(ports.stop.aborted)return ports.stop.reason;
const left=await queue.open();
if(left>0)log.warning(`${left} batches are left in the queue.`);
return null}
function beginSending(ledger){
ledger.writeNote(SENDING,true)}
function hasSent(ledger){
return ledger.readNote(SENDING)===true}
async function renew({memory,clock,log},until){
if(memory===null)return;
for(;;){
try{
await clock.sleep(RENEW_MS,until)}catch{
return}
await saveResume(memory,log)}}
async function saveResume(memory,log){
try{
return await memory.keep()}catch(error){
log.warning(`The resume file could not be written (${error instanceof Error?error.message:String(error)}). A later attempt would send every planned user again, which is safe.`);
return false}}
function sentenceFor({code,message}){
return code===`tenant.forbidden`?`The tenant does not let this client in: ${message}`:message}}),36589:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{b:()=>isDiskFull,u:()=>messageOf});
const SQLITE_FULL=13;
function messageOf(error){
const message=error instanceof Error?error.message:String(error);
if(!saysFull(error))return message;
return`The disk is full (${message}): make room, or take a machine with a larger disk, and run again.`}
function isDiskFull(error){
return error instanceof Error&&(saysFull(error)||isDiskFull(error.cause))}
function saysFull(error){
if(!(error instanceof Error))return false;
const{code,errcode}=error;
return code===`ENOSPC`||code===`EDQUOT`||errcode===SQLITE_FULL}}),30199:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{d:()=>InputError,o:()=>withAllProblems});
const MOST_CHARACTERS=2e3;
class InputError extends Error{
problems;
constructor(problems,options){
const shown=problems.map(cut);
super(shown.join(`
`),options);
this.name=`InputError`;
this.problems=shown}}
function cut(problem){
return problem.length>MOST_CHARACTERS?`${problem.slice(0,MOST_CHARACTERS).toWellFormed()}…`:problem}
async function withAllProblems(works){
const ends=await Promise.allSettled(works);
const errors=ends.flatMap(end=>end.status===`rejected`?[end.reason]:[]);
const broken=errors.find(error=>!(error instanceof InputError));
if(broken!==undefined)throw broken;
const problems=errors.flatMap(error=>error instanceof InputError?error.problems:[]);
if(errors.length>0)throw new InputError([...new Set(problems)],{cause:errors[0]});
return ends.map(end=>end.status===`fulfilled`?end.value:undefined)}}),94998:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{I:()=>SILENCE,a:()=>consoleLog});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
const SILENCE={info:()=>undefined,notice:()=>undefined,warning:()=>undefined,error:()=>undefined,secret:()=>undefined};
function consoleLog(out,err){
const secrets=new Set;
function say(stream,prefix,message){
const known=[...secrets].sort((a,b)=>b.length-a.length);
const safe=known.reduce((text,secret)=>text.replaceAll(secret,`***`),message);
stream.write(`${stream.isTTY===true?`\r\x1B[2K`:``}${prefix}${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.BP)(safe)}\n`)}
return{info:message=>say(out,``,message),notice:message=>say(err,`note: `,message),warning:message=>say(err,`warning: `,message),error:message=>say(err,`error: `,message),secret:value=>{
for(const part of[value,...value.split(/\r?\n/)])if(part.trim()!==``)secrets.add(part.trim())}}}}),9078:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{cf:()=>NO_PROGRESS,mS:()=>progressLog,e3:()=>terminalProgress});
var number_text=__webpack_require__(95064);
;
function progressLine({done,total,perSecond,failed,msLeft}){
const rate=perSecond>0&&perSecond<9.95?perSecond.toFixed(1):(0,number_text.U9)(perSecond);
const parts=[`${(0,number_text.U9)(done)} of ${(0,number_text.U9)(total)} users`];
if(perSecond>0)parts.push(`${rate}/s`);
parts.push(`${(0,number_text.U9)(failed)} failed`);
if(msLeft!==null)parts.push(`${(0,number_text.p0)(Math.max(1e3,msLeft))} left`);
return parts.join(` · `)}
;
const NO_PROGRESS={planned:()=>undefined,sent:()=>undefined,waiting:()=>undefined};
const WINDOW_MS=6e4;
function progressLog(log,now,everyMs=5e3){
return throttled(line=>log.info(line),now,everyMs)}
function terminalProgress(stream,now,everyMs=100){
return throttled((line,last)=>stream.write(`\r\u001b[2K${line}${last?`
`:``}`),now,everyMs)}
function throttled(say,now,everyMs){
let nextAt=now()+everyMs;
let samples=[];
function due(last){
if(!last&&now()<nextAt)return false;
nextAt=now()+everyMs;
return true}
return{planned:rows=>{
if(due(false))say(`${(0,number_text.U9)(rows)} rows planned`,false)},sent:(done,total,failed)=>{
const at=now();
if(samples.length===0)samples.push({at,done:0});
const last=done>=total;
if(!due(last))return;
samples=[...samples.filter(sample=>at-sample.at<=WINDOW_MS||sample===samples.at(-1)),{at,done}];
const from=samples[0]??{at,done};
const perSecond=at>from.at?(done-from.done)/(at-from.at)*1e3:0;
const msLeft=perSecond>0&&!last?(total-done)/perSecond*1e3:null;
say(progressLine({done,total,perSecond,failed,msLeft}),last)},waiting:(ms,code)=>{
if(ms>=everyMs||due(false))say(`Trying again in ${(0,number_text.p0)(ms)} (${code})`,false)}}}}),1041:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{w:()=>TOOL_VERSION});
const TOOL_VERSION=`0.1.0`}),792:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{cW:()=>SECRETS,hi:()=>CLI_FLAGS,mc:()=>INPUTS});
const INPUTS={mode:`apply`,export:``,"export-artifact":``,"export-run-id":``,"export-repository":``,"github-token":null,"export-key":``,"allow-public-export":`false`,format:`auto`,encoding:`auto`,delimiter:`auto`,preset:``,mapping:``,"password-canary":``,"compare-mapping":``,"tenant-url":``,check:`error`,"client-id":``,"client-secret":``,"batch-size":`50`,concurrency:`4`,"max-requests-per-second":`0`,"request-timeout":`60`,"max-attempts":`6`,"min-rows":`1`,"fail-above":`0`,"abort-above":`20%`,sync:`full`,"max-changed":`100%`,"max-missing":`100%`,"expected-plan":``,"export-max-age":``,pilot:`0`,"verify-sample":`0`,"time-limit":`0`,resume:`auto`,"resume-run-id":``,"state-key":``,"report-name":`cidaas-migration-report`,"report-dir":null,"report-identifiers":`masked`,"retention-days":`0`,comment:`auto`};
const CLI_FLAGS={"state-dir":`.cidaas-migrate`};
const SECRETS={"client-id":`CIDAAS_CLIENT_ID`,"client-secret":`CIDAAS_CLIENT_SECRET`,"state-key":`CIDAAS_STATE_KEY`,"export-key":`CIDAAS_EXPORT_KEY`,"password-canary":`CIDAAS_PASSWORD_CANARY`,"github-token":`GITHUB_TOKEN`}}),27110:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>limitText,T:()=>allowed});
function allowed(limit,rows){
return limit.kind===`count`?limit.rows:Math.floor(rows*limit.percent/100)}
function limitText(limit){
return limit.kind===`count`?String(limit.rows):`${limit.percent}%`}}),76890:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{s:()=>readSettings});
var preset_name=__webpack_require__(37248);
var input_error=__webpack_require__(30199);
;
const IDENTITY=/^AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{58}$/;
function parseExportKey(text){
const lines=text.trim().split(/\r?\n/);
const numbered=lines.map((line,index)=>({line:line.trim(),number:index+1}));
const filled=numbered.filter(({line})=>line!==``&&!line.startsWith(`#`));
if(!filled.some(({line})=>/^AGE-SECRET-KEY-/i.test(line)))return passphrase(lines);
const wrong=filled.find(({line})=>!IDENTITY.test(line));
if(wrong===undefined)return{key:{kind:`identities`,identities:filled.map(({line})=>line)}};
return{problem:`line ${wrong.number} is no complete identity: copy the whole key file of age-keygen`}}
function passphrase([line=``,...more]){
if(/^age1[a-z0-9]{50,}$/.test(line))return{problem:`this is the public recipient (age1…); give the identity that belongs to it (AGE-SECRET-KEY-1…)`};
if(/^AGE-PLUGIN-|^-----BEGIN/.test(line)||more.length>0)return{problem:`expected identities of age-keygen (AGE-SECRET-KEY-1…, one a line) or one line with a passphrase; SSH keys, plugins and encrypted key files are not supported`};
return{key:{kind:`passphrase`,passphrase:line}}}
var nearest=__webpack_require__(4581);
;
const DELIMITERS={auto:`auto`,",":`,`,comma:`,`,";":`;`,semicolon:`;`,"|":`|`,pipe:`|`,"	":`	`,"\\t":`	`,tab:`	`};
function readDelimiter(text,problems){
const found=DELIMITERS[text]??DELIMITERS[text.trim().toLowerCase()];
if(found!==undefined)return found;
problems.push("`delimiter`: expected one of auto, comma, semicolon, tab, pipe (or the character itself)");
return`auto`}
var inputs=__webpack_require__(792);
;
function createReader(raw,problems){
const untrimmed=name=>{
const given=raw(name);
return given===``?inputs.mc[name]??``:given};
const text=name=>untrimmed(name).trim();
const complain=(name,expected)=>{
problems.push(`\`${name}\`: expected ${expected}, got \`${text(name).slice(0,80)}\``)};
const number=(name,min,max)=>{
const value=/^\d+(\.\d+)?$/.test(text(name))?Number(text(name)):Number.NaN;
if(value>=min&&value<=max)return value;
complain(name,range(`a number`,min,max));
return min};
const integer=(name,min,max)=>{
const value=/^\d+$/.test(text(name))?Number(text(name)):Number.NaN;
if(Number.isSafeInteger(value)&&value>=min&&value<=max)return value;
complain(name,range(`a whole number`,min,max));
return min};
const optionalInteger=name=>text(name)===``?null:integer(name,1,Number.MAX_SAFE_INTEGER);
const choice=(name,choices)=>{
const found=choices.find(one=>one===text(name).toLowerCase());
if(found!==undefined)return found;
complain(name,`one of ${choices.join(`, `)}`);
return choices[0]};
const boolean=name=>choice(name,[`false`,`true`])===`true`;
const limit=name=>{
const percent=/^(\d+(?:\.\d+)?)\s*%$/.exec(text(name))?.[1];
if(percent!==undefined&&Number(percent)<=100)return{kind:`percent`,percent:Number(percent)};
if(/^\d+$/.test(text(name)))return{kind:`count`,rows:Number(text(name))};
complain(name,"a number of rows like `10` or a share like `1%`");
return{kind:`count`,rows:0}};
return{text,untrimmed,number,integer,optionalInteger,choice,boolean,limit}}
function range(what,min,max){
return max===Number.MAX_SAFE_INTEGER?`${what} from ${min}`:`${what} from ${min} to ${max}`}
var secret_inputs=__webpack_require__(82820);
var tenant_url=__webpack_require__(38322);
;
function readTenant(text,problems){
if(text===``)return null;
if(text===`sandbox`)return{kind:`sandbox`};
const parsed=(0,tenant_url.B)(text);
if(`origin`in parsed)return{kind:`origin`,origin:parsed.origin};
problems.push(`\`tenant-url\`: ${parsed.problem}`);
return null}
function readClient(read,mode,isNeeded,problems){
const id=read.text(`client-id`);
const secret=read.text(`client-secret`);
if(!isNeeded)return null;
for(const name of[`client-id`,`client-secret`]){
if(read.text(name)!==``)continue;
problems.push(`\`${name}\`: required in mode ${mode}; is the secret available to this workflow (forks get none), or \`${inputs.cW[name]}\` set in the shell?`)}
return{id,secret}}
function readCheck(read,mode,problems){
const check=read.choice(`check`,[`error`,`warn`,`off`]);
if(check===`off`&&mode===`check`)problems.push("`check`: `off` leaves nothing to do in mode check");
return check}
;
const ADVISED_BATCH_SIZE=50;
const LONGEST_RUN_MINUTES=35e3;
function readSettings(raw,found=[]){
const problems=[...found];
const read=createReader(raw,problems);
const warnings=[];
const mode=read.choice(`mode`,[`plan`,`apply`,`check`]);
const patterns=read.text(`export`);
const artifactName=read.text(`export-artifact`);
if(patterns===``&&artifactName===``&&mode!==`check`)problems.push("`export`: give the path of the export, or `export-artifact` with the name of the artifact that holds it");
for(const name of[`export-run-id`,`export-repository`]){
if(read.text(name)!==``&&artifactName===``)problems.push(`\`${name}\`: only has a meaning together with \`export-artifact\``)}
const repository=read.text(`export-repository`);
if(repository!==``&&!/^[\w.-]+\/[\w.-]+$/.test(repository))problems.push("`export-repository`: expected `owner/name`");
const runId=read.text(`export-run-id`)===``?null:read.integer(`export-run-id`,1,Number.MAX_SAFE_INTEGER);
if(repository!==``&&runId===null)problems.push("`export-run-id`: required with `export-repository`: a repository has many runs");
const tenant=readTenant(read.text(`tenant-url`),problems);
const client=readClient(read,mode,mode!==`plan`&&tenant?.kind!==`sandbox`,problems);
if(mode!==`plan`&&read.text(`tenant-url`)===``)problems.push(`\`tenant-url\`: required in mode ${mode}, like \`https://acme.cidaas.de\`; \`sandbox\` rehearses without a tenant`);
const canary=(0,secret_inputs.B)(read.untrimmed(`password-canary`),problems);
if(canary.length>0&&patterns===``&&artifactName===``)problems.push("`password-canary`: only has a meaning together with an export");
const batchSize=read.integer(`batch-size`,1,1e3);
if(batchSize>ADVISED_BATCH_SIZE){
warnings.push(`\`batch-size\` is ${batchSize}: cidaas advises 25 to 50 users a request for one-time migrations`)}
const settings={mode,export:{patterns:patterns===``?null:patterns,artifact:artifactName===``?null:{name:artifactName,runId,repository:repository===``?null:repository,token:read.text(`github-token`)},exportKey:readExportKey(read.text(`export-key`),problems),allowPublic:read.boolean(`allow-public-export`),format:read.choice(`format`,[`auto`,`csv`,`ndjson`,`json`,`ldif`]),encoding:read.choice(`encoding`,[`auto`,`utf-8`,`utf-16le`,`utf-16be`,`windows-1252`]),delimiter:readDelimiter(read.untrimmed(`delimiter`),problems)},preset:readPreset(read.text(`preset`),problems),mapping:read.text(`mapping`)===``?null:read.text(`mapping`),canary,compareMapping:readCompareMapping(read.text(`compare-mapping`),mode,problems),tenant,check:readCheck(read,mode,problems),client,batchSize,concurrency:read.integer(`concurrency`,1,256),maxRequestsPerSecond:read.number(`max-requests-per-second`,0,1e4),requestTimeoutMs:read.number(`request-timeout`,1,3600)*1e3,maxAttempts:read.integer(`max-attempts`,1,100),minRows:read.integer(`min-rows`,0,Number.MAX_SAFE_INTEGER),failAbove:read.limit(`fail-above`),abortAbove:read.limit(`abort-above`),sync:readSync(read,problems),maxChanged:read.limit(`max-changed`),maxMissing:read.limit(`max-missing`),expectedPlan:read.text(`expected-plan`)===``?null:read.text(`expected-plan`),exportMaxAgeMs:readAge(read.text(`export-max-age`),problems),pilot:read.integer(`pilot`,0,1e4),verifySample:read.integer(`verify-sample`,0,1e4),timeLimitMs:read.number(`time-limit`,0,LONGEST_RUN_MINUTES)*6e4,resume:{mode:read.choice(`resume`,[`auto`,`none`]),runId:read.optionalInteger(`resume-run-id`)},stateKey:readStateKey(read.text(`state-key`),problems),report:{name:readReportName(read.text(`report-name`),problems),dir:read.text(`report-dir`),identifiers:read.choice(`report-identifiers`,[`masked`,`full`,`none`]),retentionDays:read.integer(`retention-days`,0,400)},comment:read.choice(`comment`,[`auto`,`always`,`never`]),warnings};
if(problems.length>0)throw new input_error.d(problems);
return settings}
function readSync(read,problems){
const sync=read.choice(`sync`,[`full`,`delta`]);
if(sync===`full`)return sync;
const why="required with `sync: delta`: the last state is sealed with it";
if(read.text(`state-key`)===``)problems.push(`\`state-key\`: ${why}`);
if(read.text(`tenant-url`)===``)problems.push("`tenant-url`: required with `sync: delta`, in mode plan too: the state belongs to a tenant");
if(read.text(`tenant-url`)===`sandbox`)problems.push("`sync`: the sandbox forgets its users with every run, so there is no state to compare with; rehearse with `sync: full`");
return sync}
const UNITS={m:6e4,h:36e5,d:864e5};
function readAge(text,problems){
if(text===``)return null;
const[,count=``,unit=``]=/^(\d{1,6})\s*([mhd])$/.exec(text)??[];
if(unit===``)problems.push("`export-max-age`: expected a number and a unit, like `90m`, `12h` or `2d`");
return Number(count)*(UNITS[unit]??0)}
function readCompareMapping(text,mode,problems){
if(text!==``&&mode!==`plan`)problems.push("`compare-mapping`: only has a meaning in mode plan");
return text===``?null:text}
const STATE_KEY_LENGTH=16;
function readStateKey(text,problems){
if(text===``)return null;
if(text.length<STATE_KEY_LENGTH){
problems.push(`\`state-key\`: expected at least ${STATE_KEY_LENGTH} characters, like the output of \`openssl rand -base64 32\``)}
return text}
function readExportKey(text,problems){
if(text===``)return null;
const parsed=parseExportKey(text);
if(`key`in parsed)return parsed.key;
problems.push(`\`export-key\`: ${parsed.problem}`);
return null}
const NO_ARTIFACT_NAME=/["*:<>?|\\/\r\n]/;
function readReportName(text,problems){
if(text.length>200||NO_ARTIFACT_NAME.test(text)){
problems.push('`report-name`: an artifact name has up to 200 characters and none of " : < > | * ? \\ /')}
return text}
function readPreset(text,problems){
if(text===``)return null;
const found=preset_name.f.find(name=>name===text.toLowerCase());
if(found!==undefined)return found;
problems.push(`\`preset\`: expected one of ${preset_name.f.join(`, `)}, got \`${text.slice(0,80)}\`${(0,nearest.a)(text,preset_name.f)}`);
return null}}),82820:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>readCanary,V:()=>secretTexts});
var input_error=__webpack_require__(30199);
;
const MOST_LINES=100;
const QUOTED=/^"((?:[^"]|"")*)"$/;
const LINE=/^\s*(?:"((?:[^"]|"")*)"|([^",]*))\s*,(.*)$/s;
function parseCanary(text){
const lines=[];
const problems=[];
for(const[index,source]of text.replace(/^\ufeff/,``).split(/\r\n|\n|\r/).entries()){
if(source.trim()===``)continue;
const line=index+1;
const[,quoted,plain,rest]=LINE.exec(source)??[];
const identifier=(quoted?.replaceAll(`""`,`"`)??plain??``).trim();
const plaintext=unquoted(rest??``);
if(rest===undefined)problems.push(`password-canary line ${line}: must be "identifier,plaintext".`);else if(identifier===``)problems.push(`password-canary line ${line}: the identifier is missing.`);else if(plaintext===``)problems.push(`password-canary line ${line}: the plaintext is missing.`);else lines.push({line,identifier,plaintext})}
if(lines.length>MOST_LINES)problems.push(`password-canary has ${lines.length} lines; a few accounts are enough, ${MOST_LINES} the most.`);
if(problems.length>0)throw new input_error.d(problems);
return lines}
function unquoted(text){
return QUOTED.exec(text.trim())?.[1]?.replaceAll(`""`,`"`)??text}
;
function readCanary(text,problems){
try{
return parseCanary(text)}catch(error){
if(!(error instanceof input_error.d))throw error;
problems.push(...error.problems);
return[]}}
const SHORTEST=4;
function secretTexts(name,value){
const lines=value.split(/\r\n|\n|\r/).map(line=>line.trim());
const texts=[value.trim(),...lines];
if(name===`password-canary`)texts.push(...lines.flatMap(plaintexts).filter(text=>text.length>=SHORTEST));
return[...new Set(texts)].filter(text=>text!==``)}
function plaintexts(line){
const tail=line.slice(line.indexOf(`,`)+1);
try{
const read=parseCanary(line).map(({plaintext})=>plaintext);
return[tail,...read,...read.map(text=>text.trim())]}catch{
return[tail]}}}),28167:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{F:()=>DEEPEST,f:()=>isTooDeep});
const MOST_LEVELS=100;
const DEEPEST=1e4;
function isTooDeep(value,levels=MOST_LEVELS){
if(typeof value!==`object`||value===null)return false;
if(levels===0)return true;
for(const each of Array.isArray(value)?value:Object.values(value))if(isTooDeep(each,levels-1))return true;
return false}}),3972:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>openExport});
var input_error=__webpack_require__(30199);
;
class RecordScan{
#text;
#delimiter;
#lf=-1;
#cr=-1;
#quote=-1;
constructor(text,delimiter){
this.#text=text;
this.#delimiter=delimiter}
endOfRecord(start){
let end=this.#lineEnd(start);
let at=this.#nextQuote(start);
let quoted=false;
while(at<end){
if(!this.#opensCell(start,at)){
at=this.#nextQuote(at+1);
continue}
quoted=true;
const close=this.#closingQuote(at);
if(close===-1)return{kind:`open-quote`,at:Number.POSITIVE_INFINITY,quoted};
const next=this.#skipSpace(close+1);
end=this.#lineEnd(next);
if(next<end&&next<this.#text.length&&this.#text[next]!==this.#delimiter){
return{kind:`text-after-quote`,at:next,quoted}}
at=this.#nextQuote(next)}
return{kind:`end`,at:end,quoted}}
#opensCell(start,quote){
for(let at=quote-1;at>=start;at--){
const char=this.#text.charAt(at);
if(char===this.#delimiter)return true;
if(!isSpace(char))return false}
return true}
#closingQuote(open){
let at=this.#text.indexOf(`"`,open+1);
while(at!==-1&&this.#text.charCodeAt(at+1)===34)at=this.#text.indexOf(`"`,at+2);
return at}
#skipSpace(from){
let at=from;
for(;at<this.#text.length;at++){
const char=this.#text.charAt(at);
if(char===this.#delimiter||char===`
`||char===`\r`||!isSpace(char))break}
return at}
#lineEnd(from){
if(this.#lf<from)this.#lf=this.#find(`
`,from);
if(this.#cr<from)this.#cr=this.#find(`\r`,from);
return Math.min(this.#lf,this.#cr)}
#nextQuote(from){
if(this.#quote<from)this.#quote=this.#find(`"`,from);
return this.#quote}
#find(char,from){
const at=this.#text.indexOf(char,from);
return at===-1?Number.POSITIVE_INFINITY:at}}
function isSpace(char){
return char===` `||/\s/.test(char)}
;
const RECORD_LIMIT=1024*1024;
const SEPARATOR_LINE=/^"?sep=(.)"?$/i;
const LINE_BREAK=/\r\n|\r|\n/g;
class CsvLines{
#name;
#delimiter;
#blank;
#rest=``;
#line=1;
#begun=false;
constructor(name,delimiter){
this.#name=name;
this.#delimiter=delimiter;
this.#blank=new RegExp(`^[\\s${delimiter}]*$`)}
push(piece,last){
const text=this.#rest+piece;
const scan=new RecordScan(text,this.#delimiter);
const texts=[];
const lines=[];
let start=0;
while(start<text.length){
const found=scan.endOfRecord(start);
const failure=this.#failure(found,text,start,last);
if(failure!==null)return{texts,lines,failure};
const end=found.at;
const isCr=text.charCodeAt(end)===13;
const mayGoOn=end===Number.POSITIVE_INFINITY||isCr&&end+1===text.length;
if(mayGoOn&&!last)break;
const record=text.slice(start,end);
if(!this.#isSkipped(record)){
texts.push(record);
lines.push(this.#line)}
this.#line+=1+(found.quoted?lineBreaks(record):0);
start=Math.min(end,text.length)+(isCr&&text.charCodeAt(end+1)===10?2:1)}
this.#rest=text.slice(start);
return{texts,lines,failure:null}}
#failure(found,text,start,last){
if(Math.min(found.at,text.length)-start>RECORD_LIMIT){
return this.#tooLong(text.slice(start,start+RECORD_LIMIT),found.quoted)}
if(found.kind===`text-after-quote`)return this.#textAfterQuote(text.slice(start,found.at));
return found.kind===`open-quote`&&last?this.#openQuote(text.slice(start),`at the end of the file`):null}
#isSkipped(record){
const first=record.charCodeAt(0);
if(record===``||(first<=32||record[0]===this.#delimiter)&&this.#blank.test(record))return true;
const begins=!this.#begun;
this.#begun=true;
return begins&&SEPARATOR_LINE.test(record)}
#textAfterQuote(before){
const noticed=this.#line+lineBreaks(before);
return new input_error.d([`${this.#name}:${this.#line}: in the record that starts here text follows a closing quote (line ${noticed}). `+`Either a quote within quotes is not doubled (write "" for it, a backslash does not count), or an earlier quote of this record has no end.`])}
#tooLong(text,quoted){
if(quoted&&lineBreaks(text)>0)return this.#openQuote(text,`after 1 MiB of text`);
return new input_error.d([`${this.#name}:${this.#line}: this record is longer than 1 MiB of text. Check that the file is CSV and has line breaks.`])}
#openQuote(text,where){
const noticed=this.#line+lineBreaks(text);
return new input_error.d([`${this.#name}:${this.#line}: in the record that starts here a quote is opened and not closed; ${where}, on line ${noticed}, it is still open. `+`Close it, or, if it belongs to the text, put the cell in quotes and double it ("").`])}}
function lineBreaks(text){
return text.match(LINE_BREAK)?.length??0}
;
const CHUNK_RECORDS=1e3;
async function*csvRecords(texts,file,row){
const nameless=file.columns.flatMap((name,index)=>name===``?[index]:[]);
let next=row;
let skip=file.skip;
for await(const{texts:records,lines,failure}of csvTexts(texts,file)){
const cells=await cutCells(records,file);
for(let from=skip;from<cells.length;from+=CHUNK_RECORDS){
const chunk=[];
for(let at=from;at<Math.min(from+CHUNK_RECORDS,cells.length);at++){
const body=bodyOf(cells[at]??[],file.columns.length,nameless);
chunk.push({row:next++,file:file.index,line:lines[at]??0,body})}
yield chunk}
skip=Math.max(0,skip-cells.length);
if(failure!==null)throw failure}}
async function followQuotes(texts,file){
for await(const{failure}of csvTexts(texts,file))if(failure!==null)throw failure}
async function*csvTexts(texts,file){
const lines=new CsvLines(file.name,file.delimiter);
for await(const text of texts)yield lines.push(text,false);
yield lines.push(``,true)}
async function cutCells(records,file){
const{delimiter,name}=file;
const cells=[];
const quoted=[];
for(const[place,record]of records.entries()){
const plain=cutPlain(record,delimiter);
if(plain===null)quoted.push(`${place}${delimiter}${record}\n`);
cells.push(plain??[])}
if(quoted.length===0)return cells;
const parsed=await parseQuoted(quoted.join(``),file);
if(parsed.length!==quoted.length)throw unreadable(name);
for(const record of parsed)cells[Number(record.shift())]=record;
return cells}
function cutPlain(record,delimiter){
if(!record.includes(`"`))return record.split(delimiter);
if(!record.startsWith(`"`)||!record.endsWith(`"`))return null;
const cells=record.slice(1,-1).split(`"${delimiter}"`);
return cells.some(cell=>cell.includes(`"`))?null:cells}
async function parseQuoted(text,file){
const{parseString}=await __webpack_require__.e(625).then(__webpack_require__.t.bind(__webpack_require__,63625,19));
return new Promise((resolve,reject)=>{
const rows=[];
parseString(text,{delimiter:file.delimiter,headers:false}).on(`data`,record=>rows.push(record)).on(`error`,()=>reject(unreadable(file.name))).on(`end`,()=>resolve(rows))})}
function unreadable(name){
return new input_error.d([`${name}: the quotes of a record cannot be followed. Write the file again with every cell quoted.`])}
function bodyOf(cells,columns,nameless){
if(cells.length!==columns)return{kind:`broken`,problem:wrongCount(cells.length,columns)};
for(const index of nameless){
if((cells[index]??``).trim()!==``)return{kind:`broken`,problem:namelessText(index)}}
return{kind:`cells`,cells}}
function wrongCount(cells,columns){
return{code:`record.columns`,field:null,message:`The record has ${cells} ${cells===1?`cell`:`cells`}, the header has ${columns}.`,hint:`Look for a missing or extra delimiter; a cell that holds the delimiter must stand in quotes.`}}
function namelessText(index){
return{code:`record.columns`,field:null,message:`Column ${index+1} has no name in the header, but this record has text in it.`,hint:`Name the column in the header, or remove it; an extra delimiter in the record looks the same.`}}
;
const MARKS=[[`utf-8`,[239,187,191]],[`utf-16le`,[255,254]],[`utf-16be`,[254,255]]];
function guessEncoding(head,setting){
if(startsWith(head,[255,254,0,0])||startsWith(head,[0,0,254,255])){
return{kind:`problem`,problem:`is UTF-32, which is not supported. Save it as UTF-8.`}}
const marked=MARKS.find(([,mark])=>startsWith(head,mark))?.[0];
if(setting===`auto`){
const encoding=marked??guessUtf16(head);
return encoding===undefined?{kind:`open`}:{kind:`certain`,encoding}}
if(marked!==undefined&&marked!==setting){
const problem=`begins with the byte-order mark of ${marked}, but encoding is set to ${setting}. Set it to ${marked} or auto.`;
return{kind:`problem`,problem}}
return{kind:`certain`,encoding:setting}}
async function*decode(bytes,encoding){
const decoder=encoding===`windows-1252`?undefined:new TextDecoder(encoding);
for await(const chunk of bytes){
const text=decoder===undefined?decodeWindows1252(chunk):decoder.decode(chunk,{stream:true});
if(text!==``)yield text}
decoder?.decode()}
function decodeHead(head,encoding){
return encoding===`windows-1252`?decodeWindows1252(head):new TextDecoder(encoding).decode(head,{stream:true})}
const WINDOWS_1252=`€‚ƒ„…†‡ˆ‰Š‹ŒŽ`+`‘’“”•–—˜™š›œžŸ`;
function decodeWindows1252(bytes){
return bytes.toString(`latin1`).replace(/[\x80-\x9f]/g,char=>WINDOWS_1252.charAt(char.charCodeAt(0)-128))}
function startsWith(head,mark){
return mark.every((byte,index)=>head[index]===byte)}
function guessUtf16(head){
const pairs=Math.min(head.length,4096)>>1;
let evenNuls=0;
let oddNuls=0;
for(let pair=0;pair<pairs;pair++){
if(head[pair*2]===0)evenNuls++;
if(head[pair*2+1]===0)oddNuls++}
if(oddNuls>pairs/2&&evenNuls*20<=pairs)return`utf-16le`;
if(evenNuls>pairs/2&&oddNuls*20<=pairs)return`utf-16be`;
return undefined}
var promises_=__webpack_require__(51455);
var web_=__webpack_require__(37830);
;
const BEGIN=`-----BEGIN AGE ENCRYPTED FILE-----`;
const END=`-----END AGE ENCRYPTED FILE-----`;
const COLUMNS=64;
const LINE_LIMIT=1024;
function beginsArmored(head){
return withoutMark(head.toString(`latin1`)).trimStart().startsWith(BEGIN)}
async function*unarmored(bytes){
const armor=new Armor;
let rest=``;
for await(const chunk of bytes){
const lines=(rest+chunk.toString(`latin1`)).split(`
`);
rest=lines.pop()??``;
if(rest.length>LINE_LIMIT)throw new Error(`a line of the armor is too long`);
const body=armor.take(lines);
if(body.length>0)yield body}
const body=armor.take([rest]);
if(body.length>0)yield body;
armor.finish()}
class Armor{
#place=`before`;
take(lines){
const base64=lines.map(line=>line.endsWith(`\r`)?line.slice(0,-1):line).filter(line=>this.#isBody(line)).join(``);
const bytes=Buffer.from(base64,`base64`);
if(bytes.toString(`base64`)!==base64)throw new Error(`the armor is no base64`);
return bytes}
finish(){
if(this.#place!==`after`)throw new Error(`the armor does not end`)}
#isBody(line){
switch(this.#place){case`before`:if(withoutMark(line).trimStart()===BEGIN)this.#place=`body`;else if(withoutMark(line).trim()!==``)throw new Error(`the armor does not begin`);return false;case`body`:case`last`:if(line.trimEnd()===END){
this.#place=`after`;
return false}if(this.#place===`last`||line.length>COLUMNS||line.length===0)throw new Error(`a line of the armor is broken`);if(line.length<COLUMNS||line.endsWith(`=`))this.#place=`last`;return true;case`after`:if(line.trim()!==``)throw new Error(`something follows the armor`);return false}}}
function withoutMark(latin1){
return latin1.replace(/^\xef\xbb\xbf/,``)}
;
const INTRO=`age-encryption.org/v1`;
const ENCRYPTION_HEAD_BYTES=256;
const HEADER_LIMIT=1024*1024;
const PASSPHRASE=`scrypt`;
const IDENTITIES=[`X25519`,`mlkem768x25519`];
function detectEncryption(head){
if(head.toString(`latin1`,0,INTRO.length)===INTRO)return`age`;
return beginsArmored(head)?`age-armored`:`none`}
async function*decrypt(bytes,encryption,key,name){
if(encryption===`none`){
yield*bytes;
return}
if(key===null){
throw new input_error.d([`${name} is encrypted with age. Give its identity or passphrase as the secret input \`export-key\` (forks get no secrets), in a shell as CIDAAS_EXPORT_KEY.`])}
const{Decrypter}=await __webpack_require__.e(389).then(__webpack_require__.bind(__webpack_require__,43389));
const decrypter=new Decrypter;
addKey(decrypter,key,name);
const recipients=[];
decrypter.addIdentity({unwrapFileKey:stanzas=>{
recipients.push(...stanzas.map(({args})=>args[0]??``));
return null}});
let opened=false;
try{
const binary=encryption===`age`?bytes:unarmored(bytes);
const plain=await decrypter.decrypt(web_.ReadableStream.from(withHeaderLimit(binary,()=>opened)));
opened=true;
for await(const chunk of plain)yield Buffer.from(chunk.buffer,chunk.byteOffset,chunk.byteLength)}catch(cause){
if(cause instanceof input_error.d)throw cause;
const says=recipients.length===0?`is damaged or cut off: it cannot be decrypted, and nothing of it was used. Create or transfer it again.`:noKeyFits(recipients,key);
throw new input_error.d([`${name} ${says}`],{cause})}}
function addKey(decrypter,key,name){
if(key.kind===`passphrase`){
decrypter.addPassphrase(key.passphrase);
return}
for(const[index,identity]of key.identities.entries()){
try{
decrypter.addIdentity(identity)}catch{
throw new input_error.d([`${name} cannot be decrypted: identity ${index+1} of \`export-key\` has a wrong checksum. Copy it again from its key file.`])}}}
async function*withHeaderLimit(bytes,opened){
let read=0;
for await(const chunk of bytes){
if(!opened()&&read>HEADER_LIMIT)throw new Error(`the header does not end`);
read+=chunk.length;
yield chunk}}
function noKeyFits(recipients,key){
if(recipients.includes(PASSPHRASE))return key.kind===`passphrase`?"was encrypted with another passphrase than `export-key`, or its header is damaged. Set `export-key` to the right one.":"was encrypted with a passphrase, but `export-key` holds an identity. Set `export-key` to the passphrase.";
if(!recipients.some(kind=>IDENTITIES.includes(kind)))return`was encrypted for an SSH key or a plugin only, which is not supported. Encrypt it for a recipient of age-keygen (age1…).`;
return key.kind===`passphrase`?"was encrypted for a recipient (age1…), but `export-key` is a passphrase. Set `export-key` to the identity (AGE-SECRET-KEY-1…) that belongs to it.":"was encrypted for another recipient than `export-key` belongs to, or its header is damaged. Set `export-key` to the identity of the recipient (age1…) that it was encrypted for."}
var external_node_stream_=__webpack_require__(57075);
var external_node_zlib_=__webpack_require__(38522);
;
const FRAME=4247762216;
const SKIPPABLE=407710288;
async function*zstdFrames(bytes){
let walker=zstd_frames_frame();
let wish=walker.next().value;
let wanted=wish?.bytes??0;
let seen=[];
let inFrame=false;
for await(const chunk of bytes){
let sent=0;
let at=0;
while(at<chunk.length){
const part=chunk.subarray(at,at+wanted);
if(wish?.look)seen.push(part);
at+=part.length;
wanted-=part.length;
inFrame=true;
while(wanted===0){
const step=walker.next(Buffer.concat(seen));
seen=[];
wish=step.value;
if(step.done){
yield chunk.subarray(sent,at);
sent=at;
inFrame=false;
walker=zstd_frames_frame();
wish=walker.next().value}
wanted=wish?.bytes??0}}
if(sent<chunk.length)yield chunk.subarray(sent)}
if(inFrame)throw new Error(`the data ends within a zstd frame`)}
function*zstd_frames_frame(){
const look=bytes=>({bytes,look:true});
const pass=bytes=>({bytes,look:false});
const magic=(yield look(4)).readUInt32LE();
if((magic&4294967280)===SKIPPABLE){
yield pass((yield look(4)).readUInt32LE());
return}
if(magic!==FRAME)throw new Error(`no zstd frame begins where one should`);
const descriptor=(yield look(1)).readUInt8();
const singleSegment=descriptor>>5&1;
const windowSize=1-singleSegment;
const contentSize=[singleSegment,2,4,8][descriptor>>6]??0;
const dictionaryId=[0,1,2,4][descriptor&3]??0;
yield pass(windowSize+contentSize+dictionaryId);
for(let last=0;last===0;){
const block=(yield look(3)).readUIntLE(0,3);
last=block&1;
const repeatsOneByte=(block>>1&3)===1;
yield pass(repeatsOneByte?1:block>>3)}
const checksum=descriptor>>2&1;
yield pass(checksum*4)}
;
const CHUNK_BYTES=64*1024;
const COMPRESSION_HEAD_BYTES=4;
function detectCompression(head){
if(head.length>=2&&head.readUInt16BE()===8075)return`gzip`;
if(head.length<4)return`none`;
const magic=head.readUInt32LE();
return magic===4247762216||(magic&4294967280)===407710288?`zstd`:`none`}
async function*decompress(bytes,compression,name){
if(compression===`none`){
yield*bytes;
return}
const plain=compression===`gzip`?(0,external_node_stream_.pipeline)(bytes,(0,external_node_zlib_.createGunzip)({chunkSize:CHUNK_BYTES}),()=>{}):(0,external_node_stream_.pipeline)(zstdFrames(bytes),(0,external_node_zlib_.createZstdDecompress)({chunkSize:CHUNK_BYTES}),()=>{});
try{
yield*plain}catch(cause){
if(cause instanceof input_error.d)throw cause;
throw new input_error.d([`${name} is damaged or cut off: it cannot be decompressed (${compression}). Create or transfer it again.`],{cause})}}
;
const file_bytes_CHUNK_BYTES=256*1024;
async function openFile({name,path}){
try{
return await(0,promises_.open)(path)}catch(cause){
const reason=cause instanceof Error&&`code`in cause?` (${cause.code})`:``;
throw new input_error.d([`${name} cannot be opened${reason}. Check that it is there and may be read.`],{cause})}}
async function*diskBytes(handle){
for(;;){
const{bytesRead,buffer}=await handle.read(Buffer.allocUnsafeSlow(file_bytes_CHUNK_BYTES),0,file_bytes_CHUNK_BYTES,null);
if(bytesRead===0)return;
yield buffer.subarray(0,bytesRead)}}
async function plainBytes(disk,key,name){
const outer=await peek(disk,ENCRYPTION_HEAD_BYTES);
const encryption=detectEncryption(outer.head);
const inner=await peek(decrypt(outer.bytes,encryption,key,name),COMPRESSION_HEAD_BYTES);
const compression=detectCompression(inner.head);
return{encrypted:encryption!==`none`,compression,bytes:decompress(inner.bytes,compression,name)}}
async function peek(bytes,enough){
const iterator=bytes[Symbol.asyncIterator]();
const seen=[];
for(let length=0;length<enough;){
const step=await iterator.next();
if(step.done)break;
seen.push(step.value);
length+=step.value.length}
return{head:Buffer.concat(seen),bytes:resume(seen,iterator)}}
async function*resume(seen,iterator){
try{
yield*seen;
for(let step=await iterator.next();!step.done;step=await iterator.next())yield step.value}finally{
await iterator.return?.()}}
var external_node_path_=__webpack_require__(76760);
;
async function listFiles(cwd,patterns){
const problems=[];
const found=new Map;
const add=path=>found.set(path,{name:nameOf(cwd,path),path});
const lines=patterns.split(/[\r\n]+/).map(line=>line.trim());
for(const pattern of lines.filter(line=>line!==``)){
const path=(0,external_node_path_.resolve)(cwd,pattern);
const kind=await kindOf(path);
if(kind===`file`)add(path);else if(kind===`folder`)problems.push(`${pattern} is a folder: name the files in it, for example ${pattern.replace(/[/\\]+$/,``)}/*.csv.`);else if(kind===`other`)problems.push(`${pattern} is no regular file: name a file that can be read twice.`);else if(kind===`closed`)problems.push(`${pattern} cannot be reached (EACCES). Let this user read the folders that lead to it.`);else if(!/[*?[{]/.test(pattern))problems.push(`${pattern}: there is no such file in ${cwd}. Check the path; it is relative to the workspace.`);else if(!await addMatches(cwd,pattern,add))problems.push(`${pattern}: no file in ${cwd} matches. Check the pattern; it is relative to the workspace.`)}
if(found.size===0&&problems.length===0)problems.push(`No export is named: give the path of a file, or a glob.`);
if(problems.length>0)throw new input_error.d(problems);
return[...found.values()].sort((a,b)=>a.name<b.name?-1:1)}
async function addMatches(cwd,pattern,add){
let any=false;
for await(const match of(0,promises_.glob)(pattern,{cwd})){
const path=(0,external_node_path_.resolve)(cwd,match);
if(await kindOf(path)!==`file`)continue;
add(path);
any=true}
return any}
async function kindOf(path){
try{
const found=await(0,promises_.stat)(path);
if(found.isFile())return`file`;
return found.isDirectory()?`folder`:`other`}catch(error){
return error.code===`EACCES`?`closed`:`missing`}}
function nameOf(cwd,path){
const inside=(0,external_node_path_.relative)(cwd,path);
const name=inside.startsWith(`..`)||(0,external_node_path_.isAbsolute)(inside)?path:inside;
return external_node_path_.sep===`/`?name:name.split(external_node_path_.sep).join(`/`)}
var external_node_crypto_=__webpack_require__(77598);
var external_node_buffer_=__webpack_require__(4573);
;
function byteCheck(encoding){
return encoding===`utf-16le`||encoding===`utf-16be`?new Utf16Check(encoding):new Utf8Check}
const UNDEFINED=new Set([129,141,143,144,157]);
class Utf8Check{
#carry=Buffer.alloc(0);
#offset=0;
#invalidAt=null;
#nulAt=null;
#multiByte=false;
#undefinedAt=null;
push(chunk){
const bytes=this.#carry.length===0?chunk:Buffer.concat([this.#carry,chunk]);
const whole=bytes.subarray(0,bytes.length-incompleteTail(bytes));
this.#look(whole);
this.#carry=Buffer.from(bytes.subarray(whole.length))}
finish(){
if(this.#carry.length>0)this.#invalidAt??=this.#offset;
return{invalidAt:this.#invalidAt,nulAt:this.#nulAt,multiByte:this.#multiByte,undefinedAt:this.#undefinedAt}}
#look(bytes){
const nul=this.#nulAt===null?bytes.indexOf(0):-1;
if(nul!==-1)this.#nulAt=this.#offset+nul;
if(!(0,external_node_buffer_.isAscii)(bytes)){
if((0,external_node_buffer_.isUtf8)(bytes))this.#multiByte=true;else this.#lookCloser(bytes)}
this.#offset+=bytes.length}
#lookCloser(bytes){
for(let at=0;at<bytes.length;at++){
if(this.#invalidAt!==null&&this.#multiByte)return;
const lead=bytes[at]??0;
if(lead<128)continue;
const length=sequenceLength(lead);
const followed=((bytes[at+1]??0)&192)===128;
if(length>1&&followed&&at+length<=bytes.length&&(0,external_node_buffer_.isUtf8)(bytes.subarray(at,at+length))){
this.#multiByte=true;
at+=length-1}else{
this.#invalidAt??=this.#offset+at;
if(UNDEFINED.has(lead))this.#undefinedAt??=this.#offset+at}}}}
function sequenceLength(lead){
if(lead>=240)return 4;
if(lead>=224)return 3;
return lead>=194?2:1}
function incompleteTail(bytes){
for(let back=1;back<=Math.min(3,bytes.length);back++){
const byte=bytes[bytes.length-back]??0;
if(byte<128)return 0;
if(byte>=192)return sequenceLength(byte)>back?back:0}
return 0}
class Utf16Check{
#bigEndian;
#carry=Buffer.alloc(0);
#offset=0;
#invalidAt=null;
#nulAt=null;
constructor(encoding){
this.#bigEndian=encoding===`utf-16be`}
push(chunk){
this.#look(Buffer.concat([this.#carry,chunk]),false)}
finish(){
this.#look(this.#carry,true);
return{invalidAt:this.#invalidAt,nulAt:this.#nulAt,multiByte:false,undefinedAt:null}}
#look(bytes,last){
let at=0;
for(;at+1<bytes.length;at+=2){
const unit=this.#unit(bytes,at);
if(unit===0)this.#nulAt??=this.#offset+at;
if(unit<55296||unit>57343)continue;
if(at+3>=bytes.length&&!last)break;
const low=at+3<bytes.length?this.#unit(bytes,at+2):0;
if(unit<56320&&low>=56320&&low<=57343)at+=2;else this.#invalidAt??=this.#offset+at}
if(last&&at<bytes.length)this.#invalidAt??=this.#offset+at;
this.#carry=Buffer.from(bytes.subarray(at));
this.#offset+=at}
#unit(bytes,at){
return this.#bigEndian?bytes.readUInt16BE(at):bytes.readUInt16LE(at)}}
var normalize_name=__webpack_require__(36754);
;
const HEADER_SEARCH=50;
function findHeader(records,layout){
const[first]=records;
if(first===undefined)return null;
switch(layout.kind){case`first`:return{columns:first.map(name=>name.trim()),skip:1};case`named`:return first.length>layout.columns.length?null:{columns:layout.columns.slice(0,first.length),skip:0};case`with`:{
const wanted=new Set(layout.columns.map(normalize_name.P));
const at=records.slice(0,HEADER_SEARCH).findIndex(cells=>namesIn(cells,wanted)>=2);
const header=records[at];
return header===undefined?null:{columns:numbered(header.map(name=>name.trim())),skip:at+1}}}}
function namesIn(cells,wanted){
return new Set(cells.map(normalize_name.P).filter(name=>wanted.has(name))).size}
function numbered(columns){
const seen=new Map;
return columns.map(name=>{
const times=(seen.get(name)??0)+1;
seen.set(name,times);
return name===``||times===1?name:`${name} (${times})`})}
;
async function readHeader(head,file,whole,layout){
const{texts,lines,failure}=new CsvLines(file.name,file.delimiter).push(head,whole);
const[line=1]=lines;
const failures=failure?.problems??[];
const refused=problems=>({columns:[],skip:0,problems});
if(texts.length===0&&failure!==null)return refused(failures);
if(texts.length===0){
const problem=whole?`the file holds no header.`:`the header has no end: it is longer than 256 KiB. Check that the file is CSV and has line breaks.`;
return refused([`${file.name}:1: ${problem}`])}
const header=findHeader(await cutCells(texts.slice(0,layout.kind===`with`?HEADER_SEARCH:1),file),layout);
if(header===null)return refused([`${file.name}:${line}: ${noHeader(layout)}`]);
const{columns}=header;
const problems=columns.some(name=>name!==``)?headerProblems(columns):[`the header names no column.`];
const at=lines[header.skip-1]??line;
return{...header,problems:[...problems.map(problem=>`${file.name}:${at}: ${problem}`),...failures]}}
function noHeader(layout){
return layout.kind===`with`?`none of the first ${HEADER_SEARCH} records is the header: it would have two of the columns ${layout.columns.join(`, `)}.`:"the record has more cells than the mapping names columns in `source.header`."}
const DATA=/^[^\s@]+@[^\s@]+\.[a-z]{2,24}$|^\$[\w-]{1,20}\$\S{8,}$|^\{[\w-]{2,20}\}\S{8,}$|^\+\d[\d\s()./-]{6,}$/i;
function headerProblems(columns){
const data=columns.findIndex(name=>DATA.test(name));
if(data<0)return duplicates(columns);
const what=`column ${data+1} holds an e-mail address, a phone number or a password hash`;
return[`this looks like a record, not like the header (${what}). Put the names of the columns on the first line.`]}
function duplicates(columns){
const places=new Map;
for(const[index,name]of columns.entries()){
if(name!==``)places.set(name,[...places.get(name)??[],index+1])}
return[...places].filter(([,at])=>at.length>1).map(([name,at])=>`the header has "${name}" more than once (columns ${at.join(`, `)}). Rename all but one.`)}
;
const DELIMITERS=[`,`,`;`,`	`,`|`];
const SAMPLE=100;
async function guessDelimiter(head,whole,layout={kind:`first`}){
const declared=SEPARATOR_LINE.exec(/^\s*([^\r\n]*)/.exec(head)?.[1]?.trimEnd()??``)?.[1];
if(declared!==undefined)return DELIMITERS.find(delimiter=>delimiter===declared)??null;
let best={delimiter:DELIMITERS[0]??`,`,share:0,cells:1};
for(const delimiter of DELIMITERS){
const{share,cells}=await fitOf(head,delimiter,whole,layout);
if(share>best.share||share===best.share&&cells>best.cells)best={delimiter,share,cells}}
return best.delimiter}
async function fitOf(head,delimiter,whole,layout){
const{texts}=new CsvLines(``,delimiter).push(head,whole);
const records=await cutCells(texts.slice(0,SAMPLE),{name:``,delimiter});
const before=layout.kind===`with`?(findHeader(records,layout)?.skip??records.length+1)-1:0;
const[header,...others]=records.slice(before).map(cells=>cells.length);
if(header===undefined&&before>0)return{share:0,cells:1};
if(header===undefined)return{share:0,cells:head.split(/[\r\n]/,1)[0]?.split(delimiter).length??1};
if(header<2)return{share:0,cells:1};
const same=others.filter(cells=>cells===header).length;
return{share:others.length===0?1:same/others.length,cells:header}}
;
const AGE_WITHIN=`was encrypted with age and then packed once more. Compress first, then encrypt, once.`;
const AGE_REDIRECTED=`was encrypted with age and then turned into UTF-16 by a redirection (>). Encrypt it again with age -o.`;
const FOREIGN=[{magic:`PK`,says:`is a ZIP archive. Unpack it and name the file inside.`},{magic:`ÐÏà`,says:`is an old Excel or Office document. Save the sheet as CSV (UTF-8).`},{magic:`%PDF`,says:`is a PDF document. Export the users as CSV or JSON.`},{magic:`SQLite format 3\0`,says:`is an SQLite database. Export the table of users as CSV or JSON.`},{magic:`PAR1`,says:`is a Parquet file. Export the users as CSV or JSON.`},{magic:`7z¼¯'`,says:`is a 7z archive. Unpack it and name the file inside.`},{magic:`Rar!`,says:`is a RAR archive. Unpack it and name the file inside.`},{magic:`BZh`,says:`is compressed with bzip2. Use gzip or zstd, or unpack it.`},{magic:`ý7zXZ\0`,says:`is compressed with xz. Use gzip or zstd, or unpack it.`},{magic:``,says:`is compressed twice. Compress it once.`},{magic:`(µ/ý`,says:`is compressed twice. Compress it once.`},{magic:`ustar`,offset:257,says:`is a tar archive. Unpack it and name the file inside.`},{magic:`age-encryption.org/v1`,says:AGE_WITHIN},{magic:`-----BEGIN AGE ENCRYPTED FILE`,says:AGE_WITHIN},{magic:`ÿþa\0g\0e\0-\0`,says:AGE_REDIRECTED},{magic:`ÿþ-\0-\0-\0-\0-\0B\0E\0G\0I\0N\0 \0A\0G\0E\0`,says:AGE_REDIRECTED},{magic:`-----BEGIN PGP`,says:`is encrypted with PGP. Decrypt it first.`}];
function recogniseForeign(head){
const found=FOREIGN.find(({magic,offset=0})=>head.toString(`latin1`,offset,offset+magic.length)===magic);
if(found===undefined)return null;
const isWorkbook=found.magic.startsWith(`PK`)&&/xl\/|\[Content_Types\]\.xml/.test(head.toString(`latin1`,0,8192));
return isWorkbook?`is an Excel workbook. Save the sheet as CSV (UTF-8).`:found.says}
function recogniseMarkup(text){
const start=text.trimStart().slice(0,64);
if(/^<(!doctype html|html)/i.test(start)){
return`is an HTML page, perhaps a log-in or error page in place of the download. Download the export again.`}
return/^<(\?xml|!--|[a-z][\w:.-]*[\s/>])/i.test(start)?`is XML. Export the users as CSV or JSON.`:null}
;
async function lineOfByte(bytes,encoding,offset){
const wide=encoding===`utf-16le`||encoding===`utf-16be`;
let line=1;
let position=0;
let previousByte=0;
let previousUnit=0;
for await(const chunk of bytes){
for(let at=0;at<chunk.length;at++,position++){
if(position===offset)return line;
const byte=chunk[at]??0;
if(!wide||position%2===1){
const high=encoding===`utf-16le`?byte:previousByte;
const unit=wide?high<<8|(encoding===`utf-16le`?previousByte:byte):byte;
if(unit===13||unit===10&&previousUnit!==13)line++;
previousUnit=unit}
previousByte=byte}}
return line}
var source_layout=__webpack_require__(16195);
;
function guessFormat(text,name,setting){
const format=setting===`auto`?guess(text.trimStart(),extensionOf(name)):setting;
const first=text.trimStart().charAt(0);
if(format===`json`&&first===`{`)return{kind:`object`};
if(format===`json`&&first===`/`){
return{kind:`problem`,problem:`begins with a comment, which JSON does not know. Remove it.`}}
if(format===`json`&&first!==`[`){
return{kind:`problem`,problem:`is no JSON array: it does not begin with [. Check the file, or set format.`}}
if(format===`ndjson`&&first===`[`){
return{kind:`problem`,problem:`is a JSON array, not one object a line. Set format to json or auto.`}}
return{kind:`format`,format}}
function guess(text,extension){
if(extension===`ldif`||extension===`ldf`||beginsLikeLdif(text))return`ldif`;
if(text.startsWith(`[`)&&(extension!==`csv`||/^\[\s*[\]{]/.test(text)))return`json`;
if(text.startsWith(`{`)){
const firstLine=/^[^\r\n]*/.exec(text)?.[0]??``;
if(isJson(firstLine))return`ndjson`;
return byExtension(extension)??`json`}
return byExtension(extension)??`csv`}
function beginsLikeLdif(text){
for(const line of text.slice(0,16384).split(/\r?\n/)){
if(line===``||/^[# ]|^version:/.test(line))continue;
return/^dn::? ?\S/.test(line)}
return false}
function byExtension(extension){
if(extension===`json`||extension===`csv`)return extension;
return extension===`ndjson`||extension===`jsonl`?`ndjson`:undefined}
function extensionOf(name){
return/\.([a-z]+)(?:\.(?:gz|zst))?(?:\.age)?$/i.exec(name)?.[1]?.toLowerCase()??``}
function isJson(text){
try{
JSON.parse(text);
return true}catch{
return false}}
var nesting=__webpack_require__(28167);
;
const REMEMBERED=100;
const DEEPEST_LIST=32;
async function outlineJson(texts,wanted){
const{Tokenizer,TokenType}=await __webpack_require__.e(497).then(__webpack_require__.bind(__webpack_require__,75497));
const tokenizer=new Tokenizer;
const levels=[];
const keys=[];
const lists=[];
const elementKeys=[];
let element=null;
let kind=`other`;
let list=null;
let done=false;
let keyComes=false;
const path=()=>levels.map(({step})=>step);
const open=level=>{
done||=levels.length===nesting.F;
const here=levels.length>DEEPEST_LIST?[]:path();
if(levels.length===0){
kind=kind===`other`?level.kind:kind===`object`&&level.kind===`object`?`objects`:kind;
done||=kind===`objects`}else if(level.kind===`array`){
list=wanted.find(each=>isSame(each,here))??null;
done=list!==null}else if(here.at(-1)===`[]`&&here.length>1&&lists.length<REMEMBERED){
const owner=here.slice(0,-1);
if(!lists.some(each=>isSame(each,owner)))lists.push(owner);
element??=level}
levels.push(level);
keyComes=level.kind===`object`};
const close=()=>{
levels.pop();
keyComes=false;
if(kind===`array`&&levels.length<=1)done=true};
tokenizer.onToken=({token,value})=>{
if(done)return;
const level=levels.at(-1);
switch(token){case TokenType.LEFT_BRACE:return open({kind:`object`,step:``});case TokenType.LEFT_BRACKET:return open({kind:`array`,step:`[]`});case TokenType.RIGHT_BRACE:case TokenType.RIGHT_BRACKET:return close();case TokenType.COMMA:keyComes=level?.kind===`object`;return;case TokenType.STRING:if(!keyComes||level===undefined)return;level.step=String(value);keyComes=false;if(levels.length===1&&keys.length<REMEMBERED)keys.push(level.step);if(level===element&&elementKeys.length<REMEMBERED)elementKeys.push(level.step);return;default:}};
try{
for await(const text of texts){
tokenizer.write(text);
if(done)break}}catch(error){
if(error instanceof input_error.d)throw error}
return{list,kind,keys,lists,elementKeys}}
function isSame(a,b){
return a.length===b.length&&a.every((step,index)=>step===b[index])}
;
async function tellFormat(text,name,wanted,{layout,recognise},again){
const guess=guessFormat(text,name,wanted);
if(guess.kind===`problem`)throw new input_error.d([`${name} ${guess.problem}`]);
const format=guess.kind===`object`?`json`:guess.format;
const isDocument=format===`json`||wanted===`auto`&&text.trimStart().startsWith(`{`);
if(!isDocument||layout.records.length===0&&guess.kind!==`object`)return{format,list:null};
const outline=await outlineJson(again(),layout.records);
if(outline.list!==null)return{format:`json`,list:outline.list};
if(outline.kind===`objects`&&wanted===`auto`)return{format:`ndjson`,list:null};
const isOne=guess.kind===`object`||outline.kind===`object`&&/\.json(?:\.|$)/i.test(name);
if(!isOne)return{format,list:null};
const what=layout.records.length===0?`is one JSON object, not a list of records.`:`has none of the lists ${layout.records.map(listText).join(`, `)} that the mapping expects.`;
const[inside]=outline.lists;
const advice=inside===undefined?`Write an array of objects, or one object a line (ndjson).`:`Its list ${listText(inside)} holds objects: if these are the records, say so in the mapping with source: { records: ${listText(inside)} }.`;
const known=recognise?.({document:outline.keys,keys:outline.elementKeys,lists:outline.lists});
throw new input_error.d([[`${name} ${what}`,known??advice].join(` `)])}
function listText(list){
return list.join(`.`).replaceAll(`.[]`,`[]`)}
;
const HEAD_BYTES=256*1024;
async function inspectFile(found,settings){
const handle=await openFile(found);
try{
const{size,mtimeMs}=await handle.stat();
const hash=(0,external_node_crypto_.createHash)(`sha256`);
let bytes=0;
const disk=tapped(handle,chunk=>{
hash.update(chunk);
bytes+=chunk.length});
const{encrypted,compression,bytes:plain}=await plainBytes(disk,settings.exportKey,found.name);
const look=await lookThrough(plain,found.name,settings.encoding);
if(bytes!==size)throw new input_error.d([`${found.name} changed while it was read. Wait until it is complete.`]);
const encoding=await settleEncoding(look,found,settings.exportKey);
const again=()=>textOf(found,settings.exportKey,encoding);
const{skip,list,...content}=await tellContent(look,encoding,found.name,settings,again);
const file={...found,...content,encrypted,compression,encoding,bytes,sha256:hash.digest(`hex`)};
return{file,modifiedMs:mtimeMs,skip,list}}finally{
await handle.close()}}
async function*tapped(handle,tap){
for await(const chunk of diskBytes(handle)){
tap(chunk);
yield chunk}}
async function lookThrough(plain,name,setting){
const iterator=plain[Symbol.asyncIterator]();
try{
let head=Buffer.alloc(0);
let step=await iterator.next();
for(;!step.done&&head.length<HEAD_BYTES;step=await iterator.next())head=Buffer.concat([head,step.value]);
const whole=step.done===true;
const foreign=recogniseForeign(head);
if(foreign!==null)throw new input_error.d([`${name} ${foreign}`]);
const guess=guessEncoding(head,setting);
if(guess.kind===`problem`)throw new input_error.d([`${name} ${guess.problem}`]);
const encoding=guess.kind===`certain`?guess.encoding:`open`;
const check=byteCheck(encoding);
check.push(head);
for(;!step.done;step=await iterator.next())check.push(step.value);
return{head,whole,encoding,...check.finish()}}finally{
await iterator.return?.()}}
async function settleEncoding(look,found,key){
const encoding=look.encoding===`open`&&look.invalidAt!==null&&!look.multiByte?`windows-1252`:look.encoding;
const settled=encoding===`open`?`utf-8`:encoding;
if(look.nulAt!==null){
const line=await lineAt(look.nulAt,settled,found,key);
throw new input_error.d([`${found.name}:${line}: there is a NUL character. The file is damaged or no text: create or transfer it again.`])}
if(look.encoding===`open`&&settled===`windows-1252`&&look.undefinedAt!==null){
const line=await lineAt(look.undefinedAt,settled,found,key);
throw new input_error.d([`${found.name}:${line}: there are bytes that are neither utf-8 nor windows-1252. It may be in a code page of DOS or of an old Mac: write it again as UTF-8, or set encoding if you know better.`])}
if(look.invalidAt===null||settled===`windows-1252`)return settled;
const line=await lineAt(look.invalidAt,settled,found,key);
const advice=look.multiByte?`Other parts of the file are valid: it mixes encodings. Write it again in one, or set encoding if you know better.`:`Write the file again, or set encoding to the one it has.`;
throw new input_error.d([`${found.name}:${line}: there are bytes that are not ${settled}. ${advice}`])}
async function lineAt(offset,encoding,found,key){
const handle=await openFile(found);
try{
const{bytes}=await plainBytes(diskBytes(handle),key,found.name);
return await lineOfByte(bytes,encoding,offset)}finally{
await handle.close()}}
async function*textOf(found,key,encoding){
const handle=await openFile(found);
try{
const{bytes}=await plainBytes(diskBytes(handle),key,found.name);
yield*decode(bytes,encoding)}finally{
await handle.close()}}
async function tellContent(look,encoding,name,settings,again){
const{layout=source_layout.g}=settings;
const text=decodeHead(look.head,encoding);
if(text.trim()===``&&look.whole)throw new input_error.d([`${name} is empty.`]);
const markup=recogniseMarkup(text);
if(markup!==null)throw new input_error.d([`${name} ${markup}`]);
const wanted=settings.format===`auto`?layout.format:settings.format;
const guess=await tellFormat(text,name,wanted,{...settings,layout},again);
if(guess.format!==`csv`)return{...guess,delimiter:null,columns:null,skip:0};
const{header}=layout;
const delimiter=settings.delimiter===`auto`?await guessDelimiter(text,look.whole,header):settings.delimiter;
if(delimiter===null)throw new input_error.d([`${name}:1: sep= names a delimiter that is not known. Use , ; | or a tab.`]);
const{columns,skip,problems}=await readHeader(text,{name,delimiter},look.whole,header);
if(problems.length>0)throw new input_error.d(problems);
if(!look.whole)await followQuotes(again(),{name,delimiter});
return{...guess,delimiter,columns,skip}}
;
class LinePieces{
#line=1;
#previous=0;
*cut(bytes){
let start=0;
for(let at=0;at<bytes.length;at++){
const byte=bytes[at]??0;
if(this.#previous===10||this.#previous===13&&byte!==10){
if(at>start)yield{line:this.#line,bytes:bytes.subarray(start,at)};
this.#line++;
start=at}
this.#previous=byte}
if(start<bytes.length)yield{line:this.#line,bytes:bytes.subarray(start)}}}
;
const ndjson_LINE_LIMIT=16*1024*1024;
const ndjson_CHUNK_RECORDS=1e3;
async function*ndjsonRecords(texts,file,row){
let next=row;
let line=1;
let rest=[];
let restLength=0;
let chunk=[];
const take=text=>{
if(text.trim()!==``)chunk.push({row:next++,file:file.index,line,body:ndjson_bodyOf(text)});
line++};
for await(const text of texts){
let start=0;
for(let end=text.indexOf(`
`);end!==-1;end=text.indexOf(`
`,start)){
const piece=text.slice(start,end);
take(rest.length===0?piece:rest.join(``)+piece);
rest=[];
restLength=0;
start=end+1;
if(chunk.length<ndjson_CHUNK_RECORDS)continue;
yield chunk;
chunk=[]}
rest.push(text.slice(start));
restLength+=text.length-start;
if(restLength>ndjson_LINE_LIMIT)throw tooLong(file.name,line);
if(chunk.length>0)yield chunk;
chunk=[]}
take(rest.join(``));
if(chunk.length>0)yield chunk}
function jsonBody(value){
if(!isObject(value))return{kind:`broken`,problem:NO_OBJECT};
return(0,nesting.f)(value)?{kind:`broken`,problem:TOO_DEEP}:{kind:`object`,object:value}}
function ndjson_bodyOf(text){
try{
return jsonBody(JSON.parse(text))}catch{
return{kind:`broken`,problem:NO_JSON}}}
function isObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
const NO_OBJECT={code:`record.json`,field:null,message:`The record is JSON, but no object.`,hint:`Every record must be an object: names in quotes with their values, in braces.`};
const TOO_DEEP={code:`record.json`,field:null,message:`The record holds lists or objects in each other more than 100 levels deep.`,hint:`Remove what is nested so deeply from the export, or have it written as text.`};
const NO_JSON={code:`record.json`,field:null,message:`The line is no JSON.`,hint:`Every line must hold exactly one complete JSON object; look at the end of the line for a part that is cut off.`};
function tooLong(name,line){
return new input_error.d([`${name}:${line}: this line is longer than 16 MiB. Check that the file holds one JSON object a line; for one JSON array set format to json.`])}
;
const json_RECORD_LIMIT=16*1024*1024;
const TOP_LEVEL_ARRAY=`$.*`;
async function*jsonRecords(texts,file,row,list=null){
const path=list===null?TOP_LEVEL_ARRAY:selectorOf(list);
const{JSONParser,TokenType}=await __webpack_require__.e(497).then(__webpack_require__.bind(__webpack_require__,75497));
const parser=new JSONParser({paths:[path],keepStack:false,stringBufferSize:64*1024});
const recordDepth=path.split(`.`).length-1;
let chunk=[];
let next=row;
let depth=0;
let line=1;
let bytesRead=0;
let startLine=1;
let startByte=0;
let tokenByte=0;
parser.onToken=({token})=>{
tokenByte=bytesRead;
if(token===TokenType.LEFT_BRACE||token===TokenType.LEFT_BRACKET){
if(depth++!==recordDepth)return;
startLine=line;
startByte=bytesRead}else if(token===TokenType.RIGHT_BRACE||token===TokenType.RIGHT_BRACKET)depth--};
parser.onValue=({value})=>{
const begins=typeof value===`object`&&value!==null?startLine:line;
chunk.push({row:next++,file:file.index,line:begins,body:jsonBody(value)})};
const pieces=new LinePieces;
for await(const text of texts){
for(const piece of pieces.cut(Buffer.from(text))){
line=piece.line;
feed(parser,piece.bytes,file.name,line);
bytesRead+=piece.bytes.length;
if(depth>nesting.F)throw tooDeep(file.name,line)}
if(depth>recordDepth&&bytesRead-startByte>json_RECORD_LIMIT)throw json_tooLong(file.name,startLine);
if(bytesRead-tokenByte>json_RECORD_LIMIT)throw json_tooLong(file.name,line);
if(chunk.length>0)yield chunk;
chunk=[]}
if(!parser.isEnded)throw endsEarly(file.name,line)}
function selectorOf(list){
return[`$`,...list.map(step=>step===`[]`?`*`:step),`*`].join(`.`)}
function feed(parser,bytes,name,line){
try{
parser.write(bytes)}catch(error){
throw invalid(name,line,error instanceof Error&&error.message.startsWith(`Unexpected "/"`))}}
function invalid(name,line,comment){
const what=comment?`JSON knows no comments. Remove them.`:`this is not valid JSON. Look for a missing or extra comma, quote or bracket here or just before.`;
return new input_error.d([`${name}:${line}: ${what}`])}
function endsEarly(name,line){
return new input_error.d([`${name}:${line}: the file ends here, but its JSON does not. It was cut off: create or transfer it again.`])}
function tooDeep(name,line){
return new input_error.d([`${name}:${line}: here lists or objects stand in each other more than ${nesting.F} levels deep. That is no export of users: create it again.`])}
function json_tooLong(name,line){
return new input_error.d([`${name}:${line}: the record that starts here is longer than 16 MiB. Check that the file is an array of records.`])}
;
const ENTRY_LIMIT=16*1024*1024;
const ldif_CHUNK_RECORDS=1e3;
const TRAILER=/^(?:search|result|ref|control|numResponses|numEntries):/;
async function*ldifRecords(texts,file,row){
const entry=new EntryLines;
let next=row;
let line=1;
let rest=``;
let chunk=[];
const take=text=>{
if(text!==``)entry.add(text,line);else if(entry.holds)close();
line++;
if(entry.length>ENTRY_LIMIT)throw ldif_tooLong(file.name,entry.line)};
const close=()=>{
const body=ldif_bodyOf(entry.lines);
if(body!==null)chunk.push({row:next++,file:file.index,line:entry.line,body});
entry.clear()};
for await(const text of texts){
const pieces=(rest+text).split(`
`);
rest=pieces.pop()??``;
if(rest.length>ENTRY_LIMIT)throw ldif_tooLong(file.name,line);
for(const piece of pieces){
take(piece.endsWith(`\r`)?piece.slice(0,-1):piece);
if(chunk.length<ldif_CHUNK_RECORDS)continue;
yield chunk;
chunk=[]}}
if(rest!==``)take(rest.endsWith(`\r`)?rest.slice(0,-1):rest);
if(entry.holds)close();
if(chunk.length>0)yield chunk}
class EntryLines{
lines=[];
line=1;
length=0;
#inComment=false;
get holds(){
return this.lines.length>0}
add(text,line){
const folded=text.startsWith(` `);
this.#inComment=folded?this.#inComment:text.startsWith(`#`);
if(this.#inComment)return;
if(!folded&&this.lines.length===0)this.line=line;
if(folded&&this.lines.length>0)this.lines.push((this.lines.pop()??``)+text.slice(1));else this.lines.push(text);
this.length+=text.length}
clear(){
this.lines=[];
this.length=0;
this.#inComment=false}}
function ldif_bodyOf(lines){
const content=lines.filter(line=>!/^version:\s*\d+\s*$/i.test(line));
if(content.length===0||content.every(line=>TRAILER.test(line)))return null;
const object={};
for(const line of content){
const[,name=``,mark,text=``]=/^([A-Za-z0-9][\w.;-]*):([:<]?) *(.*)$/s.exec(line)??[];
if(name===``)return broken(`A line of the entry is neither an attribute nor the rest of one.`);
if(mark===`<`)return broken(`A value of the entry stands in another file.`);
const value=mark===`:`?decoded(text,name):text;
const key=name.toLowerCase();
if(key===`changetype`&&value!==`add`)return broken(`The entry is a change, not a user.`);
if(key===`dn`)object.dn=value;else if(value!==null)append(object,key,key===`objectclass`?value.toLowerCase():value)}
return object.dn===undefined?broken(`The entry has no dn.`):{kind:`object`,object}}
function append(object,key,value){
const list=Object.hasOwn(object,key)?object[key]:undefined;
if(Array.isArray(list))list.push(value);else object[key]=[value]}
function decoded(text,name){
const bytes=Buffer.from(text,`base64`);
if(/^objectguid$/i.test(name)&&bytes.length===16)return uuidOf(bytes);
return(0,external_node_buffer_.isUtf8)(bytes)&&!bytes.includes(0)?bytes.toString(`utf8`):null}
function uuidOf(bytes){
const hex=Buffer.concat([Buffer.from(bytes.subarray(0,4)).reverse(),Buffer.from(bytes.subarray(4,6)).reverse(),Buffer.from(bytes.subarray(6,8)).reverse(),bytes.subarray(8)]).toString(`hex`);
return`${hex.slice(0,8)}-${hex.slice(8,12)}-${hex.slice(12,16)}-${hex.slice(16,20)}-${hex.slice(20)}`}
function broken(message){
const hint=`Export whole entries, with all their values in the file (ldapsearch -LLL, slapcat).`;
const problem={code:`record.ldif`,field:null,message,hint};
return{kind:`broken`,problem}}
function ldif_tooLong(name,line){
return new input_error.d([`${name}:${line}: the entry that starts here is longer than 16 MiB. Check that the file is LDIF, with blank lines between entries.`])}
;
async function openExport(options){
const inspected=[];
const problems=[];
const found=await listFiles(options.cwd,options.patterns);
const leftOut=await pathsOf(options.cwd,options.leaveOut??[]);
for(const file of found.filter(({path})=>!leftOut.has(path))){
try{
inspected.push(await inspectFile(file,options))}catch(error){
if(!(error instanceof input_error.d))throw error;
problems.push(...error.problems)}}
if(inspected.length===0&&problems.length===0)problems.push("No export is left: all files that `export` names belong to joins of the mapping.");
if(problems.length>0)throw new input_error.d(problems);
return{files:inspected.map(({file})=>file),records:()=>readAll(inspected,options.exportKey)}}
async function pathsOf(cwd,patterns){
const lists=await Promise.allSettled(patterns.map(pattern=>listFiles(cwd,pattern)));
return new Set(lists.flatMap(list=>list.status===`fulfilled`?list.value.map(({path})=>path):[]))}
async function*readAll(inspected,key){
let row=1;
for(const[index,file]of inspected.entries()){
for await(const records of readFile(file,key,index,row)){
row+=records.length;
yield records}}}
async function*readFile(inspected,key,index,row){
const{file}=inspected;
const handle=await openFile(file);
try{
const refuseChanged=async()=>{
const{size,mtimeMs}=await handle.stat();
if(size===file.bytes&&mtimeMs===inspected.modifiedMs)return;
throw new input_error.d([`${file.name} changed after it was inspected. Start again once it is complete.`])};
await refuseChanged();
const{bytes}=await plainBytes(diskBytes(handle),key,file.name);
yield*parse(decode(bytes,file.encoding),inspected,index,row);
await refuseChanged()}finally{
await handle.close()}}
function parse(texts,{file,skip,list},index,row){
const{name,delimiter,columns}=file;
switch(file.format){case`csv`:return csvRecords(texts,{name,index,delimiter:delimiter??`,`,columns:columns??[],skip},row);case`ndjson`:return ndjsonRecords(texts,{name,index},row);case`ldif`:return ldifRecords(texts,{name,index},row);case`json`:return jsonRecords(texts,{name,index},row,list)}}}),16195:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>PLAIN_LAYOUT});
const PLAIN_LAYOUT={format:`auto`,records:[],header:{kind:`first`}}}),96461:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{R:()=>compareWithState,l:()=>wholeOf});
var external_node_crypto_=__webpack_require__(77598);
var known_user=__webpack_require__(65678);
var identity_keys=__webpack_require__(70106);
;
class RowRanges{
#onRun;
#first=0;
#other=0;
#length=0;
constructor(onRun){
this.#onRun=onRun}
add(first,other){
if(this.#length>0&&first===this.#first+this.#length&&other===this.#other+this.#length){
this.#length++;
return}
this.end();
this.#first=first;
this.#other=other;
this.#length=1}
end(){
if(this.#length>0)this.#onRun(this.#first,this.#other,this.#length);
this.#length=0}}
;
const CHUNK=1e3;
function wholeOf(fingerprint,createOnly){
const list=JSON.stringify(createOnly);
return body=>fingerprint(body+list)}
async function compareWithState(options){
const{ledger,known,fingerprint,leaveOut,signal}=options;
const rows=ledger.db.prepare(`
    SELECT row, whole FROM row WHERE row > ? AND state = 'planned' ORDER BY row LIMIT ${CHUNK}
  `);
const bodyOf=ledger.db.prepare(`SELECT body FROM user WHERE row = ?`);
const setUnchanged=ledger.db.prepare(`UPDATE row SET state = 'unchanged' WHERE row BETWEEN ? AND ?`);
const rewrite=ledger.db.prepare(`UPDATE user SET body = ? WHERE row = ?`);
const users=(0,external_node_crypto_.createHash)(`sha256`);
const counts={new:0,changed:0,unchanged:0};
const runs=new RowRanges((row,id,length)=>{
known.markPresent(id,id+length-1,row-id);
if(leaveOut)setUnchanged.run(row,row+length-1)});
const take=(row,whole)=>{
const follower=known.follower(whole);
if(follower!==null){
counts.unchanged++;
runs.add(row,follower);
if(!leaveOut)known.addFreshAsKnown(row,whole,follower);
return}
const body=bodyOf.get(row)?.body;
const verdict=judge({row,whole,user:JSON.parse(body)},options);
counts[verdict.kind]++;
if(verdict.kind===`unchanged`&&leaveOut){
setUnchanged.run(row,row);
return}
const sent=verdict.update===null||!leaveOut?body:JSON.stringify(verdict.update);
if(sent!==body)rewrite.run(sent,row);
users.update(`${sent}\n`)};
for(let last=0;;){
signal.throwIfAborted();
const chunk=rows.all(last);
if(chunk.length===0)break;
ledger.transaction(()=>{
for(const{row,whole}of chunk){
last=row;
take(row,whole)}
runs.end()});
await new Promise(resolve=>setImmediate(resolve))}
markOthersPresent(ledger,known,fingerprint);
return{...counts,users:users.digest(`hex`)}}
function judge({row,whole,user},{known,fingerprint,createOnly,leaveOut}){
const faces=(0,known_user.mU)(user,createOnly);
const content=fingerprint(faces.content);
const password=faces.password===null?null:fingerprint(faces.password);
const sub=(0,identity_keys.wd)(user)??null;
const bySub=sub===null?undefined:known.bySub(sub);
const ids=bySub!==undefined&&leaveOut?null:idsOf(user,fingerprint);
const found=bySub??likeliest(findByIds(ids??[],known),password);
const[knownSub,knownContent,knownPassword]=found?.faces??NOBODY;
const isSame=found!==undefined&&(sub===null||knownSub===null||knownSub===sub);
const remember=(id,other)=>{
const fresh=[sub,content,password,ids??idsOf(user,fingerprint)];
known.addFresh({row,whole,faces:fresh,known:id,other})};
if(!isSame){
if(found!==undefined)known.markPresentByIdentifier(found.id,row);
remember(null,found?.id??null);
return{kind:`new`,update:null}}
known.markPresent(found.id,found.id,row-found.id);
const samePassword=knownPassword===password;
const isUnchanged=samePassword&&knownContent===content;
if(isUnchanged)known.renew(found.id,whole);
if(!isUnchanged||!leaveOut)remember(found.id,null);
if(isUnchanged)return{kind:`unchanged`,update:null};
return{kind:`changed`,update:(0,known_user.Wx)(user,createOnly,!samePassword)}}
const NOBODY=[null,``,null,[]];
function idsOf(user,fingerprint){
return(0,identity_keys.NZ)(user).filter(key=>!key.startsWith(`sub:`)).map(fingerprint)}
function findByIds(ids,known){
const found=new Map;
for(const id of ids){
const user=known.byId(id);
if(user!==undefined&&!found.has(user.id))found.set(user.id,user)}
return[...found.values()]}
function likeliest(users,password){
return users.find(({faces})=>password!==null&&faces[2]===password)??users[0]}
function markOthersPresent(ledger,known,fingerprint){
const others=ledger.db.prepare(`
    SELECT row, coalesce(body, row.identifiers) AS user FROM row LEFT JOIN user USING (row)
    WHERE row > ? AND state IN ('invalid', 'skipped', 'duplicate') ORDER BY row LIMIT ${CHUNK}
  `);
for(let last=0;;){
const chunk=others.all(last);
if(chunk.length===0)return;
ledger.transaction(()=>{
for(const{row,user:json}of chunk){
last=row;
const user=JSON.parse(json);
const sub=(0,identity_keys.wd)(user);
const bySub=sub===undefined?undefined:known.bySub(sub);
if(bySub!==undefined)known.markLeftOut(bySub.id,row);else for(const{id}of findByIds(idsOf(user,fingerprint),known))known.markPresentByIdentifier(id,row)}})}}}),89320:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{CK:()=>writeSealed,Je:()=>BrokenSeal,KI:()=>readSeal,j5:()=>openSealed});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
var node_fs__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(73024);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(51455);
var node_stream__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(57075);
var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(46466);
var node_zlib__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(38522);
class BrokenSeal extends Error{
constructor(message,options){
super(message,options);
this.name=`BrokenSeal`}}
const MAGIC=`cidaas-migrate sealed file 1
`;
const TAG_BYTES=16;
const SALT_BYTES=16;
const NONCE=Buffer.alloc(12);
const HEADER_LIMIT=4096;
async function writeSealed(path,seal,keys,lines){
const salt=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(SALT_BYTES);
const header=Buffer.from(`${MAGIC}${JSON.stringify({...seal,salt:salt.toString(`base64`)})}\n`);
const cipher=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)(`aes-256-gcm`,keys.ofFile(salt),NONCE);
cipher.setAAD(header);
const part=`${path}.part`;
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part,{force:true});
const file=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(part,{flags:`wx`,mode:384});
file.write(header);
await(0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(lines),(0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.createZstdCompress)(),cipher,file,{end:false});
await new Promise((done,fail)=>file.end(cipher.getAuthTag(),error=>error?fail(error):done()));
const written=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part,`r+`);
await written.sync().finally(()=>written.close());
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part,path)}
async function readSeal(path){
return(await readHeader(path)).seal}
async function openSealed(path,keys){
const{header,salt}=await readHeader(path);
const key=keys.ofFile(salt);
await verify(path,header,key);
return{async*lines(){
const{body,decipher}=await openBody(path,header,key);
const unpacked=(0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.createZstdDecompress)();
const read=(0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(body,decipher,unpacked);
read.catch(()=>undefined);
yield*linesOf(unpacked.setEncoding(`utf8`));
await read}}}
async function verify(path,header,key){
try{
const{body,decipher}=await openBody(path,header,key);
await(0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(body,decipher,new node_stream__WEBPACK_IMPORTED_MODULE_3__.Writable({write:(_chunk,_encoding,done)=>done()}))}catch(cause){
throw new BrokenSeal(`it was not sealed with this key, or it was damaged or changed`,{cause})}}
async function*linesOf(texts){
let rest=``;
for await(const text of texts){
const lines=(rest+text).split(`
`);
rest=lines.pop()??``;
if(lines.length>0)yield lines}
if(rest!==``)yield[rest]}
async function readHeader(path){
const file=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path,`r`);
try{
const{buffer,bytesRead}=await file.read(Buffer.alloc(HEADER_LIMIT),0,HEADER_LIMIT,0);
const end=buffer.indexOf(10,MAGIC.length)+1;
const header=buffer.subarray(0,end);
if(end===0||end>bytesRead||!header.toString(`utf8`).startsWith(MAGIC))throw new BrokenSeal(`it is no sealed file of this tool`);
const{salt,...seal}=parseHeader(header.toString(`utf8`).slice(MAGIC.length));
return{seal,header:Buffer.from(header),salt:Buffer.from(salt,`base64`)}}finally{
await file.close()}}
function parseHeader(json){
let header;
try{
header=JSON.parse(json)}catch(cause){
throw new BrokenSeal(`its header cannot be read`,{cause})}
if(!isHeader(header))throw new BrokenSeal(`its header is not one of this tool`);
return header}
function isHeader(header){
if(typeof header!==`object`||header===null)return false;
const fields={...header};
const texts=[`kind`,`repository`,`workflow`,`tenant`,`runId`,`writtenAt`,`salt`];
return texts.every(name=>typeof fields[name]===`string`)&&typeof fields.version===`number`}
async function openBody(path,header,key){
const{size}=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path);
const end=size-TAG_BYTES;
if(end<header.length)throw new BrokenSeal(`it is cut off`);
const file=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path,`r`);
const tag=Buffer.alloc(TAG_BYTES);
await file.read(tag,0,TAG_BYTES,end).finally(()=>file.close());
const decipher=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)(`aes-256-gcm`,key,NONCE);
decipher.setAAD(header).setAuthTag(tag);
return{body:(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path,{start:header.length,end:end-1}),decipher}}}),17236:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{p:()=>TenantUnavailable,x:()=>TenantRefused});
class TenantRefused extends Error{
error;
status;
hint;
constructor(error,status,options){
super(describe(`The tenant gave no access token`,error,status),options);
this.name=`TenantRefused`;
this.error=error;
this.status=status;
this.hint=hintFor(error,status)}}
class TenantUnavailable extends Error{
error;
status;
retryAfterMs;
constructor(error,status,retryAfterMs,options){
super(describe(`No access token could be had`,error,status),options);
this.name=`TenantUnavailable`;
this.error=error;
this.status=status;
this.retryAfterMs=retryAfterMs}}
function describe(what,error,status){
const http=status===null?``:` (HTTP ${status}, ${error.code})`;
const reference=error.reference===null?``:` Reference ${error.reference}.`;
const end=/[.!?…]$/.test(error.message)?``:`.`;
return`${what}${http}: ${error.message}${end}${reference}`}
function hintFor({code},status){
switch(code){case`tenant.invalid_client`:case`tenant.unauthorized`:return`Check client-id and client-secret, and that they belong to this tenant.`;case`tenant.unauthorized_client`:case`tenant.unsupported_grant_type`:return`Allow the grant type client_credentials for this app: its type must be NON_INTERACTIVE.`;case`tenant.invalid_scope`:case`tenant.forbidden`:return`Give the app the scope cidaas:bulk_user_create.`;case`tenant.redirected`:return`If the tenant has a domain of its own, try that one in tenant-url.`;case`tenant.certificate`:return`Name the PEM file of your own certificate authority in NODE_EXTRA_CA_CERTS, or check the host in tenant-url.`;case`tenant.proxy`:return`Check HTTPS_PROXY and NO_PROXY.`;default:return status===404||status===405?`Check tenant-url: this host does not serve the cidaas API.`:`Check tenant-url, client-id and client-secret.`}}}),54313:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Jb:()=>retryPolicy,PS:()=>isRetryableStatus,jo:()=>backoffMs,mu:()=>parseRetryAfter});
function retryPolicy(maxAttempts){
return{maxAttempts,baseMs:500,capMs:3e4}}
const RETRY_AFTER_CAP_MS=6e5;
function isRetryableStatus(status){
if(status===408||status===425||status===429)return true;
return status>=500&&status<=599&&status!==501&&status!==505&&status!==507}
function backoffMs(policy,attempt,random){
return Math.floor(random()*Math.min(policy.capMs,policy.baseMs*2**(attempt-1)))}
function parseRetryAfter(value,nowMs){
const text=value?.trim()??``;
const ms=/^\d+(\.\d+)?$/.test(text)?Number(text)*1e3:httpDate(text)-nowMs;
return Number.isNaN(ms)?null:Math.min(Math.max(Math.ceil(ms),0),RETRY_AFTER_CAP_MS)}
function httpDate(text){
if(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*, \d{2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/i.test(text))return Date.parse(text);
if(/^(mon|tue|wed|thu|fri|sat|sun) [a-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/i.test(text))return Date.parse(`${text} GMT`);
return Number.NaN}}),38322:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>parseTenantUrl,U:()=>isLoopback});
function parseTenantUrl(text){
const url=parse(text.trim());
const faults=url===null?[`cannot be read as a URL`]:faultsOf(text.trim(),url);
if(url!==null&&faults.length===0)return{origin:url.origin};
return{problem:`${faults.join(`; `)}. Write only scheme and host, like https://acme.cidaas.de`}}
function isLoopback(hostname){
return hostname===`localhost`||hostname===`[::1]`||/^127\.\d+\.\d+\.\d+$/.test(hostname)}
function parse(text){
if(!/^https?:\/\/[^/\\]/i.test(text)||/[\s\\]/.test(text))return null;
return URL.parse(text)}
function faultsOf(text,url){
const loopback=isLoopback(url.hostname);
const faults=[];
if(url.protocol===`http:`&&!loopback)faults.push(`must begin with https, or the client secret travels in the clear`);
if(text.includes(`@`))faults.push(`must not hold credentials, which belong in client-id and client-secret`);
if(url.port!==``&&!loopback)faults.push(`must not name a port other than 443`);
if(url.pathname!==`/`)faults.push(`must not have a path`);
if(text.includes(`?`))faults.push(`must not have a query`);
if(text.includes(`#`))faults.push(`must not have a fragment`);
return faults}}),18944:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{BP:()=>logLine,D9:()=>markdownCode,FV:()=>escapeMarkdown,GO:()=>escapeJson,RK:()=>visible,ZD:()=>escapeHtml,eC:()=>scriptJson,iQ:()=>markdownLink,ml:()=>shorten,rK:()=>csvCell});
const STEERING=/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u3164\uffa0\u{e0000}-\u{e00ff}]/gu;
const SHORT={"\n":`\\n`,"\r":`\\r`,"	":`\\t`};
function visible(text){
return text.replace(STEERING,character=>SHORT[character]??unicodeEscape(character))}
function unicodeEscape(character){
const hex=(character.codePointAt(0)??0).toString(16);
return hex.length>4?`\\u{${hex}}`:`\\u${hex.padStart(4,`0`)}`}
function escapeHtml(text){
return visible(text).replace(/[&<>"'`]/g,reference)}
const MARKDOWN=/[&<>\\`*[\]|~$@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?![\s\d]|$)|(?<=www)\./gi;
function escapeMarkdown(text){
return visible(text).replace(MARKDOWN,character=>{
return/[@#]/.test(character)?`${reference(character)}&#8203;`:reference(character)})}
function markdownCode(text){
const safe=visible(text).replace(MARKDOWN,reference);
return safe.trim()===``?``:`<code>${safe}</code>`}
function reference(character){
return`&#${character.charCodeAt(0)};`}
function markdownLink(text,address){
if(!/^(?:https?:\/\/|\.{0,2}\/(?!\/))[!-~]*$/i.test(address))return escapeMarkdown(text);
const safe=address.replace(/[<>()[\]"'`\\|*_]/g,character=>`%${character.charCodeAt(0).toString(16).padStart(2,`0`)}`);
return`[${escapeMarkdown(text)}](${safe})`}
function csvCell(value){
if(value===null)return``;
if(typeof value===`number`)return String(value);
const tame=visible(value.replace(/^(?=[\s"']*[=+\-@＝＋－＠\t\r\n])/u,`'`)).replace(/;[\s"']*(?=[=+\-@＝＋－＠])/gu,separator=>`${separator}'`);
return/[",;]|^\s|\s$/.test(tame)?`"${tame.replaceAll(`"`,`""`)}"`:tame}
function logLine(text){
return visible(text).replace(/:(?=:)/g,`: `).replace(/##(?=\[)/g,`# #`)}
function escapeJson(json){
return json.replace(STEERING,character=>{
if(character===`
`)return character;
const units=Array.from({length:character.length},(_,at)=>character.charCodeAt(at));
return units.map(unit=>`\\u${unit.toString(16).padStart(4,`0`)}`).join(``)})}
function scriptJson(value){
return escapeJson(JSON.stringify(value)).replace(/[<>]/g,character=>character===`<`?`\\u003c`:`\\u003e`)}
function shorten(text,characters){
if(text.length<=characters)return text;
const points=Array.from(text.slice(0,characters*2));
if(points.length<=characters&&text.length<=characters*2)return text;
return`${points.slice(0,characters-1).join(``)}…`}}),4581:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{a:()=>didYouMean,p:()=>nearest});
function nearest(name,candidates){
const wanted=plain(name);
let best=null;
let bestDistance=Math.max(2,Math.floor(wanted.length/3))+1;
for(const candidate of candidates){
const whole=distance(wanted,plain(candidate),bestDistance);
const tail=candidate.slice(candidate.lastIndexOf(`.`)+1);
const part=tail===candidate?whole:distance(wanted,plain(tail),bestDistance)+.5;
const found=Math.min(whole,part);
if(found<bestDistance){
best=candidate;
bestDistance=found}}
return best}
function didYouMean(name,candidates){
const found=nearest(name,candidates);
return found===null?``:` Did you mean "${found}"?`}
function plain(name){
return name.toLowerCase().replace(/[\s_-]/g,``)}
function distance(a,b,limit){
if(Math.abs(a.length-b.length)>=limit)return limit;
let before=[];
let previous=Array.from({length:b.length+1},(_,j)=>j);
for(let i=1;i<=a.length;i+=1){
const current=[i];
for(let j=1;j<=b.length;j+=1){
const same=a[i-1]===b[j-1]?0:1;
let cost=Math.min((previous[j]??0)+1,(current[j-1]??0)+1,(previous[j-1]??0)+same);
if(i>1&&j>1&&a[i-1]===b[j-2]&&a[i-2]===b[j-1])cost=Math.min(cost,(before[j-2]??0)+1);
current.push(cost)}
before=previous;
previous=current}
return Math.min(previous[b.length]??limit,limit)}}),36754:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>normalizeName});
function normalizeName(name){
return name.normalize(`NFC`).toLowerCase().replace(/[äöüß]/g,letter=>WRITTEN_OUT[letter]??letter).replace(/[^\p{L}\p{N}]/gu,``)}
const WRITTEN_OUT={ä:`ae`,ö:`oe`,ü:`ue`,ß:`ss`}}),95064:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ej:()=>size,U9:()=>count,hS:()=>counted,p0:()=>duration});
function count(value){
return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g,`,`)}
function counted(value,one,many=`${one}s`){
return`${count(value)} ${value===1?one:many}`}
function duration(milliseconds){
if(milliseconds<1e3)return`${Math.max(0,Math.round(milliseconds))} ms`;
const seconds=Math.round(milliseconds/1e3);
if(seconds<60)return`${seconds} s`;
if(seconds<600)return joined(Math.floor(seconds/60),`min`,seconds%60,`s`);
const minutes=Math.round(seconds/60);
if(minutes<60)return`${minutes} min`;
return joined(Math.floor(minutes/60),`h`,minutes%60,`min`)}
function size(bytes){
const units=[`B`,`kB`,`MB`,`GB`,`TB`];
let value=bytes;
let unit=0;
while(value>=999.5&&unit<units.length-1){
value/=1e3;
unit++}
return`${unit>0&&value<9.95?value.toFixed(1):value.toFixed(0)} ${units[unit]}`}
function joined(large,largeUnit,small,smallUnit){
return small===0?`${large} ${largeUnit}`:`${large} ${largeUnit} ${small} ${smallUnit}`}}),34952:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{UI:()=>findField,ce:()=>USER_FIELDS,wE:()=>explainUnknown});
var _text_nearest_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4581);
const identityText={type:`text`,level:`identity`,clearable:true};
const accountText={type:`text`,level:`account`,clearable:true};
const hashText={type:`text`,level:`account`,clearable:false};
const entryText={type:`text`,level:`both`,clearable:false};
const USER_FIELDS={sub:{type:`text`,level:`both`,clearable:false},identityId:identityText,username:identityText,email:{type:`email`,level:`identity`,clearable:true},mobile_number:{type:`phone`,level:`identity`,clearable:true},phone_number:identityText,given_name:identityText,family_name:identityText,middle_name:identityText,nickname:identityText,gender:identityText,birthdate:{type:`date`,level:`identity`,clearable:true},locale:{type:`locale`,level:`identity`,clearable:true},profile:{type:`url`,level:`identity`,clearable:true},picture:{type:`url`,level:`identity`,clearable:true},website:{type:`url`,level:`identity`,clearable:true},zoneinfo:{type:`zone`,level:`identity`,clearable:true},"address.formatted":identityText,"address.street_address":identityText,"address.locality":identityText,"address.region":identityText,"address.postal_code":identityText,"address.country":identityText,provider:identityText,providerUserId:identityText,userStatus:{type:`text`,level:`account`,clearable:false},user_status_reason:accountText,"password_hash_info.algorithmTypeId":hashText,"password_hash_info.passwordHash":hashText,"password_hash_info.hData.salt":hashText,"password_hash_info.hData.iterations":hashText,"password_hash_info.hData.keylen":hashText,mfa_enabled:{type:`boolean`,level:`account`,clearable:true},roles:{type:`list`,level:`account`,clearable:true},groups:{type:`groups`,level:`account`,clearable:true},consents:{type:`consents`,level:`account`,clearable:true},createdTime:{type:`instant`,level:`account`,clearable:true},lastLoggedInTime:{type:`instant`,level:`account`,clearable:true},identities:{type:`identities`,level:`account`,clearable:false}};
const GROUP_FIELDS={sub:entryText,groupId:entryText,roles:{type:`list`,level:`both`,clearable:false}};
const CONSENT_FIELDS={fieldKey:entryText,state:entryText,consentId:entryText,versionId:entryText,time:{type:`instant`,level:`both`,clearable:false}};
const CUSTOM_PREFIX=`customFields.`;
const CUSTOM_KEY=/^(?!__proto__$|constructor$|prototype$)[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u;
function findField(shape,name){
const fields=fieldsOf(shape);
if(Object.hasOwn(fields,name)){
const kind=fields[name];
if(kind===undefined||!stands(kind,shape))return undefined;
return{name,path:name.split(`.`),...kind}}
if((shape===`user`||shape===`account`)&&name.startsWith(CUSTOM_PREFIX)){
const key=name.slice(CUSTOM_PREFIX.length);
if(CUSTOM_KEY.test(key)){
return{name,path:[`customFields`,key],type:`custom`,level:`account`,clearable:true}}}
return undefined}
function fieldNames(shape){
return Object.entries(fieldsOf(shape)).filter(([,kind])=>stands(kind,shape)).map(([name])=>name)}
function explainUnknown(shape,name){
if(shape===`account`&&Object.hasOwn(USER_FIELDS,name)){
return`"${name}" belongs into an entry of \`identities\` when a mapping has them.`}
if(shape===`identity`&&(Object.hasOwn(USER_FIELDS,name)||name.startsWith(CUSTOM_PREFIX))){
return`"${name}" belongs to the account: put it under \`fields\`.`}
if(name===`password`||name===`password_echo`){
return`"${name}" is refused: clear-text passwords are never sent. Map a hash to password_hash_info.algorithmTypeId and password_hash_info.passwordHash.`}
if(name===`address`||name===`customFields`||name===`password_hash_info`){
const example={address:`postal_code`,customFields:`customer_no`,password_hash_info:`passwordHash`}[name];
return`"${name}" holds fields of its own: name one with a dot, such as ${name}.${example}.`}
if(shape===`group`||shape===`consent`){
return`"${name}" is no field of a ${shape}, which has ${fieldNames(shape).join(`, `)}.`}
const unknown=UNDOCUMENTED.includes(name)?`"${name}" is in no documented version of the bulk API, so it cannot be relied on and is not sent.`:`"${name}" is no cidaas field.`;
return unknown+(0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_0__.a)(name,fieldNames(shape))}
const UNDOCUMENTED=[`generate_password`,`need_reset_password`,`rawJSON`,`trackId`,`no_event`,`consent_track_ids`,`ignore_default_roles`,`street_address`,`mobile_number_obj`,`phone_number_obj`,`email_verified`,`mobile_number_verified`,`phone_number_verified`,`identityCustomFields`,`providerBusinessIds`,`originalProviderUserId`,`user_status`];
function fieldsOf(shape){
switch(shape){case`user`:case`account`:case`identity`:return USER_FIELDS;case`group`:return GROUP_FIELDS;case`consent`:return CONSENT_FIELDS}}
function stands(kind,shape){
if(kind.level===`both`||shape===`user`)return true;
return kind.level===(shape===`identity`?`identity`:`account`)}}),75411:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G:()=>looksLikeTaggedHash,q:()=>looksLikeHash});
const TAGGED=/^\{[A-Za-z][\w-]*\}\S{8,}$|^(?:\{[\w-]+\})?\$[\w.-]*\$\S+|^(?:bcrypt|argon2|scrypt|md5|sha1|pbkdf2|unsalted)\w*\$\S*/;
const INSIDE=/\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|\$argon2(?:id|i|d)\$|\$pbkdf2|"[A-Za-z0-9+/]{22,}={1,2}"/;
const HEX=/^(?:\*|0x)?([0-9a-f]{32,128})$/i;
const HEX_DIGITS=new Set([32,40,48,56,64,96,128]);
const HEX_WITH_SALT=/^[0-9a-f]{32,128}:|:(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/i;
const BASE64=/^[A-Za-z0-9+/_-]{22,}={1,2}$/;
function looksLikeHash(value){
if(value.length<20||value.startsWith(`_guid_`))return false;
if(looksLikeTaggedHash(value))return true;
if(value.includes(`:`))return HEX_WITH_SALT.test(value);
return value.endsWith(`=`)?BASE64.test(value):HEX_DIGITS.has(HEX.exec(value)?.[1]?.length)}
function looksLikeTaggedHash(value){
if(value.length<20||!/["$]|^\{/.test(value))return false;
return TAGGED.test(value)||INSIDE.test(value)}}),70106:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{NZ:()=>identityKeys,Sd:()=>identifiersOf,aE:()=>keyHash,wd:()=>subOf});
const OWN_PROVIDER=`self`;
function identityKeys(user){
const keys=[];
const sub=subOf(user);
if(sub!==undefined)keys.push(`sub:${sub}`);
addIdentity(keys,user);
for(const identity of user.identities??[])addIdentity(keys,identity);
return keys}
function subOf(user){
if(user.sub!==undefined)return user.sub;
return user.identities?.find(identity=>identity.sub!==undefined)?.sub}
function addIdentity(keys,identity){
const provider=identity.provider??OWN_PROVIDER;
if(identity.email)keys.push(`email:${provider}:${identity.email.toLowerCase()}`);
if(identity.username)keys.push(`username:${provider}:${identity.username.toLowerCase()}`);
if(identity.mobile_number)keys.push(`mobile_number:${provider}:${identity.mobile_number.toLowerCase()}`)}
function identifiersOf(user){
const identifiers={};
const sub=subOf(user);
if(sub!==undefined)identifiers.sub=sub;
for(const name of[`email`,`username`,`mobile_number`]){
const value=user[name]??user.identities?.find(identity=>identity[name])?.[name];
if(typeof value===`string`)identifiers[name]=value}
return identifiers}
function keyHash(key){
let a=2654435769;
let b=2246822507;
for(let i=0;i<key.length;i++){
const unit=key.charCodeAt(i);
a=Math.imul(a^unit,739982445);
b=Math.imul(b^unit,695872825)}
a=Math.imul(a^a>>>16,569420461)^Math.imul(b^b>>>15,1935289751);
b=Math.imul(b^b>>>16,569420461)^Math.imul(a^a>>>15,1935289751);
return(b&2097151)*4294967296+(a>>>0)}})};