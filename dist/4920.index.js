export const id=4920;
export const ids=[4920];
export const modules={46030:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{a:()=>CircuitBreaker});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
const MAX_REFUSALS_AT_START=10;
const MAX_REFUSALS_IN_A_ROW=100;
const MAX_UNANSWERED_IN_A_ROW=3;
const MAX_LEFT_OUT_IN_A_ROW=100;
class CircuitBreaker{
#options;
#failed=0;
#refusals=0;
#unanswered=0;
#accepted;
#tripped=null;
constructor(options){
this.#options=options;
this.#accepted=options.acceptedBefore??false}
get tripped(){
return this.#tripped}
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
if(this.#unanswered<(leftOut&&this.#accepted?MAX_LEFT_OUT_IN_A_ROW:MAX_UNANSWERED_IN_A_ROW))return;
const message=`${this.#unanswered} requests in a row got no usable answer in all their attempts; the last error: ${lastError}`;
this.trip({code:`tenant.unreachable`,message})}
outlasted({lost,lastsMs},lastError){
const requests=`${lost} ${lost===1?`request`:`requests in a row`} got no usable answer`;
const message=`${requests} for ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.p0)(lastsMs)}, as long as outage-patience and max-attempts allow; the last error: ${lastError}`;
this.trip({code:`tenant.unreachable`,message})}
trip(reason){
if(this.#tripped!==null)return;
this.#tripped=reason;
this.#options.onTripped(reason)}
#refusal(){
const limit=this.#accepted?MAX_REFUSALS_IN_A_ROW:MAX_REFUSALS_AT_START;
if(++this.#refusals<limit+(this.#options.refusedBefore??0))return;
const since=this.#accepted?`in a row`:`and accepted nothing so far`;
const message=`The tenant refused ${this.#refusals} requests ${since}; check the first failures before running again.`;
this.trip({code:`tenant.refuses_everything`,message})}
#count(failed){
this.#failed+=failed;
if(this.#failed<=this.#options.maxFailedRows)return;
const message=`${this.#failed} rows are failed or unknown, more than abort-above (${this.#options.limitText}) allows.`;
this.trip({code:`abort-above`,message})}}}),21337:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{J9:()=>OTHER_REASONS,bu:()=>PlanComparison,bT:()=>affectedUserCount});
var is_object=__webpack_require__(60675);
;
const ENTRY_NAMES={consents:`fieldKey`,groups:`groupId`};
const CUSTOM=`customFields.`;
function diffUsers(before,after){
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
if(field===``||(0,is_object.G)(value)&&!field.startsWith(CUSTOM)){
for(const[name,inner]of Object.entries(value??{})){
if(inner!==undefined)flatten(inner,joined(key,name),joined(field,name),leaves)}}else if(Array.isArray(value)&&value.every(is_object.G)&&value.length>0&&!field.startsWith(CUSTOM)){
for(const[index,entry]of value.entries()){
const name=entry[ENTRY_NAMES[field]??``];
const place=field===`identities`?`${field}[${index}]`:`${field}[]`;
flatten(entry,`${key}[${typeof name===`string`?JSON.stringify(name):index}]`,place,leaves)}}else leaves.set(key,{field,value})}
function joined(path,name){
return path===``?name:`${path}.${name}`}
function same(a,b){
return a===b||typeof a===`object`&&typeof b===`object`&&canonical(a)===canonical(b)}
function canonical(value){
return JSON.stringify(value,(_,inner)=>(0,is_object.G)(inner)?Object.fromEntries(Object.entries(inner).sort(([a],[b])=>a<b?-1:1)):inner)}
var value_change=__webpack_require__(32211);
;
const MAX_FIELDS=200;
const MAX_CHANGES=50;
const MAX_WAYS=20;
const MAX_MOVES=200;
const MAX_EXAMPLES=5;
const MAX_PLACES=5;
const OTHER_REASONS=`other`;
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
if(keyOf(resultOf(before))!==keyOf(resultOf(after)))this.#move(before,after,place);else this.#compareUsers(bodyOf(before),bodyOf(after),place)}
result(){
const fields=[...this.#fields].map(([field,{ways,changes,...users}])=>{
const examples=[...changes.values()].sort((a,b)=>b.rows-a.rows).slice(0,MAX_EXAMPLES);
const commonest=[...ways].sort(([,a],[,b])=>b-a);
return{field,...users,ways:Object.fromEntries(commonest),examples}});
return{rows:{...this.#rows},fields:fields.sort((a,b)=>affectedUserCount(b)-affectedUserCount(a)||(a.field<b.field?-1:1)),moves:[...this.#moves.values()].map(move=>({kind:kindOf(move.from,move.to),...move})).sort((a,b)=>b.rows-a.rows)}}
#move(before,after,place){
this.#rows.moved++;
let[from,to]=[resultOf(before),resultOf(after)];
let key=JSON.stringify([keyOf(from),keyOf(to)]);
if(!this.#moves.has(key)&&this.#moves.size>=MAX_MOVES){
[from,to]=[anyReason(from),anyReason(to)];
key=JSON.stringify([keyOf(from),keyOf(to)])}
const move=this.#moves.get(key)??{from,to,rows:0,first:[]};
this.#moves.set(key,move);
move.rows++;
if(move.first.length<MAX_PLACES)move.first.push(place)}
#compareUsers(before,after,place){
const found=before===after||before===null||after===null?[]:diffUsers(JSON.parse(before),JSON.parse(after));
if(found.length===0)this.#rows.same++;else this.#rows.changed++;
for(const difference of found){
const tally=this.#tallyOf(difference.field);
const how=countChange(tally,difference);
if(this.#show!==null)keepExample(tally,difference,how,this.#show,place)}}
#tallyOf(field){
const name=this.#fields.has(field)||this.#fields.size<MAX_FIELDS?field:OTHER_REASONS;
const known=this.#fields.get(name);
if(known!==undefined)return known;
const made={added:0,removed:0,changed:0,ways:new Map,changes:new Map};
this.#fields.set(name,made);
return made}}
function countChange(tally,{before,after}){
if(before===undefined)tally.added++;else if(after===undefined)tally.removed++;else tally.changed++;
if(before===undefined||after===undefined)return null;
const how=(0,value_change.u)(before,after);
if(how!==null&&(tally.ways.has(how)||tally.ways.size<MAX_WAYS))tally.ways.set(how,(tally.ways.get(how)??0)+1);
return how}
function keepExample(tally,{field,before,after},how,show,place){
const shown=value=>value===undefined?null:show(field,value);
const change={before:shown(before),after:shown(after),how};
const key=JSON.stringify(change);
const known=tally.changes.get(key);
if(known!==undefined)known.rows++;else if(tally.changes.size<MAX_CHANGES)tally.changes.set(key,{...change,rows:1,first:place})}
function bodyOf(row){
return resultOf(row)?.outcome===`planned`?row?.body??null:null}
function affectedUserCount({added,removed,changed}){
return added+removed+changed}
function keyOf(end){
return end===null?``:JSON.stringify([end.outcome,end.why,end.field])}
function kindOf(from,to){
if(from===null)return`newly read`;
if(to===null)return`no longer read`;
if(from.outcome===to.outcome)return`another reason`;
switch(to.outcome){case`skipped`:return`newly skipped`;case`duplicate`:return`newly duplicate`;case`invalid`:return`newly invalid`;case`planned`:case`unchanged`:case`created`:case`updated`:case`failed`:case`unknown`:case`unsent`:if(from.outcome===`skipped`)return`no longer skipped`;return from.outcome===`duplicate`?`no longer duplicate`:`newly valid`}}
function anyReason(end){
return end===null?null:{outcome:end.outcome,why:end.why===null?null:OTHER_REASONS,field:null,message:null}}
function resultOf(row){
if(row===null)return null;
const{outcome,code,field,message}=row;
switch(outcome){case`planned`:case`unchanged`:return{outcome:`planned`,why:null,field:null,message:null};case`skipped`:return{outcome,why:message,field:null,message:null};case`duplicate`:return{outcome,why:null,field:null,message:null};case`invalid`:case`created`:case`updated`:case`failed`:case`unknown`:case`unsent`:return{outcome,why:code,field,message}}}}),32211:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{m:()=>CASE_ONLY,u:()=>describeChange});
function describeChange(before,after){
const[from,to]=[kindOf(before),kindOf(after)];
if(from!==to)return`${from} becomes ${to}`;
if(typeof before===`string`&&typeof after===`string`)return describeTextChange(before,after);
if(Array.isArray(before)&&Array.isArray(after))return describeListChange(before,after);
return null}
function kindOf(value){
if(value===null)return`null`;
if(Array.isArray(value))return`a list`;
switch(typeof value){case`string`:return value===``?`an empty string`:`text`;case`number`:return`a number`;case`boolean`:return`a boolean`;default:return`an object`}}
function describeListChange(before,after){
if(after.length>before.length)return`more entries`;
if(after.length<before.length)return`fewer entries`;
const sorted=list=>JSON.stringify(list.map(one=>JSON.stringify(one)).sort());
return sorted(before)===sorted(after)?`different order`:`different entries`}
function describeTextChange(before,after){
const moment=describeInstantChange(before,after);
if(moment!==null)return moment;
for(const[how,stripped]of COMPARISONS)if(stripped(before)===stripped(after))return how;
if(after.endsWith(before))return`text added at the start`;
if(after.startsWith(before))return`text added at the end`;
if(before.endsWith(after))return`text removed at the start`;
if(before.startsWith(after))return`text removed at the end`;
return null}
const CASE_ONLY=`only upper and lower case`;
const COMPARISONS=[[`only white space`,text=>text.replace(/\s+/g,``)],[CASE_ONLY,text=>folded(text).replace(/\s+/g,``)],[`only accents`,text=>plainLetters(text).replace(/\s+/g,``)],[`only punctuation`,text=>plainLetters(text).replace(/[^\p{L}\p{N}]+/gu,``)||text]];
function plainLetters(text){
return folded(text.normalize(`NFKD`).replace(/\p{M}+/gu,``))}
function folded(text){
return text.toUpperCase().toLowerCase()}
const DATE=/^(\d{4})-(\d\d)-(\d\d)$/;
const INSTANT=/^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const HOUR_MS=36e5;
const DAY_MS=24*HOUR_MS;
const ZONE_MS=26*HOUR_MS;
function describeInstantChange(before,after){
const[,year,month,day]=DATE.exec(before)??[];
if(year!==undefined&&after===`${year}-${day}-${month}`)return`day and month swapped`;
const isMoment=text=>DATE.test(text)||INSTANT.test(text);
if(!isMoment(before)||!isMoment(after))return null;
const ms=Date.parse(after)-Date.parse(before);
if(Number.isNaN(ms))return null;
if(ms===0)return`the same time in a different notation`;
const way=ms>0?`later`:`earlier`;
if(Math.abs(ms)===DAY_MS)return`one day ${way}`;
if(Math.abs(ms)>=ZONE_MS||year!==undefined)return null;
return`${Number((Math.abs(ms)/HOUR_MS).toFixed(2))} h ${way}`}}),65659:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{v:()=>listenForInterrupts});
const SIGNALS=[`SIGINT`,`SIGTERM`,`SIGHUP`];
const GRACE_MS=4e3;
function listenForInterrupts(){
const stop=new AbortController;
const abortInFlight=new AbortController;
const abortClosing=new AbortController;
let graceTimer;
let closingTimer;
let limitTimer;
const onSignal=signal=>{
const earlyEnd={outcome:`cancelled`,message:`The run was cancelled (${signal}).`};
stop.abort(earlyEnd);
closingTimer??=setTimeout(()=>abortClosing.abort(earlyEnd),GRACE_MS).unref();
graceTimer??=setTimeout(()=>abortInFlight.abort(earlyEnd),GRACE_MS).unref()};
for(const signal of SIGNALS)process.on(signal,onSignal);
return{stop:stop.signal,abortInFlight:abortInFlight.signal,abortClosing:abortClosing.signal,limitTime:ms=>{
if(ms===0)return;
const earlyEnd={outcome:`aborted`,message:`The run reached its time-limit (${ms/6e4} min).`};
limitTimer=setTimeout(()=>{
stop.abort(earlyEnd);
graceTimer??=setTimeout(()=>abortInFlight.abort(earlyEnd),GRACE_MS).unref()},ms).unref()},[Symbol.dispose]:()=>{
clearTimeout(graceTimer);
clearTimeout(closingTimer);
clearTimeout(limitTimer);
for(const signal of SIGNALS)process.off(signal,onSignal)}}}}),22247:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{OR:()=>createRunKeys,uq:()=>keptOf,hX:()=>openResumeStore,VR:()=>openRunState});
var clock=__webpack_require__(10552);
var keys=__webpack_require__(30325);
var external_node_path_=__webpack_require__(76760);
var input_error=__webpack_require__(30199);
var kept_file=__webpack_require__(68600);
var ledger_query=__webpack_require__(80617);
var sealed_file=__webpack_require__(89320);
;
const RESUME_VERSION=4;
const OUTCOMES=[`created`,`updated`,`failed`];
const IS_SETTLED=`state IN (${OUTCOMES.map(outcome=>`'${outcome}'`).join(`, `)})`;
const CHUNK=1e3;
async function writeResumeFile(path,seal,keys,ledger,rows){
return(0,sealed_file.CK)(path,seal,keys,lines(ledger,keys.fingerprint,rows))}
function uncertainRows({db}){
const query=(0,ledger_query.I)(db,`SELECT count(*) AS n FROM row WHERE state IN ('unknown', 'sending')`);
return query.get()?.n??0}
async function*lines({db},fingerprint,written){
const settled=(0,ledger_query.I)(db,`SELECT row FROM row WHERE row > ? AND ${IS_SETTLED} ORDER BY row LIMIT ${CHUNK}`);
const select=(0,ledger_query.I)(db,`SELECT row, state, coalesce(sub, user_identifiers(row) ->> '$.sub') AS sub, code, run, user_body(row) AS body FROM row
     WHERE row IN (SELECT value FROM json_each(?)) ORDER BY row`);
for(let last=0;;){
const found=settled.all(last).map(({row})=>row);
if(found.length===0)return;
last=found.at(-1)??last;
let text=``;
for(const{row,state,sub,code,run,body}of select.all(JSON.stringify(found.filter(row=>!written.has(row))))){
text+=`${JSON.stringify([row,fingerprint(body),state,sub,code,run])}\n`;
written.add(row)}
if(text!==``)yield text;
await new Promise(resolve=>setImmediate(resolve))}}
async function*resumeEntries(file){
for await(const lines of file.lines())yield*lines.flatMap(toEntry)}
function toEntry(line){
const[row,fingerprint,outcome,sub,code,run=null]=JSON.parse(line);
const known=OUTCOMES.find(one=>one===outcome);
return known===undefined?[]:[{row,fingerprint,outcome:known,sub,code,run}]}
;
async function findProgress(finder){
const{files,owner,warn,onTried}=finder;
const candidates=await files.find()??[];
const others=new Map;
const leave=async({seal,kept})=>{
others.set(seal.salt,kept);
await kept.discard()};
let found=[];
for(const kept of candidates){
onTried(kept.name);
const[newest]=found;
try{
const file=await fetchFile(kept,owner);
if(file===null)continue;
if(newest===undefined||isLater(file.seal,newest.seal)){
for(const older of found)await leave(older);
found=[file]}else if(file.seal.salt===found.at(-1)?.seal.previous)found.push(file);else await leave(file)}catch(error){
if(newest===undefined||!(error instanceof sealed_file.DS))throw error;
warn(`${kept.name} is older than ${newest.name} and is not used: ${error.message}.`)}}
const[newest,...earlier]=found;
if(newest!==undefined)return withPrevious([newest,...earlier],others,finder);
if(candidates.length===0)return null;
throw new kept_file.N(`${candidates[0]?.name} has been deleted or has expired.`)}
async function withPrevious(found,others,{owner,onTried}){
for(;;){
const{name,seal}=found.at(-1)??found[0];
const{previous}=seal;
if(previous===undefined)return found;
const kept=others.get(previous);
others.delete(previous);
onTried(kept?.name??name);
const file=kept===undefined?null:await fetchFile(kept,owner);
if(file===null||file.seal.salt!==previous){
onTried(name);
throw new sealed_file.DS(`the file that it continues was deleted, has expired or cannot be used`)}
found.push(file)}}
async function fetchFile(kept,owner){
const path=await kept.fetch();
if(path===null)return null;
const seal=await(0,sealed_file.KI)(path);
(0,sealed_file.re)(seal,{...owner,kind:`resume`,version:RESUME_VERSION},kept.storedBy??``);
return{path,name:kept.name,seal,kept}}
function isLater(a,b){
return a.attempt===b.attempt?a.writtenAt>b.writtenAt:a.attempt>b.attempt}
async function openProgress([newest,...earlier],keys,onTried){
onTried(newest.name);
const opened=[await(0,sealed_file.j5)(newest.path,keys)];
for(const{name,path}of earlier){
onTried(name);
opened.unshift(await(0,sealed_file.j5)(path,keys).catch(cause=>{
throw cause instanceof sealed_file.r3?new sealed_file.DS(`it was damaged or changed`,{cause}):cause}))}
return entriesOf(opened)}
async function*entriesOf(opened){
for(const file of opened)yield*resumeEntries(file)}
var resume=__webpack_require__(56074);
;
class RowSet{
#bits;
#size;
constructor(rows){
this.#bits=rows===undefined?new Uint8Array(1024):Uint8Array.from(rows.#bits);
this.#size=rows?.size??0}
get size(){
return this.#size}
has(row){
return((this.#bits[row>>>3]??0)&1<<(row&7))!==0}
add(row){
if(this.has(row))return;
const at=row>>>3;
if(at>=this.#bits.length){
const larger=new Uint8Array(Math.max(at+1,this.#bits.length*2));
larger.set(this.#bits);
this.#bits=larger}
this.#bits[at]=(this.#bits[at]??0)|1<<(row&7);
this.#size++}}
;
const NOTE=`state-sequence`;
function seenSequence(ledger){
return ledger.readNote(NOTE)??0}
function noteSequence(ledger,sequence){
if(sequence>seenSequence(ledger))ledger.writeNote(NOTE,sequence)}
;
function createResumeStore(options){
const{ledger,folder,keys,keySource,owner,comparesWithState,files,wallNow}=options;
let found=[];
const stored=storedProgress(ledger);
let rows=new RowSet;
let previous=null;
const store=async(statePath,isFinal)=>{
const{created,updated,unknown,failed}=ledger.totals();
if(created+updated+unknown===0)return{kind:`kept`,paths:[]};
if(!isFinal&&created+updated+failed===rows.size)return{kind:`kept`,paths:[]};
const isPiece=!isFinal&&files.keepsPieces&&previous!==null&&stored.names.length<MAX_PIECES;
const path=(0,external_node_path_.join)(folder,`resume.bin`);
const sequence=statePath===null?seenSequence(ledger):(await(0,sealed_file.KI)(statePath)).sequence;
stored.writtenAt=Math.max(wallNow(),stored.writtenAt+1);
const writtenAt=new Date(stored.writtenAt).toISOString();
const startedAt=ledger.readNote(STARTED_BEFORE)??new Date(options.startedAt).toISOString();
const seal={...{kind:`resume`,version:RESUME_VERSION,...owner,sequence,writtenAt,startedAt},...{uncertain:uncertainRows(ledger),...isPiece&&previous!==null?{previous}:{}}};
const written=new RowSet(isPiece?rows:undefined);
const salt=await writeResumeFile(path,seal,keys,ledger,written);
const contained=isPiece?{found:[],own:[]}:{found,own:stored.names};
const result=await files.put(statePath===null?[path]:[path,statePath],isFinal,contained);
if(result.kind!==`kept`)return result;
if(isFinal)return result;
rows=written;
previous=salt;
stored.names=[...isPiece?stored.names:[],...result.name===undefined?[]:[result.name]];
ledger.writeNote(STORED,stored);
return result};
const useNewest=async(use,work)=>{
let name=`The resume artifact`;
const onTried=tried=>{
name=tried};
try{
const progress=await findProgress({...options,onTried});
return progress===null?null:await work(progress,onTried)}catch(cause){
throw problemOf(cause,name,keySource,use)}};
return{load:stop=>useNewest(CONTINUE,async(progress,onTried)=>{
const[{name,seal}]=progress;
const{sync,branch,sequence,runId,startedAt,writtenAt}=seal;
const knowsLater=sync===owner.sync&&branch===owner.branch&&sequence>seenSequence(ledger);
const entries=await openProgress(progress,keys,onTried);
if(knowsLater&&comparesWithState)throw new input_error.d([outdatedText(name)]);
const isOwn=runId===owner.runId;
const restored=await(0,resume.q)(ledger,settledBy(entries,isOwn?null:runId),keys.fingerprint,stop);
stored.writtenAt=Date.parse(writtenAt);
ledger.writeNote(STORED,stored);
found=restored.isComplete?progress.map(({kept})=>kept):[];
if(knowsLater)noteSequence(ledger,sequence);
if(isOwn&&startedAt!==undefined)ledger.writeNote(STARTED_BEFORE,startedAt);
return{from:name,...restored}}),created:()=>useNewest(TAKE_BACK,async(progress,onTried)=>{
const entries=await openProgress(progress,keys,onTried);
const[{name,seal}]=progress;
const{startedAt,writtenAt,sequence,sync,branch,uncertain=0}=seal;
const hasOtherState=sequence>0&&(sync!==owner.sync||branch!==owner.branch);
return{from:name,startedAt:startedAt??writtenAt,writtenAt,hasOtherState,entries,uncertain}}),retire:async()=>files.retire?.(),saveInterim:()=>store(null,false),save:statePath=>store(statePath,true)}}
const MAX_PIECES=40;
const STORED=`stored-progress`;
function storedProgress(ledger){
return ledger.readNote(STORED)??{names:[],writtenAt:0}}
const CONTINUE={purpose:`to continue`,advice:"Nothing was sent. `resume: none` starts over and sends every planned user again, which sets back what people changed in cidaas since."};
const TAKE_BACK={purpose:`to take the run back`,advice:`Nothing was deleted: without it, nothing shows whom that run created.`};
function problemOf(cause,name,keySource,{purpose,advice}){
if(cause instanceof kept_file.N){
const problem=`The progress of the earlier run or attempt cannot be fetched. ${cause.message} ${advice}`;
return new input_error.d([problem],{cause})}
if(!(cause instanceof sealed_file.DS))return cause;
const problem=`${name} cannot be used ${purpose}: ${cause.message}.`;
if(!(cause instanceof sealed_file.r3))return new input_error.d([`${problem} ${advice}`],{cause});
const text=`\`${keySource}\` is probably not the one with which an earlier run stored its progress. ${problem} Check \`${keySource}\` first. ${advice}`;
return new input_error.d([text],{cause})}
const STARTED_BEFORE=`started-before`;
async function*settledBy(entries,run){
for await(const entry of entries)yield{...entry,run:entry.run??run}}
function outdatedText(name){
return`The state that this delta was compared with is not the last one: ${name} names a later one, which was deleted or has expired. Nothing was sent. Find out who deleted it, then run \`sync: full\` once: see docs/delta.md.`}
var until_stopped=__webpack_require__(14124);
;
const NO_MATCH=`?`.repeat(keys.sT);
function*stateAfterRun({db}){
const undo=(0,ledger_query.I)(db,`SELECT EXISTS (SELECT 1 FROM account_change WHERE action = 'undo') AS n`);
const parts=undo.get()?.n===1?[AFTER_UNDO]:[KEPT,ACCEPTED];
for(const sql of parts)yield*(0,ledger_query.I)(db,sql).iterate()}
const ANSWERED_SUB=`details ->> '$[0]' IN (SELECT sub FROM row WHERE state IN ('created', 'updated') AND sub IS NOT NULL)`;
const KEPT=`
  SELECT
    iif(is_uncertain OR mark IN ('blocked', 'uncertain'), '${NO_MATCH}', fingerprint) AS fingerprint,
    iif(is_uncertain, json_set(details, '$[1]', '', '$[2]', ''), details) AS details,
    mark
  FROM (
    SELECT known.id, known.fingerprint, known.details, known.row, account_change.state AS change,
      row.state = 'unknown' AND pending.row IS NOT NULL AS is_uncertain,
      CASE
        WHEN known.mark = 'blocked' OR account_change.state = 'blocked' THEN 'blocked'
        WHEN known.mark = 'uncertain' OR account_change.state IN ('planned', 'sending', 'unknown') THEN 'uncertain'
        WHEN known.row IS NULL THEN 'missing'
        ELSE 'present'
      END AS mark
    FROM known LEFT JOIN row ON row.row = known.row
    LEFT JOIN pending ON pending.row = known.row AND pending.known = known.id
    LEFT JOIN account_change ON account_change.known = known.id
    WHERE known.row IS NULL OR row.state NOT IN ('created', 'updated')
  ) WHERE change IS NOT 'deleted' AND NOT (row IS NULL AND ${ANSWERED_SUB}) AND id NOT IN (
    SELECT known FROM pending JOIN row USING (row) WHERE known IS NOT NULL AND state IN ('created', 'updated')
  ) ORDER BY id`;
const ACCEPTED=`
  SELECT pending.fingerprint, iif(row.sub IS NULL, details, json_set(details, '$[0]', row.sub)) AS details, 'present' AS mark
  FROM pending JOIN row USING (row) WHERE state IN ('created', 'updated') ORDER BY row`;
const AFTER_UNDO=`
  SELECT fingerprint, details, mark FROM known WHERE coalesce(details ->> '$[0]', '') NOT IN (
    SELECT sub FROM account_change WHERE state = 'undone' AND sub IS NOT NULL
  ) ORDER BY id`;
;
const known_users_CHUNK=1e3;
class KnownUsers{
#ledger;
#bySub;
#byKey;
#fingerprints;
#markPresent;
#setFingerprint;
#markPresentByIdentifier;
#markPresentUnsent;
#addPending;
#addPendingKnown;
#count=0;
#hasNewFingerprints=false;
#hasSubIndex=false;
#hasKeyIndex=false;
#next=1;
#readAhead={from:1,fingerprints:[]};
constructor(ledger){
const{db}=ledger;
this.#ledger=ledger;
db.exec(`
      CREATE TABLE IF NOT EXISTS known (
        id INTEGER PRIMARY KEY, row INTEGER, mark TEXT NOT NULL, fingerprint TEXT NOT NULL, details TEXT NOT NULL
      ) STRICT;
      CREATE TABLE IF NOT EXISTS known_key (key TEXT NOT NULL, id INTEGER NOT NULL) STRICT;
      CREATE TABLE IF NOT EXISTS pending (
        row INTEGER PRIMARY KEY, known INTEGER, other INTEGER, fingerprint TEXT NOT NULL, details TEXT NOT NULL
      ) STRICT;
    `);
this.#bySub=(0,ledger_query.I)(db,`SELECT id, details, mark FROM known WHERE details ->> '$[0]' = ? LIMIT 1`);
this.#byKey=(0,ledger_query.I)(db,`SELECT known.id, details, mark FROM known_key JOIN known USING (id) WHERE key = ? LIMIT 1`);
this.#fingerprints=(0,ledger_query.I)(db,`SELECT fingerprint FROM known WHERE id >= ? ORDER BY id LIMIT ${known_users_CHUNK}`);
this.#markPresent=db.prepare(`UPDATE known SET row = id + ? WHERE id BETWEEN ? AND ?`);
this.#setFingerprint=db.prepare(`UPDATE known SET fingerprint = ?1 WHERE id = ?2 AND fingerprint <> ?1`);
this.#addPending=db.prepare(`INSERT INTO pending (row, fingerprint, details, known, other) VALUES (?, ?, ?, ?, ?)`);
this.#addPendingKnown=db.prepare(`INSERT INTO pending (row, known, fingerprint, details) SELECT ?, id, ?, details FROM known WHERE id = ?`);
this.#markPresentByIdentifier=db.prepare(`UPDATE known SET row = ? WHERE id = ? AND row IS NULL`);
this.#markPresentUnsent=db.prepare(`UPDATE known SET row = ? WHERE id = ? AND (row IS NULL OR EXISTS (SELECT 1 FROM pending WHERE pending.row = known.row AND other = known.id))`)}
async load(entries){
const insert=this.#ledger.db.prepare(`INSERT INTO known (id, mark, fingerprint, details) VALUES (?, ?, ?, ?)`);
for await(const chunk of entries)this.#ledger.transaction(()=>{
for(const{mark,fingerprint,details}of chunk)insert.run(++this.#count,mark,mayBeChanged(mark)?NO_MATCH:fingerprint,details)});
return this.#count}
nextUnchanged(fingerprint){
const id=this.#next;
if(id>this.#count)return null;
let at=id-this.#readAhead.from;
if(at<0||at>=this.#readAhead.fingerprints.length){
this.#readAhead={from:id,fingerprints:this.#fingerprints.all(id).map(found=>found.fingerprint)};
at=0}
if(this.#readAhead.fingerprints[at]!==fingerprint)return null;
this.#next=id+1;
return id}
bySub(sub){
if(this.#count===0)return undefined;
if(!this.#hasSubIndex)this.#ledger.db.exec(`CREATE INDEX known_sub ON known (details ->> '$[0]')`);
this.#hasSubIndex=true;
return this.#toKnownUser(this.#bySub.get(sub))}
byKey(key){
if(this.#count===0)return undefined;
if(!this.#hasKeyIndex)this.#ledger.db.exec(`
        INSERT INTO known_key (key, id) SELECT value, known.id FROM known, json_each(details, '$[3]');
        CREATE INDEX known_key_index ON known_key (key);
      `);
this.#hasKeyIndex=true;
return this.#toKnownUser(this.#byKey.get(key))}
#toKnownUser(found){
if(found===undefined)return undefined;
this.#next=found.id+1;
const details=JSON.parse(found.details);
return{id:found.id,details,wasChanged:mayBeChanged(found.mark)}}
markPresent(first,last,offset){
this.#markPresent.run(offset,first,last)}
setFingerprint(id,fingerprint){
if(this.#setFingerprint.run(fingerprint,id).changes>0)this.#hasNewFingerprints=true}
markPresentByIdentifier(id,row){
this.#markPresentByIdentifier.run(row,id)}
markPresentUnsent(id,row){
this.#markPresentUnsent.run(row,id)}
addPending({row,fingerprint,details,known,other}){
this.#addPending.run(row,fingerprint,JSON.stringify(details),known,other)}
addPendingKnown(row,fingerprint,id){
this.#addPendingKnown.run(row,fingerprint,id)}
subChanged(limit){
return this.#countRows(`FROM pending JOIN known ON known.id = pending.other AND known.row = pending.row`,limit)}
missing(limit){
const{db}=this.#ledger;
const counts=(0,ledger_query.I)(db,`SELECT count(*) AS total, coalesce(sum(mark = 'present'), 0) AS newlyMissing FROM known WHERE row IS NULL AND mark <> 'blocked'`).get()??{total:0,newlyMissing:0};
const subs=(0,ledger_query.I)(db,`SELECT details ->> '$[0]' AS sub FROM known WHERE row IS NULL AND mark = 'present' AND sub IS NOT NULL ORDER BY id LIMIT ?`);
return{...counts,subs:subs.all(limit).map(({sub})=>sub)}}
planMissing(action){
this.#ledger.db.prepare(`INSERT INTO account_change (known, sub, action, state)
         SELECT id, details ->> '$[0]', ?, 'planned' FROM known
         WHERE row IS NULL AND mark <> 'blocked' AND coalesce(details ->> '$[0]', '') NOT IN (
           SELECT details ->> '$[0]' FROM known WHERE row IS NOT NULL AND details ->> '$[0]' IS NOT NULL
         )
         ORDER BY id`).run(action)}
spareAnswered(){
return Number(this.#ledger.db.prepare(`DELETE FROM account_change WHERE state = 'planned' AND known IN (SELECT id FROM known WHERE row IS NULL AND ${ANSWERED_SUB})`).run().changes)}
recreated(limit){
return this.#countRows(`FROM pending JOIN row USING (row) WHERE known IS NOT NULL AND state = 'created' AND attempts > 0`,limit)}
#countRows(from,limit){
const{db}=this.#ledger;
const total=(0,ledger_query.I)(db,`SELECT count(*) AS n ${from}`).get()?.n??0;
const rows=(0,ledger_query.I)(db,`SELECT pending.row ${from} ORDER BY pending.row LIMIT ?`).all(limit);
return{total,rows:rows.map(({row})=>row)}}
haveChanged(){
const query=(0,ledger_query.I)(this.#ledger.db,`SELECT EXISTS (SELECT 1 FROM pending)
        OR EXISTS (SELECT 1 FROM known WHERE mark <> 'blocked' AND (row IS NULL) = (mark = 'present'))
        OR EXISTS (SELECT 1 FROM account_change WHERE state NOT IN ('kept', 'failed', 'unsent')) AS changed`);
return this.#hasNewFingerprints||query.get()?.changed===1}
entries(){
return stateAfterRun(this.#ledger)}
get hasAny(){
const{db}=this.#ledger;
return(0,ledger_query.I)(db,`SELECT EXISTS (SELECT 1 FROM known) AS n`).get()?.n===1}}
function mayBeChanged(mark){
return mark===`blocked`||mark===`uncertain`}
;
const MARKS=[`present`,`missing`,`blocked`,`uncertain`];
const STATE_VERSION=4;
async function writeStateFile(path,seal,keys,entries){
await(0,sealed_file.CK)(path,seal,keys,state_file_lines(entries))}
function*state_file_lines(entries){
let text=``;
for(const{fingerprint,details,mark}of entries){
text+=`${MARKS.indexOf(mark)}${fingerprint}${details}\n`;
if(text.length<65536)continue;
yield text;
text=``}
if(text!==``)yield text}
async function*stateEntries(file){
for await(const lines of file.lines())yield lines.map(state_file_toEntry)}
function state_file_toEntry(line){
const end=1+keys.sT;
const mark=MARKS[Number(line[0])];
if(mark===undefined)throw new TypeError(`a line of the state begins with an unknown mark`);
return{mark,fingerprint:line.slice(1,end),details:line.slice(end)}}
;
const MAX_OPENED=50;
async function findNewestState(files,opener){
const search=new OpenedFiles(files,opener);
let listing=await files.candidates(`all`,Number.POSITIVE_INFINITY);
for(;;){
const isCertain=await search.openAll(listing.files);
const{since}=search;
if(!isCertain||listing.listedSince<=since)break;
listing=await files.candidates(`all`,since);
if(listing.listedSince>since){
search.giveUp();
break}}
const{newest}=search;
search.warnOfReplays();
return{newest,highest:Math.max(newest?.sequence??0,search.mark?.sequence??0,listing.remembered),laterKnownBy:newest===null?null:whoKnowsLater(newest,search,listing),problems:search.problems,expired:listing.expired[0]?.name??null,seen:listing.files.map(({id})=>id)}}
async function findNewerState(candidates,above,opener){
let newest=null;
for(const candidate of candidates.slice(0,MAX_OPENED)){
try{
const found=await openCandidate(candidate,opener);
if(found?.kind===`state`&&found.sequence>(newest?.sequence??above))newest=found}catch(error){
if(!(error instanceof sealed_file.DS))throw error}finally{
await candidate.discard()}}
return newest}
class OpenedFiles{
newest=null;
mark=null;
since=0;
problems=[];
#files;
#opener;
#ids=new Set;
#older=[];
#isOfLastAttempt=false;
constructor(files,opener){
this.#files=files;
this.#opener=opener}
mayBeNewer({storedBy,storedAt}){
const{newest}=this;
if(newest===null)return true;
return storedAt>=this.since&&!(this.#isOfLastAttempt&&storedBy===newest.runId&&storedAt<newest.storedAt)}
async openAll(candidates){
for(const candidate of candidates){
if(this.#ids.has(candidate.id)||!this.mayBeNewer(candidate))continue;
if(this.#ids.size===MAX_OPENED){
this.giveUp();
return false}
this.#ids.add(candidate.id);
const isNewest=await this.#open(candidate);
if(!isNewest)await candidate.discard()}
return true}
giveUp(){
this.newest=null;
this.problems.push(`More than ${MAX_OPENED} files may be the last state. Delete those that no run of this sync has stored.`)}
warnOfReplays(){
const{newest}=this;
if(newest===null)return;
for(const{name,storedAt}of this.#older)if(storedAt>newest.storedAt)this.#opener.warn(`The state ${name} is older than ${newest.name}, although it was stored later; ${newest.name} is used.`)}
async#open(candidate){
try{
const found=await openCandidate(candidate,this.#opener);
if(found?.kind===`mark`&&found.sequence>(this.mark?.sequence??0))this.mark=found;
if(found?.kind!==`state`)return false;
const{newest}=this;
if(newest!==null&&newest.sequence>=found.sequence){
this.#older.push(found);
return false}
if(newest!==null)this.#older.push(newest);
await this.#setNewest(found);
return true}catch(error){
if(!(error instanceof sealed_file.DS))throw error;
this.problems.push(`The state ${candidate.name} is not used: ${error.message}.`);
return false}}
async#setNewest(found){
this.newest=found;
const run=await this.#files.runOf(found.runId);
this.#isOfLastAttempt=run!==null&&run.attempt===found.attempt;
this.since=(this.#isOfLastAttempt?run?.attemptStartedAt:run?.createdAt)??0}}
function whoKnowsLater({sequence},search,{expired,remembered}){
const{mark}=search;
if(mark!==null&&mark.sequence>sequence)return`${mark.name} names a later one`;
if(remembered>sequence)return`the folder held a later one`;
const later=expired.find(one=>search.mayBeNewer(one));
return later===undefined?null:`${later.name} was stored later and has expired`}
async function openCandidate(candidate,{keys,owner}){
const path=await candidate.fetch();
if(path===null)return null;
const seal=await(0,sealed_file.KI)(path);
const{kind}=seal;
const version=kind===`state`?STATE_VERSION:RESUME_VERSION;
(0,sealed_file.re)(seal,{...owner,kind,version},candidate.storedBy??``);
if(seal.branch!==owner.branch)throw new sealed_file.DS(`it belongs to another branch`);
if(kind===`resume`&&seal.sync!==owner.sync)return null;
if(seal.sync!==owner.sync)throw new sealed_file.DS(`it belongs to another sync: another mapping or workflow file`);
const file=await(0,sealed_file.j5)(path,keys);
const{sequence,runId,attempt}=seal;
const{name,storedAt}=candidate;
return kind===`resume`?{kind:`mark`,name,sequence}:{kind,name,sequence,runId,attempt,storedAt,file}}
;
const MAX_WARNINGS=3;
function createRunState(options){
const{ledger,folder,keys,owner,files,wallNow,warn}=options;
const opener={keys,owner,warn};
const known=new KnownUsers(ledger);
let last=null;
const startedAt=Math.floor(options.startedAt/1e3);
let seen=new Set;
let isReachable=true;
const storedMeanwhile=async own=>{
if(!isReachable)return null;
try{
const{files:candidates}=await files.candidates(`latest`,Number.POSITIVE_INFINITY);
const unseen=candidates.filter(({id})=>!seen.has(id));
const newer=await findNewerState(unseen,seenSequence(ledger)||startedAt,opener);
const isOwn=newer?.runId===owner.runId&&newer.attempt===owner.attempt&&newer.sequence===own;
return isOwn?null:newer}catch(error){
if(!(error instanceof kept_file.N))throw error;
warn(`Whether another run stored a newer state in the meantime could not be looked up. ${error.message}`);
return null}};
const write=async()=>{
const hasChanged=last===null||known.haveChanged();
const sequence=Math.max(startedAt,seenSequence(ledger)+1);
const meanwhile=await storedMeanwhile(sequence);
if(meanwhile!==null){
noteSequence(ledger,meanwhile.sequence);
return{kind:`overtaken`,by:meanwhile.name,hasChanged}}
const path=(0,external_node_path_.join)(folder,`state.bin`);
const writtenAt=new Date(wallNow()).toISOString();
const seal={kind:`state`,version:STATE_VERSION,...owner,sequence,writtenAt};
await writeStateFile(path,seal,keys,known.entries());
return{kind:`written`,path,hasChanged}};
return{fingerprint:keys.fingerprint,fingerprintKey:keys.fingerprintKey,known,async load(stop){
isReachable=false;
const found=await findNewestState(files,opener);
isReachable=true;
seen=new Set(found.seen);
noteSequence(ledger,found.highest);
const{newest,problems,laterKnownBy,expired}=found;
if(newest===null)return problems.length>0?{kind:`unusable`,problems}:{kind:`none`,expired};
for(const problem of problems.slice(0,MAX_WARNINGS))warn(problem);
if(problems.length>MAX_WARNINGS)warn(`${problems.length-MAX_WARNINGS} more states are not used.`);
if(laterKnownBy!==null)return{kind:`outdated`,from:newest.name,known:laterKnownBy};
last=newest;
const users=await known.load((0,until_stopped.p)(stateEntries(newest.file),stop));
return{kind:`loaded`,from:newest.name,users}},write,store:path=>files.put(path),async storeInterim(){
const written=await write();
if(written.kind===`overtaken`)return{kind:`failed`,reason:`another run stored a newer state (${written.by})`};
const result=await files.put(written.path);
if(result.kind===`kept`)noteSequence(ledger,(await(0,sealed_file.KI)(written.path)).sequence);
return result}}}
;
function createRunKeys({tenant,client,stateKey},{workflow,run}){
const secret=stateKey??client?.secret??null;
if(tenant?.kind!==`origin`||secret===null)return null;
return(0,keys.zX)(secret,{repository:run?.repository??``,workflow,tenant:tenant.origin})}
function sealOwner({binding},{branch,sync,run}){
return{...binding,branch,sync,runId:run?.id??``,attempt:run?.attempt??1}}
function openResumeStore(settings,environment,ledger,keys=createRunKeys(settings,environment),startedAt=clock.m.wallNow()){
const{mode,client,resume}=settings;
const{folder,resumeFiles,log}=environment;
if(mode!==`apply`&&mode!==`undo`||client===null||keys===null)return null;
return createResumeStore({ledger,folder,keys,keySource:settings.stateKey===null?`client-secret`:`state-key`,owner:sealOwner(keys,environment),startedAt,comparesWithState:settings.sync===`delta`&&mode===`apply`,files:resume.mode===`auto`?resumeFiles:{...resumeFiles,find:async()=>null},wallNow:clock.m.wallNow,warn:log.warning})}
function openRunState(settings,environment,ledger,keys=createRunKeys(settings,environment),startedAt=clock.m.wallNow()){
const{folder,stateStore,log}=environment;
if(settings.stateKey===null||keys===null)return null;
return createRunState({ledger,folder,keys,owner:sealOwner(keys,environment),files:stateStore,startedAt,wallNow:clock.m.wallNow,warn:log.warning})}
function keptOf({mode},resumeStore,state){
switch(mode){case`apply`:return{resumeStore,state};case`undo`:return{resumeStore:null,state:state?.known.hasAny===true?state:null};case`plan`:case`check`:return{resumeStore:null,state:null}}}}),62313:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>reportUncaughtErrors});
function reportUncaughtErrors(report,exitCode=1){
const end=error=>void report(error).finally(()=>process.exit(exitCode));
process.once(`uncaughtException`,end);
return{[Symbol.dispose]:()=>void process.off(`uncaughtException`,end)}}}),62139:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{vI:()=>ReportNotWritten,VI:()=>namedFiles,c9:()=>reasonLines,pX:()=>writeRunReport});
var external_node_path_=__webpack_require__(76760);
var row_warnings=__webpack_require__(15367);
var report_files=__webpack_require__(84566);
var external_node_child_process_=__webpack_require__(31421);
var external_node_util_=__webpack_require__(57975);
var source_links=__webpack_require__(22233);
var repository_files=__webpack_require__(22041);
var tracked_files=__webpack_require__(68119);
;
const run=(0,external_node_util_.promisify)(external_node_child_process_.execFile);
const FIVE_SECONDS=5e3;
const MAX_FILES=200;
async function sourceLinks(workspace,{shown,...named},ruleLines,env){
const base=baseAddress(env);
if(base===null)return source_links.EB;
const inRepository=(0,repository_files.g)(workspace,named,ruleLines);
const found=shown.slice(0,MAX_FILES).flatMap(name=>entry(name,inRepository.exported(name)));
if(named.mapping!==null)found.push(...entry(named.mapping,inRepository.mapping));
try{
const tracked=await trackedAt(env.GITHUB_SHA??``,found.map(([name])=>(0,external_node_path_.resolve)(workspace,name)));
const files=Object.fromEntries(found.filter(([name])=>tracked.has((0,external_node_path_.resolve)(workspace,name))).map(([name,path])=>[name,`${base}/${path.split(`/`).map(encodeURIComponent).join(`/`)}?plain=1`]));
return{files,rules:rulesOf(files,named.mapping,ruleLines)}}catch{
return source_links.EB}}
function entry(name,path){
return path===null?[]:[[name,path]]}
function baseAddress({GITHUB_SERVER_URL,GITHUB_REPOSITORY,GITHUB_SHA}){
if(!/^https?:\/\/[a-z\d.-]+(?::\d+)?$/i.test(GITHUB_SERVER_URL??``))return null;
if(!/^[\w.-]+\/[\w.-]+$/.test(GITHUB_REPOSITORY??``)||!/^[\da-f]{40,64}$/.test(GITHUB_SHA??``))return null;
return`${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`}
async function trackedAt(sha,paths){
const folders=new Map;
for(const folder of new Set(paths.map(path=>(0,external_node_path_.dirname)(path))))folders.set(folder,await headOf(folder)===sha);
const here=paths.filter(path=>folders.get((0,external_node_path_.dirname)(path))===true);
return(0,tracked_files.O)(here,AbortSignal.timeout(FIVE_SECONDS))}
async function headOf(folder){
const args=[`-c`,`safe.directory=*`,`-C`,folder,`rev-parse`,`HEAD`];
return run(`git`,args,{timeout:FIVE_SECONDS}).then(({stdout})=>stdout.trim(),()=>``)}
function rulesOf(files,mapping,ruleLines){
if(mapping===null)return{};
const addresses=Object.entries(ruleLines).map(([field,line])=>[field,(0,source_links.lU)({files,rules:{}},mapping,line)]);
return Object.fromEntries(addresses.filter(([,address])=>address!==null))}
var run_notes=__webpack_require__(2896);
var used_limits=__webpack_require__(32333);
;
class ReportNotWritten extends Error{
head;
constructor(head,cause){
super(cause instanceof Error?cause.message:String(cause),{cause});
this.name=`ReportNotWritten`;
this.head=head}}
async function writeRunReport({settings,cwd,env,head,ledger,keepFirst}){
const{report}=settings;
const names={...namedFiles(settings),shown:head.export.files.map(({name})=>name)};
try{
return await(0,report_files.u5)({dir:(0,external_node_path_.resolve)(cwd,report.dir),head,rows:outcomes=>ledger.rows(outcomes),warnings:(0,row_warnings.Hq)(ledger),level:report.identifiers,notes:reasonLines(head),language:report.language,limits:(0,used_limits.O)(settings,head),links:await sourceLinks(cwd,names,(0,run_notes.YI)(ledger),env)})}catch(cause){
await keepFirst?.();
throw new ReportNotWritten(head,cause)}}
function reasonLines({reason}){
return reason?.split(`
`)??[]}
function namedFiles({mapping,export:{artifact}}){
return{mapping,exportIsArtifact:artifact!==null}}}),10474:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{t:()=>AccountChanges});
var _query_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(80617);
const CHANGE_OUTCOMES=[`blocked`,`deleted`,`undone`,`kept`,`failed`,`unknown`,`unsent`,`planned`];
const IS_OPEN=`state IN ('planned', 'sending')`;
const LISTED_ORDER=`state IN ('blocked', 'deleted', 'undone'), state = 'unsent', id`;
class AccountChanges{
#ledger;
#next;
#waiting;
#markSending;
#markWaiting;
#settle;
constructor(ledger){
const{db}=ledger;
this.#ledger=ledger;
this.#next=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`SELECT id FROM account_change WHERE id > ? AND state = 'planned' ORDER BY id LIMIT 1`);
this.#waiting=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`SELECT id AS row, sub FROM account_change WHERE id = ? AND ${IS_OPEN}`);
const open=`id IN (SELECT value FROM json_each(?)) AND ${IS_OPEN}`;
this.#markSending=db.prepare(`UPDATE account_change SET state = 'sending', attempts = attempts + 1 WHERE ${open}`);
this.#markWaiting=db.prepare(`UPDATE account_change SET state = 'planned' WHERE ${open}`);
this.#settle=db.prepare(`UPDATE account_change SET state = ?, code = ?, message = ?, hint = ? WHERE id = ? AND ${IS_OPEN}`)}
next(after){
return this.#next.get(after)?.id??null}
waiting(id){
return this.#waiting.all(id).map(({row,sub})=>({row,sub,body:JSON.stringify({sub})}))}
markSending(users){
this.#ledger.refuseFullDisk();
this.#markSending.run(JSON.stringify(users.map(({row})=>row)))}
markWaiting(users){
this.#markWaiting.run(JSON.stringify(users.map(({row})=>row)))}
settle(settlements){
this.#ledger.writeOutcomes(()=>{
for(const{row,outcome,reason}of settlements){
const{code=null,message=null,hint=null}=reason??{};
this.#settle.run(outcome,code,message,hint,row)}})}
leaveUnsent(reason){
this.#end(`unsent`,reason,`state = 'planned'`)}
failWithoutSub(reason){
this.#end(`failed`,reason,`state = 'planned' AND sub IS NULL`)}
closeOpen(unsent,unknown){
this.leaveUnsent(unsent);
this.#end(`unknown`,unknown,`state = 'sending'`)}
#end(outcome,{code,message,hint},where){
this.#ledger.db.prepare(`UPDATE account_change SET state = ?, code = ?, message = ?, hint = ? WHERE ${where}`).run(outcome,code,message,hint)}
totals(){
const{db}=this.#ledger;
const counts={};
const byState=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`SELECT state, count(*) AS n FROM account_change GROUP BY state`);
for(const{state,n}of byState.iterate())counts[state]=n;
const total=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`SELECT count(*) AS n FROM account_change`).get()?.n??0;
const byOutcome=Object.fromEntries(CHANGE_OUTCOMES.map(outcome=>[outcome,counts[outcome]??0]));
return{total,...byOutcome}}
list(limit){
return(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(this.#ledger.db,`SELECT sub, state AS outcome, code, message, hint FROM account_change ORDER BY ${LISTED_ORDER} LIMIT ?`).all(limit)}
*subs(){
const query=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(this.#ledger.db,`SELECT sub FROM account_change ORDER BY id`);
for(const{sub}of query.iterate())yield sub}}}),27186:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Fn:()=>checkpoint,MM:()=>makeDurable,iR:()=>openLedgerFile,Ov:()=>removeLedgerFile});
var external_node_fs_=__webpack_require__(73024);
var external_node_path_=__webpack_require__(76760);
var external_node_sqlite_=__webpack_require__(80099);
var input_error=__webpack_require__(30199);
;
const LEDGER_VERSION=8;
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
      fingerprint TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      duplicate_of INTEGER,
      run TEXT
    ) STRICT;
    CREATE TABLE user_chunk (last INTEGER PRIMARY KEY, users BLOB NOT NULL) STRICT;
    CREATE TABLE replaced_user (row INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE TABLE key (hash INTEGER NOT NULL, row INTEGER NOT NULL) STRICT;
    CREATE TABLE claim (key TEXT PRIMARY KEY, row INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE warning (row INTEGER NOT NULL, kind INTEGER NOT NULL) STRICT;
    CREATE TABLE warning_kind (id INTEGER PRIMARY KEY, problem TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE account_change (
      id INTEGER PRIMARY KEY,
      known INTEGER UNIQUE,
      sub TEXT,
      action TEXT NOT NULL,
      state TEXT NOT NULL,
      code TEXT, message TEXT, hint TEXT,
      attempts INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE batch (
      id INTEGER PRIMARY KEY,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      state TEXT NOT NULL
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
throw new input_error.d([`${(0,external_node_path_.dirname)(path)}: an unfinished run left a ledger of another version of cidaas-migrate (ledger version ${version}; this release reads version ${LEDGER_VERSION}). Finish the run with that release, or delete the folder: users that were settled after the last resume file was written are then sent again, as updates.`])}
return db}
function makeDurable(db){
db.exec(`PRAGMA synchronous = NORMAL; PRAGMA journal_mode = WAL;`)}
function checkpoint(db){
db.exec(`PRAGMA wal_checkpoint(PASSIVE)`)}
function removeLedgerFile(path){
for(const suffix of[``,`-journal`,`-wal`,`-shm`])(0,external_node_fs_.rmSync)(path+suffix,{force:true})}}),24758:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{O:()=>Ledger});
var row=__webpack_require__(99919);
var disk_full=__webpack_require__(36589);
var ledger_file=__webpack_require__(27186);
var ledger_query=__webpack_require__(80617);
var external_node_fs_=__webpack_require__(73024);
;
const CHUNK_BYTES=1024*1024;
function reserveSpace(path,bytes){
releaseSpace(path);
const file=(0,external_node_fs_.openSync)(path,`wx`,384);
try{
const zeros=Buffer.alloc(CHUNK_BYTES);
for(let left=bytes;left>0;left-=CHUNK_BYTES)writeAll(file,zeros.subarray(0,Math.min(CHUNK_BYTES,left)))}catch(error){
releaseSpace(path);
throw error}finally{
(0,external_node_fs_.closeSync)(file)}}
function releaseSpace(path){
(0,external_node_fs_.rmSync)(path,{force:true})}
function writeAll(file,bytes){
for(let done=0;done<bytes.length;)done+=(0,external_node_fs_.writeSync)(file,bytes,done)}
var row_cells=__webpack_require__(27297);
var row_warnings=__webpack_require__(15367);
var external_node_zlib_=__webpack_require__(38522);
;
const MAX_USERS=256;
const UNPACKED_CHUNKS=8;
const LINE_BREAK=10;
const PACKING={params:{[external_node_zlib_.constants.ZSTD_c_compressionLevel]:1}};
class StoredUsers{
#insert;
#replace;
#findChunk;
#readChunk;
#findReplaced;
#unpacked=new Map;
#current=null;
#hasReplaced;
constructor(db){
this.#insert=db.prepare(`INSERT INTO user_chunk (last, users) VALUES (?, ?)`);
this.#replace=db.prepare(`INSERT OR REPLACE INTO replaced_user (row, body) VALUES (?, ?)`);
this.#findChunk=(0,ledger_query.I)(db,`SELECT last FROM user_chunk WHERE last >= ? ORDER BY last LIMIT 1`);
this.#readChunk=(0,ledger_query.I)(db,`SELECT users FROM user_chunk WHERE last = ?`);
this.#findReplaced=(0,ledger_query.I)(db,`SELECT body FROM replaced_user WHERE row = ?`);
this.#hasReplaced=(0,ledger_query.I)(db,`SELECT 1 FROM replaced_user LIMIT 1`).get()!==undefined;
db.function(`user_body`,row=>this.body(Number(row)));
db.function(`user_identifiers`,row=>this.#line(Number(row),1));
db.function(`user_domain`,row=>domainOf(this.identifiers(Number(row))))}
add(users){
const chunks=Math.ceil(users.length/MAX_USERS);
const size=Math.ceil(users.length/Math.max(1,chunks));
for(let from=0;from<users.length;from+=size)this.#addChunk(users.slice(from,from+size))}
#addChunk(users){
let before=0;
let rows=``;
let lines=``;
for(const{row,body,identifiers}of users){
rows+=`${rows===``?``:`,`}${row-before}`;
before=row;
lines+=`\n${body}\n${JSON.stringify(identifiers)}`}
this.#insert.run(before,(0,external_node_zlib_.zstdCompressSync)(rows+lines,PACKING))}
body(row){
const replaced=this.#hasReplaced?this.#findReplaced.get(row)?.body:undefined;
return replaced??this.#line(row,0)}
identifiers(row){
const json=this.#line(row,1);
return json===null?{}:JSON.parse(json)}
replaceBody(row,body){
this.#hasReplaced=true;
this.#replace.run(row,body)}
#line(row,number){
const chunk=this.#chunkOf(row);
const place=chunk?.places.get(row);
if(chunk===null||place===undefined)return null;
const start=chunk.starts[place+number];
const next=chunk.starts[place+number+1];
return chunk.bytes.toString(`utf8`,start,next===undefined?chunk.bytes.length:next-1)}
#chunkOf(row){
if(this.#current?.places.has(row))return this.#current;
const last=this.#findChunk.get(row)?.last;
if(last===undefined)return null;
this.#current=this.#unpacked.get(last)??this.#unpack(last);
return this.#current}
#unpack(last){
const found=this.#readChunk.get(last);
if(found===undefined)throw new Error(`the users up to row ${last} are gone`);
const chunk=unpack(found.users);
const[oldest]=this.#unpacked.keys();
if(oldest!==undefined&&this.#unpacked.size>=UNPACKED_CHUNKS)this.#unpacked.delete(oldest);
this.#unpacked.set(last,chunk);
return chunk}}
function unpack(users){
const bytes=(0,external_node_zlib_.zstdDecompressSync)(users);
const starts=[0];
for(let end=bytes.indexOf(LINE_BREAK);end!==-1;end=bytes.indexOf(LINE_BREAK,end+1))starts.push(end+1);
const places=new Map;
let row=0;
const steps=bytes.toString(`utf8`,0,(starts[1]??1)-1);
for(const[at,step]of steps.split(`,`).entries()){
row+=Number(step);
places.set(row,2*at+1)}
return{bytes,starts,places}}
function domainOf({email}){
return email===undefined?null:email.slice(email.indexOf(`@`)+1)}
;
const IS_OPEN=`state IN ('planned', 'sending')`;
const ROWS_AT_ONCE=500;
class Ledger{
db;
path;
users;
#reservedPath;
#diskFull=null;
#insertPlanned;
#insertRow;
#insertWarnings;
#insertKeys=new Map;
#settle;
#markSending;
#markWaiting;
#waiting;
#writeNote;
constructor(path){
this.path=path;
this.#reservedPath=`${path}-reserved`;
this.db=(0,ledger_file.iR)(path);
this.users=new StoredUsers(this.db);
this.#insertPlanned=this.db.prepare(`INSERT INTO row (row, file, line, state, fingerprint) VALUES (?, ?, ?, 'planned', ?)`);
this.#insertRow=this.db.prepare(`INSERT INTO row (row, file, line, state, code, field, message, hint, identifiers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
this.#insertWarnings=(0,row_warnings.$h)(this.db);
this.#settle=this.db.prepare(`UPDATE row SET state = ?, sub = coalesce(?, sub), code = ?, field = ?, message = ?, hint = ? WHERE row = ? AND ${IS_OPEN}`);
const openRows=`row IN (SELECT value FROM json_each(?)) AND ${IS_OPEN}`;
this.#markSending=this.db.prepare(`UPDATE row SET state = 'sending', attempts = attempts + 1 WHERE ${openRows}`);
this.#markWaiting=this.db.prepare(`UPDATE row SET state = 'planned' WHERE ${openRows}`);
this.#waiting=(0,ledger_query.I)(this.db,`SELECT row FROM row WHERE row BETWEEN ? AND ? AND ${IS_OPEN} ORDER BY row`);
this.#writeNote=this.db.prepare(`INSERT INTO note (name, json) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET json = excluded.json`)}
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
reserveSpace(bytes){
reserveSpace(this.#reservedPath,bytes)}
releaseSpace(){
releaseSpace(this.#reservedPath)}
add(rows){
this.transaction(()=>{
const users=[];
for(const{row,file,line,outcome,body,fingerprint,keys,reason,warnings,identifiers={}}of rows){
if(body!==undefined){
this.#insertPlanned.run(row,file,line,fingerprint??null);
users.push({row,body,identifiers});
this.#insertWarnings(row,warnings??[]);
if(keys!==undefined&&keys.length>0)this.#insertKeysOf(keys.length).run(row,...keys);
continue}
this.#insertRow.run(row,file,line,outcome,reason?.code??null,reason?.field??null,reason?.message??null,reason?.hint??null,JSON.stringify(identifiers))}
this.users.add(users)})}
#insertKeysOf(count){
const prepared=this.#insertKeys.get(count);
if(prepared!==undefined)return prepared;
const values=Array.from({length:count},(_,at)=>`(?${at+2}, ?1)`).join(`, `);
const statement=this.db.prepare(`INSERT INTO key (hash, row) VALUES ${values}`);
this.#insertKeys.set(count,statement);
return statement}
waiting(first,last){
return this.#waiting.all(first,last).map(({row})=>{
const body=this.users.body(row);
if(body===null)throw new Error(`row ${row} is planned but has no user`);
return{row,body,sub:ownSubOf(body,this.users.identifiers(row))}})}
markSending(users){
this.refuseFullDisk();
this.#markSending.run(rowsOf(users))}
markWaiting(users){
this.#markWaiting.run(rowsOf(users))}
settle(settlements){
this.writeOutcomes(()=>{
for(const{row,outcome,sub=null,reason}of settlements){
const{code=null,field=null,message=null,hint=null}=reason??{};
this.#settle.run(outcome,sub,code,field,message,hint,row)}})}
writeOutcomes(write){
try{
this.transaction(write)}catch(error){
if(!(0,disk_full.b)(error))throw error;
this.#diskFull=error;
this.releaseSpace();
this.transaction(write)}}
refuseFullDisk(){
if(this.#diskFull!==null)throw this.#diskFull}
closeOpenRows(unsent,unknown){
const close=this.db.prepare(`UPDATE row SET state = ?, code = ?, field = NULL, message = ?, hint = ? WHERE state = ?`);
this.transaction(()=>{
close.run(`unknown`,unknown.code,unknown.message,unknown.hint,`sending`);
close.run(`unsent`,unsent.code,unsent.message,unsent.hint,`planned`)});
this.#truncateWal()}
#truncateWal(){
try{
this.db.exec(`PRAGMA wal_checkpoint(TRUNCATE)`)}catch(error){
if(!(0,disk_full.b)(error))throw error}}
discardPlan(){
this.transaction(()=>this.db.exec(`DELETE FROM row; DELETE FROM user_chunk; DELETE FROM replaced_user; DELETE FROM key; DELETE FROM claim; DELETE FROM warning;`))}
totals(){
const counts={};
const byState=(0,ledger_query.I)(this.db,`SELECT state, count(*) AS n FROM row GROUP BY state`);
for(const{state,n}of byState.iterate())counts[state]=n;
const rows=(0,ledger_query.I)(this.db,`SELECT count(*) AS n FROM row`).get()?.n??0;
const byOutcome=Object.fromEntries(row.i.map(outcome=>[outcome,counts[outcome]??0]));
return{rows,...byOutcome}}
skippedBy(){
const counts={};
const byMessage=(0,ledger_query.I)(this.db,`SELECT message, count(*) AS n FROM row WHERE state = 'skipped' GROUP BY message ORDER BY message`);
for(const{message,n}of byMessage.iterate())counts[message]=n;
return counts}
invalidBy(){
const counts={};
const byCode=(0,ledger_query.I)(this.db,`SELECT code, count(*) AS n FROM row WHERE state = 'invalid' GROUP BY code ORDER BY code`);
for(const{code,n}of byCode.iterate())counts[code]=n;
return counts}
*rows(outcomes){
const placeholders=outcomes.map(()=>`?`).join(`, `);
const next=(0,ledger_query.I)(this.db,`SELECT ${row_cells.d} FROM row WHERE row > ? AND state IN (${placeholders}) ORDER BY row LIMIT ${ROWS_AT_ONCE}`,`tuples`);
for(let found=next.all(0,...outcomes);found.length>0;found=next.all(found.at(-1)?.[0]??0,...outcomes))for(const cells of found)yield(0,row_cells.t)(cells,this.users)}
*settledRows(){
const query=(0,ledger_query.I)(this.db,`SELECT row FROM row WHERE state IN ('created', 'updated') ORDER BY row`);
for(const{row}of query.iterate())yield row}
sentUser(row){
const body=this.users.body(row);
const query=(0,ledger_query.I)(this.db,`SELECT sub, state FROM row WHERE row = ?`);
return body===null?[]:query.all(row).map(found=>({body,...found}))}
writeNote(name,value){
this.#writeNote.run(name,JSON.stringify(value))}
readNote(name){
const found=(0,ledger_query.I)(this.db,`SELECT json FROM note WHERE name = ?`).get(name);
return found===undefined?undefined:JSON.parse(found.json)}}
function ownSubOf(body,{sub}){
return body.includes(`"identities"`)?null:sub??null}
function rowsOf(users){
return JSON.stringify(users.map(({row})=>row))}}),16994:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>plannedUsers});
var _query_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(80617);
const CHUNK=2e3;
async function*plannedUsers(ledger,keys=[]){
const words=keys.map(key=>`"${key}"`);
const next=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(ledger.db,`SELECT row, user_body(row) AS body FROM row WHERE row > ? AND state = 'planned' ORDER BY row LIMIT ${CHUNK}`);
for(let last=0;;){
const chunk=next.all(last);
const end=chunk.at(-1);
if(end===undefined)return;
last=end.row;
yield words.length===0?chunk:chunk.filter(({body})=>words.some(word=>body.includes(word)));
await new Promise(done=>setImmediate(done))}}}),20268:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Dp:()=>settleCollected,b7:()=>markQueued,dD:()=>markUntouched});
function markQueued(ledger,batches){
changeState(ledger,batches,`planned`,`sending`)}
function markUntouched(ledger,ranges){
changeState(ledger,ranges,`sending`,`planned`)}
function changeState(ledger,ranges,from,to){
const change=ledger.db.prepare(`UPDATE row SET state = ? WHERE row BETWEEN ? AND ? AND state = ?`);
ledger.transaction(()=>{
for(const{first,last}of ranges)change.run(to,first,last,from)})}
function settleCollected(ledger,settlements){
const sent=ledger.db.prepare(`UPDATE row SET attempts = attempts + ? WHERE row = ? AND state IN ('planned', 'sending')`);
for(const{row,attempts}of settlements)sent.run(attempts,row);
ledger.settle(settlements)}}),27297:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{d:()=>ROW_CELLS,t:()=>toLedgerRow});
const ROW_CELLS=`row, file, line, state, code, field, message, hint, sub, attempts, duplicate_of, identifiers`;
function toLedgerRow(cells,users){
const[row,file,line,outcome,code,field,message,hint,sub,attempts,duplicateOf,json]=cells;
const identifiers=json===null?users.identifiers(row):JSON.parse(json);
const shownSub=sub??identifiers.sub??null;
return{row,file,line,outcome,code,field,message,hint,sub:shownSub,identifiers,attempts,duplicateOf}}}),15367:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$h:()=>insertWarnings,Hq:()=>warningsIn,e7:()=>warningKinds});
var _query_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(80617);
var _row_cells_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(27297);
const MAX_KNOWN_KINDS=1e3;
function warningKinds(db){
const insertKind=db.prepare(`INSERT OR IGNORE INTO warning_kind (problem) VALUES (?)`);
const findKind=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`SELECT id FROM warning_kind WHERE problem = ?`);
const known=new Map;
return({code,field,message,hint})=>{
const problem=JSON.stringify({code,field,message,hint});
const found=known.get(problem);
if(found!==undefined)return found;
insertKind.run(problem);
const id=findKind.get(problem)?.id;
if(id===undefined)throw new Error(`the kind of a warning was not stored`);
if(known.size>=MAX_KNOWN_KINDS)known.clear();
known.set(problem,id);
return id}}
function insertWarnings(db){
const kindOf=warningKinds(db);
const insert=db.prepare(`INSERT INTO warning (row, kind) VALUES (?, ?)`);
return(row,warnings)=>{
for(const warning of warnings)insert.run(row,kindOf(warning))}}
function warningsIn({db,users}){
const byCode=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`SELECT problem ->> '$.code' AS code, sum(n) AS n FROM (SELECT kind, count(*) AS n FROM warning GROUP BY kind)
     JOIN warning_kind ON warning_kind.id = kind GROUP BY 1 ORDER BY 1`);
return{rows:()=>rowsIn(db,users),byCode:Object.fromEntries(byCode.all().map(({code,n})=>[code,n]))}}
function*rowsIn(db,users){
const query=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`SELECT ${_row_cells_js__WEBPACK_IMPORTED_MODULE_1__.d}, problem FROM warning JOIN warning_kind ON warning_kind.id = kind
     JOIN row USING (row) ORDER BY warning.rowid`,`tuples`);
for(const[...cells]of query.iterate()){
const problem=JSON.parse(cells.pop());
yield{...(0,_row_cells_js__WEBPACK_IMPORTED_MODULE_1__.t)(cells,users),...problem}}}}),87533:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{t:()=>ledgerPath,v:()=>removeFolder});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
function ledgerPath(folder){
return(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder,`ledger.db`)}
async function removeFolder(folder){
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder,{recursive:true,force:true,maxRetries:5,retryDelay:50})}}),56012:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{D0:()=>sourceSecretBytes,IL:()=>sourceSecretTexts,_h:()=>parseSourceSecrets});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(64713);
var _secret_id_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(23735);
const ENCODED=`base64:`;
function sourceSecretBytes(written){
if(written.startsWith(ENCODED))return(0,_encoded_bytes_js__WEBPACK_IMPORTED_MODULE_1__.G1)(written.slice(ENCODED.length).trim());
return written===``?null:Buffer.from(written,`utf8`)}
function parseSourceSecrets(text){
const secrets=new Map;
const problems=[];
for(const[index,line]of linesOf(text).entries()){
if(line.trim()===``)continue;
const at=line.indexOf(`=`);
const name=line.slice(0,Math.max(0,at)).trim();
const written=line.slice(at+1);
const value=sourceSecretBytes(written);
const where=`password-secrets line ${index+1}`;
if(at<0||!(0,_secret_id_js__WEBPACK_IMPORTED_MODULE_2__.I$)(name))problems.push(`${where}: must be "name=value" with a name of letters, digits, _, . and -.`);else if(written===``)problems.push(`${where}: the value is missing.`);else if(value===null)problems.push(`${where}: what follows "base64:" is not base64.`);else if(secrets.has(name))problems.push(`${where}: the name was given in an earlier line.`);else secrets.set(name,value)}
if(problems.length>0)throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d(problems);
return secrets}
function sourceSecretTexts(text){
return linesOf(text).flatMap(line=>{
const written=line.slice(line.indexOf(`=`)+1);
const bytes=written.startsWith(ENCODED)?sourceSecretBytes(written):null;
if(bytes===null)return[written];
return[written.slice(ENCODED.length),Buffer.from(bytes).toString(`utf8`),Buffer.from(bytes).toString(`hex`)]})}
function linesOf(text){
return text.replace(/^\ufeff/,``).split(/\r\n|\n|\r/)}}),24007:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{b:()=>downloadArtifact});
var external_node_crypto_=__webpack_require__(77598);
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var artifact_list=__webpack_require__(742);
var artifact_problem=__webpack_require__(26127);
var artifact_service=__webpack_require__(38135);
var tenant_url=__webpack_require__(38322);
var text_escape=__webpack_require__(18944);
;
const MAX_PART_BYTES=255;
const MAX_NAME_BYTES=1024;
const CONTROL=/[\u0000-\u001f\u007f]/;
function nameProblem(name){
if(name===``)return`has no name`;
if(name.includes(`\0`))return`has a NUL in its name`;
if(CONTROL.test(name))return`has a control character in its name`;
if(name.includes(`\\`))return`has a backslash in its name`;
if(name.startsWith(`/`)||/^[A-Za-z]:/.test(name))return`has an absolute path`;
const parts=name.split(`/`);
if(parts.includes(`..`))return"leads out of its folder (`..`)";
if(parts.some(part=>part===``||part===`.`))return`has an empty part in its path`;
const isTooLong=parts.some(part=>Buffer.byteLength(part)>MAX_PART_BYTES);
if(isTooLong||Buffer.byteLength(name)>MAX_NAME_BYTES)return`has a name of more than ${MAX_PART_BYTES} bytes`;
return null}
function nameKey(name){
return name.normalize(`NFC`).toLowerCase()}
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
const CONNECT_TIMEOUT_MS=1e4;
const CHUNK_TIMEOUT_MS=3e4;
const ZIP_TYPES=[`application/zip`,`application/x-zip-compressed`,`application/zip-compressed`];
async function openWeb(){
const{EnvHttpProxyAgent}=await __webpack_require__.e(6752).then(__webpack_require__.t.bind(__webpack_require__,24371,19));
return new EnvHttpProxyAgent({...{connectTimeout:CONNECT_TIMEOUT_MS,headersTimeout:CHUNK_TIMEOUT_MS,bodyTimeout:CHUNK_TIMEOUT_MS}})}
async function downloadBlob({url,path,maxBytes,fallback},hash,signal){
const env_1={stack:[],error:void 0,hasError:false};
try{
const address=checkedAddress(url);
const web=__addDisposableResource(env_1,closing(await openWeb()),true);
const{request}=await __webpack_require__.e(6752).then(__webpack_require__.t.bind(__webpack_require__,24371,19));
const{statusCode,headers,body}=await request(address,{dispatcher:web.dispatcher,signal});
if(statusCode!==200)throw new AnswerError(`The blob store`,statusCode);
const file=__addDisposableResource(env_1,await(0,promises_.open)(path,`wx`,384),true);
let bytes=0;
for await(const chunk of body){
bytes+=chunk.length;
if(bytes>maxBytes)throw new artifact_problem.eD(`The artifact is damaged: the blob store sends more bytes than were uploaded.`);
hash.update(chunk);
await file.writeFile(chunk)}
const type=textOf(headers[`content-type`]).split(`;`,1)[0]?.trim().toLowerCase()??``;
const isZip=ZIP_TYPES.includes(type)||address.pathname.toLowerCase().endsWith(`.zip`);
return{isZip,fileName:isZip?``:fileNameOf(textOf(headers[`content-disposition`]),fallback)}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}
class AnswerError extends Error{
status;
constructor(who,status){
super(`${who} answered ${status}`);
this.name=`AnswerError`;
this.status=status===401||status===403?undefined:status}}
function checkedAddress(url){
const address=URL.canParse(url)?new URL(url):null;
const isSafe=address?.protocol===`https:`||address?.protocol===`http:`&&(0,tenant_url.U)(address.hostname);
if(address===null||!isSafe)throw new Error(`GitHub returned no https address of the artifact`);
return address}
function fileNameOf(disposition,fallback){
const[,encoded]=/filename\*\s*=\s*UTF-8''([^;\r\n]*)/i.exec(disposition)??[];
const[,plain]=/(?<!\*)filename\s*=\s*['"]?([^;\r\n"']*)['"]?/i.exec(disposition)??[];
const name=(0,external_node_path_.basename)(decoded((encoded??``).trim())||(plain??``).trim()||fallback);
const problem=nameProblem(name);
if(problem===null)return name;
throw new artifact_problem.eD(`The artifact is not used: its file ${(0,text_escape.HD)(name)} ${problem}. Upload it again.`)}
function decoded(text){
try{
return decodeURIComponent(text)}catch{
return``}}
function textOf(header){
return(Array.isArray(header)?header[0]:header)??``}
function closing(dispatcher){
return{dispatcher,[Symbol.asyncDispose]:()=>dispatcher.destroy()}}
var github_retry=__webpack_require__(40535);
var github_client=__webpack_require__(9258);
var workflow_event=__webpack_require__(74715);
;
async function signedAddress(id,place,env,signal){
return place===null?fromRuntimeService(id,env,signal):fromRest(id,place,env,signal)}
async function fromRest(id,{token,owner,repo},env,signal){
const client=await(0,github_client.U)(token,env);
const{headers}=await client.rest.actions.downloadArtifact({...{owner,repo,artifact_id:id,archive_format:`zip`},request:{signal,redirect:`manual`}});
return headers.location??``}
const SERVICE=`twirp/github.actions.results.api.v1.ArtifactService`;
async function fromRuntimeService(id,env,signal){
const run=backendIds(env.ACTIONS_RUNTIME_TOKEN??``);
const listed=await call(`ListArtifacts`,{...run,id_filter:String(id)},env,signal);
const artifacts=(0,workflow_event.M)(listed,`artifacts`);
const[artifact]=Array.isArray(artifacts)?artifacts:[];
if(artifact===undefined)throw new AnswerError(`The list of artifacts`,404);
const signed=await call(`GetSignedArtifactURL`,{workflow_run_backend_id:(0,workflow_event.M)(artifact,`workflow_run_backend_id`),workflow_job_run_backend_id:(0,workflow_event.M)(artifact,`workflow_job_run_backend_id`),name:(0,workflow_event.M)(artifact,`name`)},env,signal);
const url=(0,workflow_event.M)(signed,`signed_url`);
return typeof url===`string`?url:``}
function backendIds(token){
const claims=JSON.parse(Buffer.from(token.split(`.`)[1]??``,`base64url`).toString()||`null`);
const scopes=String((0,workflow_event.M)(claims,`scp`)??``);
const[,run=``,job=``]=/(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(scopes)??[];
if(run===``)throw new Error(`ACTIONS_RUNTIME_TOKEN names no run`);
return{workflow_run_backend_id:run,workflow_job_run_backend_id:job}}
async function call(method,body,env,signal){
const web=await openWeb();
try{
const{request}=await __webpack_require__.e(6752).then(__webpack_require__.t.bind(__webpack_require__,24371,19));
const answer=await request(new URL(`/${SERVICE}/${method}`,env.ACTIONS_RESULTS_URL),{method:`POST`,headers:{"content-type":`application/json`,authorization:`Bearer ${env.ACTIONS_RUNTIME_TOKEN}`},body:JSON.stringify(body),dispatcher:web,signal});
if(answer.statusCode!==200)throw new AnswerError(`The artifact service (${method})`,answer.statusCode);
return JSON.parse(await shortText(answer.body))}finally{
await web.destroy()}}
const MAX_ANSWER_BYTES=1024*1024;
async function shortText(body){
const chunks=[];
let bytes=0;
for await(const chunk of body){
bytes+=chunk.length;
if(bytes>MAX_ANSWER_BYTES)throw new Error(`the answer of the artifact service is too long`);
chunks.push(chunk)}
return Buffer.concat(chunks).toString()}
var external_node_zlib_=__webpack_require__(38522);
var unpack_limit=__webpack_require__(94973);
var yauzl=__webpack_require__(20663);
;
const MAX_ENTRIES=1e4;
const TYPE=61440;
const FILE=32768;
const FOLDER=16384;
const UNIX=[3,19];
const SIZES_FOLLOW=8;
const IN_EXTRA_FIELD=4294967295;
const ZIP64=1;
const DESCRIPTOR_BYTES=12;
async function readEntries(zip,{maxBytes,tooMuch,stop}){
if(zip.entryCount>MAX_ENTRIES)throw unusable(`it has more than ${MAX_ENTRIES.toLocaleString(`en`)} entries`);
const entries=[];
let bytes=0;
for await(const entry of zip.eachEntry()){
stop.throwIfAborted();
entries.push(checkedEntry(entry));
bytes+=entry.uncompressedSize;
if(bytes>maxBytes)throw tooMuch()}
refuseCollisions(entries);
await refuseLies(zip,entries,stop);
return entries}
function checkedEntry(entry){
const raw=entry.fileName;
const full=(0,yauzl.ax)(entry.generalPurposeBitFlag,raw,entry.extraFields,true);
const isFolder=full.endsWith(`/`);
const name=isFolder?full.slice(0,-1):full;
const problem=nameProblem(name)??kindProblem(entry,isFolder);
if(problem!==null)throw unusable(`its entry ${(0,text_escape.HD)(full)} ${problem}`);
return{name,isFolder,entry}}
function kindProblem(entry,isFolder){
const type=UNIX.includes(entry.versionMadeBy>>8)?entry.externalFileAttributes>>>16&TYPE:0;
if(type===FOLDER&&!isFolder)return`is a folder in place of a file`;
if(type===FILE&&isFolder)return`is a file in place of a folder`;
if(type!==0&&type!==FOLDER&&type!==FILE)return`is neither a file nor a folder, such as a link`;
if(isFolder&&entry.uncompressedSize>0)return`is a folder that contains data`;
if(entry.isEncrypted())return`is encrypted`;
if(!entry.canDecodeFileData())return`is compressed in an unknown way`;
return null}
function refuseCollisions(entries){
const files=new Set;
const folders=new Set;
for(const{name,isFolder}of entries){
const key=nameKey(name);
if(!isFolder&&files.has(key))throw unusable(`its entry ${(0,text_escape.HD)(name)} occurs twice, or in another case`);
(isFolder?folders:files).add(key);
for(let at=key.lastIndexOf(`/`);at>0;at=key.lastIndexOf(`/`,at-1))folders.add(key.slice(0,at))}
for(const{name,isFolder}of entries){
if(!isFolder&&folders.has(nameKey(name)))throw unusable(`its entry ${(0,text_escape.HD)(name)} is a file and a folder`)}}
async function refuseLies(zip,entries,stop){
const sorted=[...entries].sort((a,b)=>a.entry.relativeOffsetOfLocalHeader-b.entry.relativeOffsetOfLocalHeader);
let end=0;
for(const{name,entry}of sorted){
stop.throwIfAborted();
if(entry.relativeOffsetOfLocalHeader<end)throw unusable(`its entry ${(0,text_escape.HD)(name)} overlaps another one`);
const local=await zip.readLocalFileHeaderPromise(entry);
const{sizesFollow,compressedSize,uncompressedSize,crc32}=localSizes(local);
const isSame=local.fileName.equals(entry.fileNameRaw)&&local.compressionMethod===entry.compressionMethod&&(sizesFollow&&compressedSize===0||compressedSize===entry.compressedSize)&&(sizesFollow&&uncompressedSize===0||uncompressedSize===entry.uncompressedSize)&&(sizesFollow&&crc32===0||crc32===entry.crc32);
if(!isSame)throw unusable(`the two headers of its entry ${(0,text_escape.HD)(name)} differ`);
end=local.fileDataStart+entry.compressedSize+(sizesFollow?DESCRIPTOR_BYTES:0)}
if(end>zip.fileSize)throw unusable(`its last entry is longer than the file`)}
function localSizes({generalPurposeBitFlag,extraField,crc32,...small}){
const large=(0,yauzl.HM)(extraField).find(({id})=>id===ZIP64)?.data??Buffer.alloc(0);
let at=0;
const sizeOf=given=>{
if(given!==IN_EXTRA_FIELD||at+8>large.length)return given;
at+=8;
return Number(large.readBigUInt64LE(at-8))};
const uncompressedSize=sizeOf(small.uncompressedSize);
const compressedSize=sizeOf(small.compressedSize);
return{sizesFollow:(generalPurposeBitFlag&SIZES_FOLLOW)!==0,compressedSize,uncompressedSize,crc32}}
function unusable(why){
return new artifact_problem.eD(`The artifact is not used: ${why}. Upload it again with actions/upload-artifact.`)}
var external_node_stream_=__webpack_require__(57075);
;
const CHUNK_BYTES=64*1024;
async function openZip(file,bytes){
const options={decodeStrings:false,autoClose:false};
return(0,yauzl.or)(new BoundedReader(file,bytes),bytes,options)}
class BoundedReader extends yauzl.lJ{
#file;
#bytes;
constructor(file,bytes){
super();
this.#file=file;
this.#bytes=bytes}
read(buffer,offset,length,position,callback){
const isInside=Number.isSafeInteger(position)&&position>=0&&position+length<=this.#bytes;
if(!isInside)return void setImmediate(callback,new Error(`a position outside of the zip file`));
this.#file.read(buffer,offset,length,position).then(({bytesRead})=>callback(null,bytesRead),error=>callback(error))}}
async function*entryBytes(file,zip,{entry}){
const{fileDataStart}=await zip.readLocalFileHeaderPromise(entry,{minimal:true});
const packed=rangeOf(file,fileDataStart,fileDataStart+entry.compressedSize);
if(entry.compressionMethod===STORED)yield*packed;else yield*(0,external_node_stream_.pipeline)(packed,(0,external_node_zlib_.createInflateRaw)({chunkSize:CHUNK_BYTES}),()=>{})}
const STORED=0;
async function*rangeOf(file,start,end){
for(let at=start;at<end;){
const wanted=Math.min(CHUNK_BYTES,end-at);
const{bytesRead,buffer}=await file.read(Buffer.allocUnsafe(wanted),0,wanted,at);
if(bytesRead===0)throw new Error(`the zip file is cut off`);
yield buffer.subarray(0,bytesRead);
at+=bytesRead}}
;
var unzip_addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){
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
var unzip_disposeResources=undefined&&undefined.__disposeResources||(function(SuppressedError){
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
async function unzip(path,folder,{maxUnpacked,stop}){
const env_1={stack:[],error:void 0,hasError:false};
try{
const file=unzip_addDisposableResource(env_1,await(0,promises_.open)(path,`r`),true);
const{size}=await file.stat();
const maxBytes=(0,unpack_limit.kO)(size,maxUnpacked);
const tooMuch=()=>new unpack_limit.Ce(`The artifact`,maxBytes,maxUnpacked);
try{
const zip=await openZip(file,size);
const entries=await readEntries(zip,{maxBytes,tooMuch,stop});
await(0,promises_.mkdir)(folder,{mode:448});
for(const entry of entries)await unpack({file,zip,folder,stop},entry)}catch(cause){
stop.throwIfAborted();
throw isDamage(cause)?notAZip(cause):cause}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=unzip_disposeResources(env_1);
if(result_1)await result_1}}
async function unpack({file,zip,folder,stop},entry){
const env_2={stack:[],error:void 0,hasError:false};
try{
const path=(0,external_node_path_.join)(folder,entry.name);
await(0,promises_.mkdir)(entry.isFolder?path:(0,external_node_path_.dirname)(path),{recursive:true,mode:448});
if(entry.isFolder)return;
const{uncompressedSize,crc32:expected}=entry.entry;
const written=unzip_addDisposableResource(env_2,await(0,promises_.open)(path,`wx`,384),true);
let bytes=0;
let sum=0;
for await(const chunk of entryBytes(file,zip,entry)){
stop.throwIfAborted();
bytes+=chunk.length;
if(bytes>uncompressedSize)break;
sum=(0,external_node_zlib_.crc32)(chunk,sum);
await written.writeFile(chunk)}
if(bytes!==uncompressedSize||sum!==expected)throw new artifact_problem.eD(`The artifact is damaged: its entry ${(0,text_escape.HD)(entry.name)} has another size or checksum than the list of entries says.`)}catch(e_2){
env_2.error=e_2;
env_2.hasError=true}finally{
const result_2=unzip_disposeResources(env_2);
if(result_2)await result_2}}
function isDamage(error){
if(!(error instanceof Error)||error instanceof artifact_problem.w||error instanceof unpack_limit.Ce)return false;
const{code}=error;
return code===undefined||code.startsWith(`Z_`)}
function notAZip(cause){
return new artifact_problem.eD(`The artifact is damaged: it is not a complete zip file. Upload it again.`,{cause})}
;
const SPARE_BYTES=1024*1024;
async function downloadArtifact(artifact,folder,ports,maxUnpacked=null){
const{stop}=ports.patience;
const packed=`${folder}.part`;
await(0,promises_.mkdir)((0,external_node_path_.dirname)(folder),{recursive:true,mode:448});
try{
await(0,promises_.rm)(folder,{recursive:true,force:true});
const{isZip,fileName}=await download(artifact,packed,ports);
if(isZip)return await unzip(packed,folder,{maxUnpacked,stop});
await(0,promises_.mkdir)(folder,{mode:448});
await(0,promises_.rename)(packed,(0,external_node_path_.join)(folder,fileName))}finally{
await(0,promises_.rm)(packed,{force:true})}}
async function download({id,name,size,digest,place},path,ports){
const{env,patience,timeoutMs}=ports;
const what=`Downloading the artifact`;
const get=async signal=>{
await(0,promises_.rm)(path,{force:true});
const hash=(0,external_node_crypto_.createHash)(`sha256`);
const url=await signedAddress(id,place,env,signal);
const blob=await downloadBlob({url,path,maxBytes:size+SPARE_BYTES,fallback:name},hash,signal);
if(digest===null||digest===`sha256:${hash.digest(`hex`)}`)return blob;
throw new artifact_problem.eD(`The artifact is damaged: its bytes do not match the digest recorded when it was uploaded.`)};
try{
return await(0,github_retry.R$)(what,()=>(0,artifact_service.wj)(what,timeoutMs,get,patience.stop),{...ports,isRepeatable:error=>!(error instanceof artifact_service.EA||error instanceof artifact_problem.eD)})}catch(cause){
patience.stop.throwIfAborted();
throw(0,artifact_problem.QY)(`downloaded`,place===null?`this run`:(0,artifact_list.rt)(place),cause,patience.wallNow())}}}),742:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$4:()=>restPlaceOf,MB:()=>listAllRunArtifacts,NG:()=>listRunArtifacts,OT:()=>listOwnArtifacts,ll:()=>newestFirst,md:()=>PAGE_SIZE,qK:()=>isOwnRun,rt:()=>runName,wl:()=>ownsRepository,z4:()=>toStored,zA:()=>restCall});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(95064);
var _artifact_problem_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(26127);
var _artifact_service_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(38135);
var _github_client_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(9258);
var _github_retry_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(40535);
const PAGE_SIZE=100;
const LIST_TIMEOUT_MS=6e4;
const MAX_PAGES=10;
const MAX_PAGES_OF_ALL=100;
async function listOwnArtifacts(ports){
const{env,patience,timeoutMs}=ports;
const impossible=(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_1__.Cr)(env);
if(impossible!==null)throw new _artifact_problem_js__WEBPACK_IMPORTED_MODULE_0__.w(`unsupported`,`Artifacts cannot be downloaded: ${impossible}.`);
const list=async()=>(await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_1__.AX)()).listArtifacts();
try{
const{artifacts}=await(0,_github_retry_js__WEBPACK_IMPORTED_MODULE_2__.R$)(`Listing artifacts`,()=>(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_1__.wj)(`Listing artifacts`,Math.min(timeoutMs,LIST_TIMEOUT_MS),list,patience.stop),ports);
return newestFirst(artifacts.map(({id,name,size,createdAt,digest})=>{
return{id,name,size,createdAt:createdAt??null,digest:digest??null,expired:false,place:null}}))}catch(cause){
patience.stop.throwIfAborted();
throw(0,_artifact_problem_js__WEBPACK_IMPORTED_MODULE_0__.QY)(`listed`,`this run`,cause,patience.wallNow())}}
async function listRunArtifacts(run,ports,name){
return(await listPages(run,ports,name,MAX_PAGES)).found}
async function listAllRunArtifacts(run,ports){
const{found,isComplete}=await listPages(run,ports,undefined,MAX_PAGES_OF_ALL);
if(isComplete)return found;
const where=runName(restPlaceOf(run,ports.env));
throw new _artifact_problem_js__WEBPACK_IMPORTED_MODULE_0__.w(`unreachable`,`There are more than ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_3__.U9)(MAX_PAGES_OF_ALL*PAGE_SIZE)} artifacts in ${where}, more than are searched. Delete some.`)}
async function listPages(run,ports,name,maxPages){
const place=restPlaceOf(run,ports.env);
const{owner,repo,runId}=place;
const found=[];
let isComplete=false;
for(let page=1;page<=maxPages&&!isComplete;page++){
const artifacts=await restCall(runName(place),run.token,ports,async(client,request)=>{
const query={owner,repo,run_id:runId,per_page:PAGE_SIZE,page,...name===undefined?{}:{name}};
const{data}=await client.rest.actions.listWorkflowRunArtifacts({...query,request});
return data.artifacts});
found.push(...artifacts.map(one=>toStored(one,place)));
isComplete=artifacts.length<PAGE_SIZE}
return{found:newestFirst(found),isComplete}}
function toStored(listed,place){
const{id,name,size_in_bytes:size,created_at:created,digest,expired}=listed;
const createdAt=created===null||Number.isNaN(Date.parse(created))?null:new Date(created);
return{id,name,size,createdAt,digest:digest??null,expired,place}}
function newestFirst(artifacts){
return[...artifacts].sort((a,b)=>(b.createdAt?.getTime()??0)-(a.createdAt?.getTime()??0))}
async function restCall(where,token,ports,call){
const{env,patience,timeoutMs}=ports;
const what=`Listing artifacts`;
try{
const client=await(0,_github_client_js__WEBPACK_IMPORTED_MODULE_4__.U)(token,env);
return await(0,_github_retry_js__WEBPACK_IMPORTED_MODULE_2__.R$)(what,()=>(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_1__.wj)(what,Math.min(timeoutMs,LIST_TIMEOUT_MS),signal=>call(client,{signal}),patience.stop),ports)}catch(cause){
patience.stop.throwIfAborted();
throw(0,_artifact_problem_js__WEBPACK_IMPORTED_MODULE_0__.QY)(`listed`,where,cause,patience.wallNow())}}
function isOwnRun({runId,repository},env){
return ownsRepository(repository,env)&&(runId===null||String(runId)===env.GITHUB_RUN_ID)}
function ownsRepository(repository,env){
return repository===null||repository.toLowerCase()===env.GITHUB_REPOSITORY?.toLowerCase()}
function restPlaceOf({runId,repository,token},env){
const impossible=(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_1__.fJ)(env);
if(impossible!==null)throw new _artifact_problem_js__WEBPACK_IMPORTED_MODULE_0__.w(`unsupported`,`Artifacts cannot be downloaded: ${impossible}.`);
const[owner=``,repo=``]=(repository??env.GITHUB_REPOSITORY??``).split(`/`);
const id=runId??Number(env.GITHUB_RUN_ID??0);
if(owner===``||repo===``||id===0)throw new _artifact_problem_js__WEBPACK_IMPORTED_MODULE_0__.w(`absent`,"Outside GitHub Actions, an artifact needs `export-repository` and `export-run-id`.");
if(token===``)throw new _artifact_problem_js__WEBPACK_IMPORTED_MODULE_0__.w(`forbidden`,"Artifacts of another run or attempt need `github-token`.");
return{token,runId:id,owner,repo}}
function runName({runId,owner,repo}){
return`run ${runId} of ${owner}/${repo}`}}),26127:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{DT:()=>rateLimitText,QY:()=>artifactProblem,eD:()=>DamagedArtifact,w:()=>ArtifactProblem});
var _artifact_service_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(38135);
var _github_failure_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(31847);
class ArtifactProblem extends Error{
kind;
constructor(kind,message,options){
super(message,options);
this.name=`ArtifactProblem`;
this.kind=kind}}
class DamagedArtifact extends ArtifactProblem{
constructor(message,options){
super(`damaged`,message,options);
this.name=`DamagedArtifact`}}
const PERMISSION="give the job `permissions: actions: read`, and for another repository a `github-token` that can read it";
function artifactProblem(action,where,cause,now){
if(cause instanceof ArtifactProblem)return cause;
const failure=(0,_github_failure_js__WEBPACK_IMPORTED_MODULE_1__.o)(cause,now);
const made=(kind,message)=>new ArtifactProblem(kind,message,{cause});
switch(failure.kind){case`unauthorized`:return made(`forbidden`,"`github-token` is invalid or has expired.");case`forbidden`:return made(`forbidden`,`\`github-token\` is not allowed to read the artifacts of ${where}: ${PERMISSION}.`);case`absent`:return made(`absent`,action===`downloaded`?`The artifact of ${where} does not exist any more, or \`github-token\` cannot see it: ${PERMISSION}.`:`Either ${where} does not exist, or \`github-token\` cannot see it: ${PERMISSION}.`);case`expired`:return made(`expired`,`The artifact of ${where} has expired: GitHub deleted it when its retention ended.`);case`rate-limited`:return made(`unreachable`,`The artifacts of ${where} cannot be ${action}: ${rateLimitText(failure)}`);case`unreachable`:return made(`unreachable`,`The artifacts of ${where} cannot be ${action}: ${(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_0__.qo)(cause)}. GitHub or the way to it is in trouble (https://www.githubstatus.com). Run again later.`);case`locked`:case`other`:return made(`unreachable`,`The artifacts of ${where} cannot be ${action}: ${(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_0__.qo)(cause)}.`)}}
function rateLimitText({until}){
const when=until===null?`in an hour`:`after ${until.toISOString().slice(0,16).replace(`T`,` `)} UTC`;
return`GitHub's rate limit for this token is used up, and the run cannot wait that long. Run again ${when}.`}}),38135:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{AX:()=>loadArtifactClient,Cr:()=>whyNoRuntime,EA:()=>ArtifactTimeout,fJ:()=>whyNoArtifacts,hU:()=>isNameTaken,qo:()=>reasonFor,wj:()=>withTimeout});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(95064);
async function loadArtifactClient(){
const{DefaultArtifactClient}=await Promise.all([__webpack_require__.e(1659),__webpack_require__.e(1351),__webpack_require__.e(9645)]).then(__webpack_require__.bind(__webpack_require__,9645));
return new DefaultArtifactClient}
function whyNoArtifacts(env){
const server=env.GITHUB_SERVER_URL??`https://github.com`;
const host=URL.canParse(server)?new URL(server).hostname.toLowerCase():``;
if(host===`github.com`||host.endsWith(`.ghe.com`)||host.endsWith(`.localhost`))return null;
return`GitHub Enterprise Server has no artifact service that this action can use`}
function whyNoRuntime(env){
const missing=[`ACTIONS_RUNTIME_TOKEN`,`ACTIONS_RESULTS_URL`].filter(name=>(env[name]??``)===``);
if(missing.length===0)return whyNoArtifacts(env);
return`there is no artifact service outside GitHub Actions (${missing.join(` and `)} not set)`}
class ArtifactTimeout extends Error{
constructor(what,timeoutMs){
super(`${what} took longer than ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_1__.p0)(timeoutMs)} and was stopped`);
this.name=`ArtifactTimeout`}}
async function withTimeout(what,timeoutMs,work,stop){
stop?.throwIfAborted();
const aborter=new AbortController;
const ended=Promise.withResolvers();
const end=reason=>{
aborter.abort();
ended.reject(reason)};
const timer=setTimeout(()=>end(new ArtifactTimeout(what,timeoutMs)),timeoutMs);
const stopped=()=>end(stop?.reason);
stop?.addEventListener(`abort`,stopped,{once:true});
try{
return await Promise.race([work(aborter.signal),ended.promise])}finally{
clearTimeout(timer);
stop?.removeEventListener(`abort`,stopped)}}
function reasonFor(error){
const message=error instanceof Error?error.message:String(error);
const[first=``]=message.trim().split(/[\r\n]/);
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.BP)(first.replace(/\?[^\s"']*/g,`?…`)),300)}
function isNameTaken(error){
return error instanceof Error&&/^Failed to CreateArtifact: .*\bFailed request: \(409\)/s.test(error.message)}}),9258:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>connectGitHub});
async function connectGitHub(token,{GITHUB_API_URL:baseUrl}){
const{getOctokit}=await Promise.all([__webpack_require__.e(1351),__webpack_require__.e(770)]).then(__webpack_require__.bind(__webpack_require__,61351));
return getOctokit(token,baseUrl===undefined?{}:{baseUrl})}}),31847:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{o:()=>gitHubFailure});
const SECONDARY_LIMIT_MS=6e4;
function gitHubFailure(error,now){
const answer=failedAnswer(error);
const{status,message}=answer;
const limitMs=rateLimitMs(answer,now);
if(limitMs!==null)return{kind:`rate-limited`,until:limitMs===0?null:new Date(now+limitMs)};
switch(status){case null:if(error instanceof Error&&error.name===`ArtifactNotFoundError`)return{kind:`absent`};return isNetworkError(error)?{kind:`unreachable`}:{kind:`other`};case 401:return{kind:`unauthorized`};case 403:return/\b(?:is|are|been) locked\b/i.test(message)?{kind:`locked`}:{kind:`forbidden`};case 404:return{kind:`absent`};case 410:return{kind:`expired`};default:return status>=500||status===408?{kind:`unreachable`}:{kind:`other`}}}
function rateLimitMs({status,message,header},now){
if(status!==403&&status!==429)return null;
const seconds=Number(header(`retry-after`)??Number.NaN);
if(seconds>=0)return Math.max(1,seconds*1e3);
const reset=Number(header(`x-ratelimit-reset`)??Number.NaN);
if(header(`x-ratelimit-remaining`)===`0`&&reset>0)return Math.max(1e3,reset*1e3-now+1e3);
if(/\bsecondary rate limit\b|\babuse\b/i.test(message))return SECONDARY_LIMIT_MS;
return status===429||/\brate limit\b/i.test(message)?0:null}
function failedAnswer(error){
if(!(error instanceof Error))return{status:null,message:String(error),header:()=>null};
const{status,response}=error;
const header=name=>{
const value=response?.headers?.[name];
return value===undefined||value===``?null:String(value)};
return{status:typeof status===`number`?status:statusInMessage(error),message:error.message,header}}
function statusInMessage({message}){
const[,status]=/\bFailed request: \((\d{3})\)/.exec(message)??[];
return status===undefined?null:Number(status)}
const NETWORK_CODES=[`ECONNRESET`,`ECONNREFUSED`,`ENOTFOUND`,`EAI_AGAIN`,`ETIMEDOUT`,`EHOSTUNREACH`,`EPIPE`];
function isNetworkError(error){
if(!(error instanceof Error))return false;
const{code}=error;
if(typeof code===`string`&&(NETWORK_CODES.includes(code)||code.startsWith(`UND_ERR_`)))return true;
if([`ArtifactTimeout`,`TimeoutError`,`NetworkError`].includes(error.name))return true;
return/\bUnable to make request: [A-Z]|\bdownload failed after \d+ retries\b|\bafter \d+ attempts\b/.test(error.message)}}),40535:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{R$:()=>retrying,h:()=>gitHubPatience,uq:()=>endlessPatience});
var _runtime_clock_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(10552);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _github_failure_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(31847);
const LONGEST_WAIT_MS=61*60*1e3;
const WAITS_MS=[1e3,4e3,9e3];
function gitHubPatience(stop,limitMs){
const until=limitMs===0?Number.POSITIVE_INFINITY:_runtime_clock_js__WEBPACK_IMPORTED_MODULE_0__.m.now()+limitMs;
return{..._runtime_clock_js__WEBPACK_IMPORTED_MODULE_0__.m,stop,until}}
function endlessPatience(){
return gitHubPatience(new AbortController().signal,0)}
async function retrying(what,call,{patience,log,isRepeatable=()=>true}){
const{stop}=patience;
for(let failures=0;;failures++){
stop.throwIfAborted();
try{
return await call()}catch(error){
stop.throwIfAborted();
const date=patience.wallNow();
const failure=(0,_github_failure_js__WEBPACK_IMPORTED_MODULE_1__.o)(error,date);
const now=patience.now();
const standard=WAITS_MS[failures];
if(standard===undefined||!isRepeatable(error))throw error;
let ms;
switch(failure.kind){case`rate-limited`:ms=failure.until===null?standard:Math.max(0,failure.until.getTime()-date);if(ms>LONGEST_WAIT_MS||now+ms>patience.until)throw error;if(ms>5e3)log.notice(`${what}: GitHub limits the rate of calls. Trying again in ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.p0)(ms)}.`);break;case`unreachable`:if(isExhausted(error)||now+standard>patience.until)throw error;ms=standard;log.info(`${what}: GitHub did not answer usably. Trying again in ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.p0)(ms)}.`);break;default:throw error}
await patience.sleep(ms,stop)}}}
function isExhausted(error){
if(!(error instanceof Error))return false;
return/\bafter \d+ (?:attempts|retries)\b/.test(error.message)}}),84566:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{_L:()=>openReportDir,Jr:()=>removeReport,u5:()=>writeReport});
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
;
const MAX_BINS=160;
const MAX_FILES=1e3;
function failurePlaces(){
const files=new Map;
function collected(file){
const known=files.get(file);
if(known!==undefined)return known;
if(files.size>=MAX_FILES)return null;
const fresh={lines:1,last:0,total:0,bins:[]};
files.set(file,fresh);
return fresh}
function reach(of,line){
of.last=Math.max(of.last,line);
while(Math.ceil(of.last/of.lines)>MAX_BINS){
of.lines*=2;
of.bins=merged(of.bins)}}
return{add({file,line,outcome}){
const of=collected(file);
if(of===null)return;
reach(of,line);
const at=Math.floor((line-1)/of.lines);
const bin=of.bins[at]??{};
bin[outcome]=(bin[outcome]??0)+1;
of.bins[at]=bin;
of.total++},reach({file,line}){
const of=collected(file);
if(of!==null)reach(of,line)},files:()=>[...files].filter(([,{total}])=>total>0).map(([file,of])=>({file,lines:of.lines,bins:binsOf(of),total:of.total})).sort((a,b)=>b.total-a.total||a.file-b.file)}}
function merged(bins){
const half=[];
bins.forEach((bin,at)=>{
const into=half[Math.floor(at/2)]??{};
for(const[outcome,rows]of Object.entries(bin))into[outcome]=(into[outcome]??0)+rows;
half[Math.floor(at/2)]=into});
return half}
function binsOf({bins,last,lines}){
return Array.from({length:Math.ceil(last/lines)},(_,at)=>{
const counts=bins[at]??{};
return{counts,total:Object.values(counts).reduce((sum,rows)=>sum+rows,0)}})}
var failure_tally=__webpack_require__(27675);
var text_escape=__webpack_require__(18944);
var text_chunks=__webpack_require__(92014);
;
const ROW_COLUMNS=[...[`row`,`file`,`line`,`outcome`,`code`,`field`,`message`,`hint`],...[`sub`,`email`,`username`,`mobile_number`]];
const FAILURE_COLUMNS=[...ROW_COLUMNS,`attempts`];
function rowCsv(columns,rows){
return(0,text_chunks.m)(lines(columns,rows))}
function*lines(columns,rows){
yield`${columns.join(`,`)}\r\n`;
for(const row of rows)yield`${columns.map(column=>(0,text_escape.rK)(row[column]??null)).join(`,`)}\r\n`}
;
function failuresCsv(failures){
return rowCsv(FAILURE_COLUMNS,cells(failures))}
function*cells(failures){
for(const{user,...row}of failures)yield{...row,...user}}
var explained_row=__webpack_require__(14912);
;
function rowAllowance(totals,most){
const given=allowances(Object.values(totals),most);
const allowed=new Map(Object.keys(totals).map((kind,index)=>[kind,given[index]??0]));
let left=given.reduce((sum,count)=>sum+count,0);
return{takes(kind){
const count=allowed.get(kind)??0;
if(count===0)return false;
allowed.set(kind,count-1);
left--;
return true},left:()=>left}}
function allowances(wanted,most){
const given=wanted.map(()=>0);
const rarestFirst=[...wanted.entries()].sort(([,a],[,b])=>a-b);
let left=most;
for(const[place,[kind,rows]]of rarestFirst.entries()){
const share=Math.min(rows,Math.floor(left/(wanted.length-place)));
given[kind]=share;
left-=share}
return given}
var page_row=__webpack_require__(35362);
;
const MAX_WORDS=2e3;
function pageRowWriter(){
const word=wordWriter();
const message=wordWriter();
return row=>{
const cells=[row.row,row.line,word(row.file),word(row.outcome),word(row.code),word(row.field),message(row.message),word(row.hint),row.duplicateOf,row.attempts,row.sub,row.email,row.username,row.mobile_number,word(row.meaning)];
while(cells.at(-1)===null)cells.pop();
return(0,text_escape.eC)(cells)}}
function pageRowReader(){
const word=wordReader();
const message=wordReader();
return cells=>{
const[row,line,file,outcome,code,field,text,hint,duplicateOf,attempts,...ids]=cells;
const[sub,email,username,mobile,meaning]=ids;
return{row:Number(row),line:Number(line),file:word(file)??``,outcome:word(outcome),code:word(code),field:word(field),message:message(text),hint:word(hint),duplicateOf:typeof duplicateOf===`number`?duplicateOf:null,attempts:Number(attempts),sub:textOrNull(sub),email:textOrNull(email),username:textOrNull(username),mobile_number:textOrNull(mobile),meaning:word(meaning)}}}
function wordWriter(){
const places=new Map;
return word=>{
if(word===null)return null;
const place=places.get(word);
if(place===undefined&&places.size<MAX_WORDS)places.set(word,places.size);
return place??word}}
function wordReader(){
const words=[];
return cell=>{
if(typeof cell===`number`)return words[cell]??null;
if(typeof cell===`string`&&words.length<MAX_WORDS)words.push(cell);
return cell??null}}
function textOrNull(cell){
return typeof cell===`string`?cell:null}
;
const PAGE_BOUNDS={failures:{rows:2e5,characters:64e6},warnings:{rows:5e4,characters:16e6},successes:{rows:1e5,characters:16e6}};
const MAX_PLAIN_ROWS={failures:1e3,warnings:1e3,successes:100};
function outcomeCounts(totals,outcomes){
return Object.fromEntries(outcomes.map(outcome=>[outcome,totals[outcome]]))}
function collectedRows(options){
const{totals}=options;
const{first,isFull,lineOf}=lineWriter(options);
const lines=[];
return{...{totals,first,lines},add(row){
const line=isFull()?null:lineOf(row);
if(line!==null)lines.push(line)}}}
function streamedRows(rows,options){
const{first,isFull,lineOf}=lineWriter(options);
const lines=linesOf();
const ahead=[];
while(first.length<MAX_PLAIN_ROWS[options.name]){
const next=lines.next();
if(next.done)break;
ahead.push(next.value)}
return{totals:options.totals,first,lines:allLines()};
function*linesOf(){
if(isFull())return;
for(const row of rows){
const line=lineOf(row);
if(line!==null)yield line;
if(isFull())return}}
function*allLines(){
yield*ahead;
yield*lines}}
function lineWriter({name,totals,language,bounds=PAGE_BOUNDS[name]}){
const allowance=rowAllowance(totals,bounds.rows);
const write=pageRowWriter();
const first=[];
let characters=0;
return{first,isFull:()=>allowance.left()===0||characters>bounds.characters,lineOf(row){
if(!allowance.takes(name===`warnings`?row.code??``:row.outcome))return null;
const shown=(0,page_row.o)((0,explained_row.V)(row,language));
if(first.length<MAX_PLAIN_ROWS[name])first.push(shown);
const line=write(shown);
characters+=line.length;
return line}}}
var words_of=__webpack_require__(51001);
var report_data=__webpack_require__(73211);
var report_json=__webpack_require__(47273);
var shown_row=__webpack_require__(91602);
var source_links=__webpack_require__(22233);
;
function warningsCsv(warnings){
return rowCsv(ROW_COLUMNS,warnings_csv_cells(warnings))}
function*warnings_csv_cells(warnings){
for(const{user,...row}of warnings)yield{...row,...user}}
var input_error=__webpack_require__(30199);
;
const NAMES={json:`report.json`,failuresCsv:`failures.csv`,warningsCsv:`warnings.csv`,html:`report.html`};
async function writeReport({dir,head,rows,warnings,level,notes=[],language=`en`,limits=[],links=source_links.EB}){
const fileNames=head.export.files.map(({name})=>name);
const failures=(0,failure_tally.du)();
const places=failurePlaces();
const successes=(0,report_data.r)(head.mode);
const listed={warnings:collectedRows({name:`warnings`,totals:warnings.byCode,language}),successes:collectedRows({name:`successes`,totals:outcomeCounts(head.totals,successes),language})};
const shown=(outcomes,look=()=>undefined)=>(0,shown_row.$6)(seen(rows(outcomes),look),level,fileNames);
const paths={json:(0,external_node_path_.join)(dir,NAMES.json),failuresCsv:(0,external_node_path_.join)(dir,NAMES.failuresCsv),warningsCsv:(0,external_node_path_.join)(dir,NAMES.warningsCsv),html:(0,external_node_path_.join)(dir,NAMES.html)};
try{
await(0,promises_.mkdir)(dir,{recursive:true});
const failed=shown(report_data.n,row=>{
failures.add(row);
places.add(row)});
const succeeded=seen(shown(successes,places.reach),listed.successes.add);
await write(paths.json,(0,report_json.l4)(head,{failures:failed,successes:succeeded},level));
await write(paths.failuresCsv,failuresCsv(shown(report_data.n)));
const warned=seen((0,shown_row.T2)(warnings.rows(),level,fileNames),listed.warnings.add);
await write(paths.warningsCsv,warningsCsv(warned));
const failuresOnPage={name:`failures`,totals:outcomeCounts(head.totals,report_data.n),language};
const lists={...listed,failures:streamedRows(shown(report_data.n),failuresOnPage)};
const counted={groups:failures.groups(),places:places.files(),limits};
const{reportHtml}=await Promise.all([__webpack_require__.e(1560),__webpack_require__.e(9418)]).then(__webpack_require__.bind(__webpack_require__,89418));
await write(paths.html,reportHtml({head,lists,...counted,level,fileNames,notes,links,words:(0,words_of.Z)(language)}))}catch(cause){
const code=cause.code;
if(code===undefined)throw cause;
throw new Error(`The report cannot be written to ${dir} (${code}). Set \`report-dir\` to a writable folder.`,{cause})}
return{dir,...paths,failures}}
function*seen(rows,look){
for(const row of rows){
look(row);
yield row}}
async function openReportDir(dir){
try{
await(0,promises_.mkdir)(dir,{recursive:true});
await(0,promises_.access)(dir,promises_.constants.W_OK)}catch(cause){
if(await isThere(dir,found=>!found.isDirectory()))throw new input_error.d([`\`report-dir\`: ${dir} is not a folder. Set it to a folder.`],{cause});
const code=cause.code??`unknown error`;
throw new input_error.d([`\`report-dir\`: ${dir} is not writable (${code}). Set it to a writable folder.`],{cause})}
await refuseFolders(dir)}
async function refuseFolders(dir){
for(const name of Object.values(NAMES).flatMap(one=>[one,`${one}.part`])){
if(await isThere((0,external_node_path_.join)(dir,name),found=>found.isDirectory()))throw new input_error.d([`\`report-dir\`: ${(0,external_node_path_.join)(dir,name)} is a folder. Remove it, or set another folder.`])}}
async function isThere(path,asExpected){
return(0,promises_.lstat)(path).then(asExpected,()=>false)}
async function removeReport(dir){
for(const name of Object.values(NAMES))await(0,promises_.rm)((0,external_node_path_.join)(dir,name),{force:true})}
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
await(0,promises_.rename)(part,path)}}),22041:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>repositoryFiles,r:()=>lineOfMessage});
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(73024);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
const WITHOUT_LINES=/\.(?:gz|zst|age)$/i;
function repositoryFiles(workspace,{mapping,exportIsArtifact},ruleLines){
return{mapping:mapping===null?null:pathInRepository(workspace,mapping),ruleLines,exported:name=>exportIsArtifact||WITHOUT_LINES.test(name)?null:pathInRepository(workspace,name)}}
function lineOfMessage(workspace,{mapping,exportIsArtifact},text){
const[,,name,line]=/^(?:([^:]+): )?([^:]+(?::[\\/][^:]+)?):(\d+): /.exec(text)??[];
if(name===undefined||name!==mapping&&(exportIsArtifact||WITHOUT_LINES.test(name)))return null;
const file=pathInRepository(workspace,name);
return file===null?null:{file,line:Number(line)}}
function pathInRepository(workspace,name){
const top=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace);
const path=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(top,name);
const inside=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(top,path);
if(inside===``||inside.startsWith(`..`)||(0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(inside)||!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))return null;
let root=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
while(root!==top&&!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root,`.git`)))root=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(root);
return(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root,path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join(`/`)}}),68119:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{O:()=>trackedFiles});
var node_child_process__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(31421);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
var node_util__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(57975);
const run=(0,node_util__WEBPACK_IMPORTED_MODULE_2__.promisify)(node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFile);
const HALF_A_MINUTE=30*1e3;
const FILES_PER_CALL=100;
async function trackedFiles(paths,stop){
const tracked=new Set;
for(const[folder,inFolder]of Map.groupBy(paths,path=>(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))){
const names=inFolder.map(path=>(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path));
for(let first=0;first<names.length;first+=FILES_PER_CALL){
const found=await trackedNames(folder,names.slice(first,first+FILES_PER_CALL),stop);
for(const name of found)tracked.add((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder,name))}}
return tracked}
async function trackedNames(folder,names,stop){
const options=[`-c`,`safe.directory=*`,`-c`,`core.fsmonitor=false`,`--literal-pathspecs`];
try{
const args=[...options,`-C`,folder,`ls-files`,`-z`,`--`,...names];
const{stdout}=await run(`git`,args,{signal:stop,timeout:HALF_A_MINUTE});
return stdout.split(`\0`).filter(name=>name!==``)}catch{
stop.throwIfAborted();
return[]}}}),74715:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{M:()=>property,m:()=>readWorkflowEvent});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51455);
async function readWorkflowEvent({GITHUB_EVENT_PATH:path}){
if(path===undefined)return null;
try{
return JSON.parse(await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path,`utf8`))}catch{
return null}}
function property(value,name){
return typeof value===`object`&&value!==null?Reflect.get(value,name):undefined}}),87927:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{M:()=>verdictLine,P:()=>closingLines});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(95064);
var _comparison_summary_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(148);
var _language_words_of_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(51001);
var _log_lines_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(64302);
var _rehearsal_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(82377);
var _sections_changed_users_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(47790);
var _sections_undo_section_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(29899);
const MAX_REASONS=10;
function closingLines(head,groups,reportPath,more=null){
const words=(0,_language_words_of_js__WEBPACK_IMPORTED_MODULE_1__.Z)(`en`);
const lines=[];
for(const group of groups.slice(0,MAX_REASONS)){
const{code,outcome,count:rows}=group;
lines.push(`  ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_5__.U9)(rows)} ${outcome}${code===outcome?``:`: ${code}`}`);
if(more!==null)lines.push(`    ${more(group)}`)}
for(const[code,rows]of Object.entries(head.warnings))lines.push(`  ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_5__.hS)(rows,`warning`)}: ${code}`);
if(head.missing!==undefined)lines.push(`Missing users: ${countsOfMissing(head.missing,words)}`);
if(head.undo!==undefined)lines.push(`Users of the run: ${(0,_sections_changed_users_js__WEBPACK_IMPORTED_MODULE_3__.WN)((0,_sections_undo_section_js__WEBPACK_IMPORTED_MODULE_4__.P_)(head.undo),words)}`);
if(head.comparison!==null){
const{headline,alerts}=(0,_comparison_summary_js__WEBPACK_IMPORTED_MODULE_0__.x)(head.comparison,words);
lines.push(headline,...alerts.map(alert=>`  ${alert}`))}
if(head.planDigest!==null)lines.push(`Plan digest: ${head.planDigest}`);
lines.push(`Report: ${reportPath}`);
return lines}
function verdictLine(head){
const{mode,outcome,durationMs,totals}=head;
const rehearsed=(0,_rehearsal_js__WEBPACK_IMPORTED_MODULE_6__.S)(head);
const took=`${rehearsed?`rehearsal`:mode} ${outcome} after ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_5__.p0)(durationMs)}`;
if(mode===`undo`)return took;
return outcome===`error`&&totals.rows===0?`${took}, before any row was read`:`${took}: ${(0,_log_lines_js__WEBPACK_IMPORTED_MODULE_2__.o)(totals,rehearsed)}`}
function countsOfMissing({users:_,...counts},words){
return(0,_sections_changed_users_js__WEBPACK_IMPORTED_MODULE_3__.WN)(counts,words)}}),148:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{k:()=>changeText,x:()=>summarizeComparison});
var _compare_compare_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(21337);
var _compare_value_change_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(32211);
function summarizeComparison(comparison,words){
const{base,problems,rows}=comparison;
const{name}=base;
if(problems.length>0)return{headline:words.text(`compared.not`,{name,why:problems.join(` `)}),alerts:[]};
if(rows.changed+rows.moved===0)return{headline:words.text(`compared.nothing`,{name}),alerts:[]};
const parts=[...changedUsers(comparison,words),...moved(comparison.moves,words)];
const same=rows.same===0?``:words.text(`compared.same`,{n:rows.same});
const headline=`${words.text(`compared.with`,{name,parts:parts.join(`, `)})}${same}`;
return{headline,alerts:alerts(comparison,words)}}
function changedUsers({rows:{changed}},words){
return changed===0?[]:[words.text(`compared.differently`,{n:changed})]}
const KINDS=[`newly invalid`,`newly valid`,`newly skipped`,`no longer skipped`,`newly duplicate`,`no longer duplicate`,`another reason`,`newly read`,`no longer read`];
function moved(moves,words){
return KINDS.flatMap(kind=>{
const n=rowsOf(moves,kind);
return n===0?[]:[words.text(`moved.${kind}`,{n})]})}
function rowsOf(moves,kind){
return moves.reduce((sum,move)=>move.kind===kind?sum+move.rows:sum,0)}
const IDENTIFIER=/(?:^|\.)(?:email|username|mobile_number)$/;
function alerts({fields,moves},words){
const maxUsers=(pattern,how=_compare_compare_js__WEBPACK_IMPORTED_MODULE_0__.bT)=>Math.max(0,...fields.filter(({field})=>pattern.test(field)).map(how));
const lost=rowsOf(moves.filter(({from})=>from?.outcome===`planned`),`newly invalid`);
const found=[[maxUsers(/(?:^|\.)sub$/,({changed,removed})=>changed+removed),`alert.sub`],[maxUsers(/^password_hash_info\.passwordHash$/,({removed})=>removed),`alert.no-password`],[maxUsers(/^password_hash_info\./,({changed,added})=>changed+added),`alert.password`],[maxUsers(IDENTIFIER,({changed,removed,ways})=>changed+removed-(ways[_compare_value_change_js__WEBPACK_IMPORTED_MODULE_1__.m]??0)),`alert.identifier`],[maxUsers(/^userStatus$/),`alert.status`],[lost,`alert.lost`]];
return found.flatMap(([n,key])=>n===0?[]:[words.text(key,{n})])}
function changeText({added,removed,changed,ways},words){
const how=Object.entries(ways).map(([way,users])=>users===changed?way:`${words.count(users)} ${way}`);
const changes=how.length===0?words.text(`compared.changed`,{users:changed}):words.text(`compared.changed-how`,{users:changed,how:how.slice(0,MAX_WAYS).join(`, `)});
return[...changed>0?[changes]:[],...added>0?[words.text(`compared.added`,{users:added})]:[],...removed>0?[words.text(`compared.removed`,{users:removed})]:[]].join(`, `)}
const MAX_WAYS=3}),27675:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ku:()=>firstOf,du:()=>failureTally,mG:()=>tallied});
var _text_sentence_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(49062);
var _shown_row_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(91602);
const MAX_GROUPS=500;
const MAX_FIRST_ROWS=100;
function failureTally(){
const groups=new Map;
const first=[];
function add(row){
const code=row.code??row.outcome;
const{outcome,field}=row;
const key=`${outcome} ${code} ${field??``}`;
const known=groups.get(key);
if(known!==undefined)known.count++;else if(groups.size<MAX_GROUPS)groups.set(key,{outcome,code,field,count:1,first:row});else addOther(row);
if(first.length<MAX_FIRST_ROWS&&row.outcome!==`unsent`)first.push(row)}
function addOther(row){
const others=groups.get(`other`);
if(others===undefined)groups.set(`other`,{outcome:row.outcome,code:`other`,field:null,count:1,first:row});else others.count++}
return{add,groups:()=>[...groups.values()].sort((a,b)=>b.count-a.count||a.first.row-b.first.row),first:()=>first}}
function firstOf({first},level,fileNames){
const{file,line,field,message,hint}=(0,_shown_row_js__WEBPACK_IMPORTED_MODULE_0__.St)(first,level,fileNames);
const details=[message===null||hint===null?message:(0,_text_sentence_js__WEBPACK_IMPORTED_MODULE_1__.K)(message),hint].filter(text=>text!==null).join(` `);
return`first at ${file}:${line}${field===null?``:` (${field})`}${details===``?``:`: ${details}`}`}
function*tallied(rows,tally){
for(const row of rows){
tally.add(row);
yield row}}}),61533:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{U:()=>englishMark,k:()=>messageCell});
function messageCell(message,hint,words){
const marked=words.language===`en`?message:`<span${englishMark(words)}>${message}</span>`;
return`${marked}<div class="hint"${englishMark(words)}>${hint}</div>`}
function englishMark({language}){
return language===`en`?``:` lang="en"`}}),35362:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{o:()=>pageRow,y:()=>MAX_CODE_CHARACTERS});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
const MAX_CODE_CHARACTERS=100;
function pageRow(explained){
const{row,file,line,outcome,code,field,message,hint,meaning,duplicateOf,attempts,user}=explained;
return{row,file:oneLine(file,200),line,outcome,code:oneLineOrNull(code,MAX_CODE_CHARACTERS),field:oneLineOrNull(field,100),message:oneLineOrNull(message,1e3),hint:oneLineOrNull(hint,500),duplicateOf,attempts,sub:oneLineOrNull(user.sub??null,200),email:oneLineOrNull(user.email??null,200),username:oneLineOrNull(user.username??null,200),mobile_number:oneLineOrNull(user.mobile_number??null,200),meaning:oneLineOrNull(meaning,500)}}
function oneLineOrNull(text,characters){
return text===null?null:oneLine(text,characters)}
function oneLine(text,characters){
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__._s)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(text,characters))}}),69470:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Pb:()=>tableStart,Pj:()=>TABLE_END,Qq:()=>text,Yc:()=>tableSection,aY:()=>code,jD:()=>tableRow});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
function tableSection(title,columns,rows,style={}){
if(rows.length===0)return``;
const body=rows.map(cells=>tableRow(columns,cells)).join(``);
return`<section${style.className===undefined?``:` class="${style.className}"`}>
${tableStart(title,columns,style)}${body}${TABLE_END}</section>
`}
function tableStart(title,columns,{caption=``,heading=true}={}){
const cells=columns.map(column=>`<th scope="col"${numeric(column)}>${column.replace(/^#/,``)}</th>`);
return`${heading?`<h2>${title}</h2>\n`:``}<div class="scroll" tabindex="0" role="region" aria-label="${title}">
<table>
${caption===``?``:`<caption>${caption}</caption>\n`}<thead>
<tr>${cells.join(``)}</tr>
</thead>
<tbody>
`}
const TABLE_END=`</tbody>
</table>
</div>
`;
function tableRow(columns,cells,ms){
const row=cells.map((cell,index)=>`<td${numeric(columns[index]??``)}>${cell}</td>`).join(``);
return`<tr${ms===undefined?``:` data-ms="${ms}"`}>${row}</tr>\n`}
function text(value,characters){
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ZD)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(value,characters))}
function code(value,characters,tone=``){
return`<code${tone===``?``:` class="${tone}"`}>${text(value,characters)}</code>`}
function numeric(column){
return column.startsWith(`#`)?` class="number"`:``}}),14912:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{p:()=>codeText,V:()=>explainedRow});
;
const DE_VALUE_CODES={"boolean.invalid":{meaning:`Der Wert ist keine bekannte Form von ja oder nein.`,hint:"Verwenden Sie true oder false, 1 oder 0, yes oder no, ja oder nein. Ordnen Sie andere Wörter zu: `table: { S: true, N: false }`."},"birthdate.future":{meaning:`Das Geburtsdatum liegt in der Zukunft.`,hint:"Korrigieren Sie das Datum oder sein Format: `date: dd.MM.yyyy`. Eine zweistellige Jahreszahl wurde vielleicht dem falschen Jahrhundert zugeordnet."},"birthdate.implausible":{meaning:`Das Geburtsdatum liegt vor 1900. Oft ist es ein Platzhalter.`,hint:"Lassen Sie Platzhalter mit `replace: { ^1800-01-01$: '' }` oder mit `when` weg."},"birthdate.invalid":{meaning:`Das Geburtsdatum ist kein Datum in der Form YYYY-MM-DD, das es gibt.`,hint:"Geben Sie das Format des Quellsystems an, `date: dd.MM.yyyy`, oder korrigieren Sie die Zeile."},"date.ambiguous":{meaning:`Zwei Formate im Mapping lesen den Wert als verschiedene Tage.`,hint:"Behalten Sie nur das Format, das das Quellsystem verwendet, zum Beispiel `date: dd.MM.yyyy`. Ein Datum wird nie geraten."},"date.invalid":{meaning:`Der Wert ist kein Datum in dem Format, das im Mapping angegeben ist.`,hint:"Korrigieren Sie das Datum, oder geben Sie sein Format im Mapping an: `date: dd.MM.yyyy`."},"instant.implausible":{meaning:`Der Zeitpunkt liegt vor 1990 oder in der Zukunft. Oft ist er ein Platzhalter, oder Sekunden wurden als Millisekunden gelesen.`,hint:"Prüfen Sie das Format, zum Beispiel `instant: epoch-milliseconds`. Lassen Sie Platzhalter weg."},"instant.invalid":{meaning:`Der Wert ist kein Zeitpunkt in dem Format, das im Mapping angegeben ist, oder seine Zeitzone ist unbekannt.`,hint:"Geben Sie das Format an, `instant: dd.MM.yyyy HH:mm`, und `zone: Europe/Berlin`, wenn das Quellsystem Ortszeit verwendet."},"json.invalid":{meaning:`Der Text ist kein gültiges JSON.`,hint:"Korrigieren Sie die Zelle, oder übernehmen Sie sie als Text: `type: string`."},"locale.invalid":{meaning:`Der Wert ist kein Sprachkürzel wie de, de-DE oder de_DE.`,hint:"Ordnen Sie die Namen der Sprachen zu: `table: { Deutsch: de-DE, Englisch: en-GB }`."},"number.imprecise":{meaning:`Eine Zahl im Export ist zu groß oder hat mit Nachkommastellen oder Exponent zu viele Ziffern, um genau gelesen zu werden.`,hint:"Exportieren Sie die Zahl als Text in Anführungszeichen, oder entfernen Sie das Feld aus dem Mapping: `fields: { customFields.…: null }`, wenn ein Preset es enthält."},"number.invalid":{meaning:`Der Wert eines Zahlenfeldes ist keine Zahl.`,hint:"Schreiben Sie die Zahl mit Ziffern und Dezimalpunkt, zum Beispiel -12.5, oder übernehmen Sie sie als Text: `type: string`."},"phone.assumed-country":{meaning:`Die Telefonnummer hat keine Landesvorwahl mit +, und der Datensatz nennt kein Land, in dem sie gültig ist. Das Land wurde angenommen.`,hint:"Ordnen Sie address.country zu, geben Sie die Spalte des Landes an, `phone: { country: … }`, oder prüfen Sie `phone-region`."},"phone.invalid":{meaning:`Die Telefonnummer ist ungültig, keine Mobilnummer, mehrdeutig, ohne bekanntes Land oder nicht im Format E.164 (+4917…).`,hint:"Geben Sie das Land nationaler Nummern an, `phone: DE` in der Regel oder `phone-region: DE`, korrigieren Sie die Nummer, oder lassen Sie ungültige weg: `rules: { phone.invalid: warn }`."},"spreadsheet.decimals":{meaning:`Eine Tabellenkalkulation hat anscheinend .0 an eine Zahl angehängt, zum Beispiel 10234.0.`,hint:"Exportieren Sie die Spalte als Text, oder entfernen Sie die Endung im Mapping: `replace: { '\\.0$': '' }`. `rules: { spreadsheet.decimals: error }` lässt solche Zeilen aus."},"spreadsheet.exponent":{meaning:`Eine Tabellenkalkulation hat anscheinend aus einer langen Zahl einen Näherungswert wie 1,23E+11 gemacht.`,hint:"Exportieren Sie erneut, und öffnen Sie die Datei nicht in einer Tabellenkalkulation, denn verlorene Ziffern lassen sich nicht wiederherstellen. `rules: { spreadsheet.exponent: error }` lässt solche Zeilen aus."},"spreadsheet.zeros":{meaning:`Eine deutsche Postleitzahl hat vier Ziffern. Eine Tabellenkalkulation hat vielleicht die führende Null entfernt.`,hint:"Exportieren Sie erneut, und öffnen Sie die Datei nicht in einer Tabellenkalkulation. `rules: { spreadsheet.zeros: error }` lässt solche Zeilen aus."},"text.assumed_encoding":{meaning:`Ein Wert einer LDIF-Datei ist nicht UTF-8 und wurde als Windows-1252 (Latin-1) gelesen.`,hint:"Prüfen Sie die Umlaute dieser Benutzer. Wenn sie falsch sind, exportieren Sie erneut in UTF-8. Wenn sie stimmen, schreiben Sie `rules: { text.assumed_encoding: off }`."},"text.broken":{meaning:`Der Text enthält ein halbes Zeichen (ein einzelnes Surrogat wie \\ud800), das sich nicht speichern lässt.`,hint:"Exportieren Sie erneut, denn ein Programm hat den Text mitten in einem Zeichen abgeschnitten, oder entfernen Sie diesen Teil: `replace: { '\\p{Cs}': '' }`."},"text.invisible":{meaning:`Unsichtbare Zeichen oder ungewöhnliche Leerzeichen in einem Text wurden entfernt oder durch gewöhnliche Leerzeichen ersetzt.`,hint:"Wenn der sichtbare Text stimmt, ist nichts zu tun. `rules: { text.invisible: off }` beendet das Zählen."},"text.mojibake":{meaning:`Der Text wurde irgendwann mit dem falschen Zeichensatz gelesen, zum Beispiel Ã¤ statt ä.`,hint:"Exportieren Sie erneut mit dem richtigen Zeichensatz. Der beschädigte Text wird so importiert, wie er ist, außer `rules: { text.mojibake: error }` lässt solche Zeilen aus."},"type.invalid":{meaning:`Der Wert hat den falschen Typ für sein Feld, zum Beispiel eine Liste oder ein Objekt statt Text.`,hint:"Wählen Sie im Mapping ein Element aus: `from: path[0]` oder `from: path.key`."},"url.invalid":{meaning:`Die Adresse einer Seite oder eines Bildes ist keine URL mit http oder https. Der Tenant kann sie ablehnen.`,hint:"Vervollständigen Sie die URL im Quellsystem oder mit `replace: { ^www.: https://www. }`, oder lassen Sie das Feld weg."},"value.control_characters":{meaning:`Der Wert beginnt oder endet mit Steuerzeichen. Sie werden entfernt.`,hint:"Exportieren Sie erneut ohne sie. Mit `source: { nulls: false }` bleiben sie erhalten."},"value.formula":{meaning:`Der Wert ist als Formel geschrieben (="00217"). Der Text darin wird übernommen.`,hint:"Wenn das gewollt ist, ist nichts zu tun. Mit `source: { nulls: false }` bleiben Formeln als Text erhalten."},"value.missing":{meaning:`Das Quellsystem hat keinen Wert, aber das Mapping verlangt einen.`,hint:"Ergänzen Sie den Wert im Export, oder legen Sie im Mapping fest, was ein leerer Wert bedeutet: `default: …`."},"value.null_mark":{meaning:`Der Wert ist ein Wort für „kein Wert“ (NULL, \\N, N/A, #NV und andere) und zählt als leer.`,hint:"Wenn das stimmt, ist nichts zu tun. Mit `source: { nulls: { keep: Name } }` bleiben solche Wörter einer Spalte als Text erhalten."},"value.too_long":{meaning:`Eine Regel erzeugt einen Text mit mehr als 1.048.576 Zeichen oder einen Benutzer mit mehr als 16-mal so vielen.`,hint:"Korrigieren Sie die Regel oder den Datensatz, oder lassen Sie solche Werte weg: `when: { from: …, matches: '^.{0,1000}$' }`."},"value.unknown":{meaning:`Der Wert steht nicht in der Tabelle des Mappings.`,hint:"Ergänzen Sie den Wert in der Tabelle, oder legen Sie fest, was jeder andere Wert bedeutet: `else: …`."},"value.unread":{meaning:`Das Quellsystem hat einen Wert, den das Mapping nicht lesen kann: Er hat eine andere Form, ist kein Text oder ist nicht eindeutig. Wenn er bestimmt, wer der Benutzer ist oder ob er sich anmelden darf, ist die Zeile ungültig.`,hint:"Schreiben Sie im Mapping eine Regel mit dem Pfad, an dem der Wert steht, `from: path.to.value`, oder korrigieren Sie das Quellsystem."},"zoneinfo.invalid":{meaning:`Die Zeitzone ist kein IANA-Name wie Europe/Berlin. Der Tenant kann sie übergehen.`,hint:"Ordnen Sie die Zeitzonen des Quellsystems zu: `table: { MEZ: Europe/Berlin }`."}};
;
const DE_CODES={...DE_VALUE_CODES,"consent.invalid":{meaning:`Eine Einwilligung hat keinen fieldKey, ihr Zustand ist nicht ACCEPTED, REVOKED oder SKIPPED, oder ein anderer Teil hat den falschen Typ.`,hint:"Setzen Sie fieldKey und state: `consents: [{ fieldKey: …, state: { from: …, table: { ja: ACCEPTED, nein: REVOKED } } }]`."},"email.disposable":{meaning:`Die E-Mail-Adresse gehört zu einem Anbieter von Wegwerf-Postfächern, den die meisten Tenants ablehnen.`,hint:"Lassen Sie diese Benutzer mit einer skip-Regel aus, oder erlauben Sie die Adressen im Tenant und schreiben Sie `rules: { email.disposable: off }`."},"email.domain":{meaning:`Die Domain der E-Mail-Adresse hat weder einen Mailserver noch eine Adresse. Deshalb lehnt cidaas den Benutzer ab.`,hint:"Korrigieren Sie die Adresse im Quellsystem, oder lassen Sie solche Benutzer mit einer skip-Regel aus. `check-domains: error` macht ihre Zeilen ungültig, `check-domains: off` fragt keine Domains ab."},"email.invalid":{meaning:`Die E-Mail-Adresse ist ungültig.`,hint:"Korrigieren Sie die Adresse im Quellsystem (eine pro Zelle), oder lassen Sie solche Werte aus: `email: { from: …, when: { from: …, matches: '^[^@\\s]+@[^@\\s]+$' } }`."},"email.nonascii":{meaning:`Der Teil vor dem @ enthält Buchstaben außerhalb von ASCII. Das ist erlaubt, kann aber ein Tippfehler sein.`,hint:"Prüfen Sie die Adresse, denn der Tenant kann sie ablehnen. `rules: { email.nonascii: off }` beendet das Zählen."},"email.unverified":{meaning:`Das Quellsystem hat die E-Mail-Adresse nicht bestätigt.`,hint:"Legen Sie fest, wie diese Benutzer importiert werden: `unverified-email: PENDING`, VERIFIED oder skip."},"export.incomplete":{meaning:`Laut einer Datei gibt es mehr Benutzer, als der Export enthält: Sie ist eine Seite einer Liste oder ein Teil davon.`,hint:"Rufen Sie auch die anderen Seiten ab, oder setzen Sie `allow-partial-export: true`, wenn nur diese Benutzer gemeint sind."},"expr.failed":{meaning:`Der Ausdruck eines Feldes ist bei diesem Datensatz fehlgeschlagen.`,hint:"Schlagen Sie den Fehlercode in der Dokumentation von JSONata nach und korrigieren Sie den Ausdruck, oder lesen Sie den Wert ohne Ausdruck: `from: …`."},"expr.limit":{meaning:`Der Ausdruck eines Feldes braucht mehr als eine Sekunde, zu viel Speicher oder mehr als 1.048.576 Zeichen.`,hint:"Vereinfachen Sie den Ausdruck, oder lesen Sie den Wert ohne Ausdruck: `from: …`. Nach 20 solchen Datensätzen endet der Plan."},"field.unknown":{meaning:`Ein JSON-Datensatz hat Schlüssel, die keine Felder von cidaas sind, und es gibt kein Mapping für sie.`,hint:"Entfernen Sie die Schlüssel aus dem Export, oder verwenden Sie ein Mapping. Es übergeht Schlüssel, die es nicht nennt: `fields: { email: email }`."},"group.admin":{meaning:`Der Benutzer würde Mitglied einer Gruppe, die den Tenant verwaltet.`,hint:"Lassen Sie die Gruppe weg, oder schreiben Sie `allow-admin-groups: true`, wenn das gewollt ist."},"group.incomplete":{meaning:`Eine Gruppe hat keine groupId oder keine sub, oder ein anderer Teil hat den falschen Typ.`,hint:"Setzen Sie groupId, und ordnen Sie dem Benutzer eine sub zu, die für Gruppen nötig ist: `fields: { sub: … }`."},"group.sub":{meaning:`Eine Gruppe enthält die sub eines anderen Benutzers.`,hint:"Lassen Sie die sub der Gruppe weg, denn die sub des Benutzers wird eingesetzt: `groups: [{ groupId: … }]`."},"hash.algorithm":{meaning:`cidaas unterstützt den algorithmTypeId nicht.`,hint:"Verwenden Sie BCRYPT_1 bis BCRYPT_20, ARGON…, SHA1, SHA256, PBKDF2, HMAC… oder mit eigenem Verifier `password: { from: …, verifier: CUSTOM_… }`."},"hash.incomplete":{meaning:`Ein Teil des Passwort-Hashes fehlt: der Algorithmus, der Hash oder ein Parameter des Algorithmus (salt, iterations, keylen).`,hint:"Ordnen Sie den fehlenden Teil zu, oder lassen Sie jeden Hash seine Teile selbst nennen: `password: { from: … }`. Bei Benutzern ohne Passwort lassen Sie password_hash_info mit `when` ganz weg."},"hash.left_out":{meaning:"Das Quellsystem hat ein Passwort des Benutzers, aber `when` im Mapping lässt es weg.",hint:"Korrigieren Sie `when` beim Passwort, oder schreiben Sie `rules: { hash.left_out: off }`, wenn es gewollt ist."},"hash.mismatch":{meaning:`Der Passwort-Hash hat nicht das Format seines Algorithmus. Der Benutzer könnte sich nie anmelden.`,hint:"Prüfen Sie Spalte und Algorithmus, oder lassen Sie jeden Hash seinen Algorithmus selbst nennen: `password: { from: … }`. Der Hash muss vollständig und unverändert sein."},"hash.missing":{meaning:`Das Quellsystem hat kein Passwort des Benutzers, und das Mapping erlaubt das nicht.`,hint:"Lassen Sie diese Zeilen mit einer skip-Regel aus, importieren Sie sie ohne Passwort (`password: { optional: true }`), oder schreiben Sie `password: null`, wenn das System gar keine Hashes exportiert."},"hash.no_verifier":{meaning:`cidaas kann diese Art von Passwort-Hash nicht selbst prüfen, und das Mapping nennt keinen Verifier.`,hint:"Nennen Sie den Verifier des Tenants, `password: { verifier: CUSTOM_… }`, oder importieren Sie solche Benutzer ohne Passwort, `password: { optional: true }`."},"hash.unrecognised":{meaning:`Das Format des Passwort-Hashes ist unbekannt, oder der Hash ist abgeschnitten, maskiert oder Klartext.`,hint:"Prüfen Sie die Spalte, geben Sie an, wie der Hash entstand, `password: { algorithm: … }`, oder importieren Sie solche Benutzer ohne Passwort, `password: { optional: true }`."},"identifier.invisible":{meaning:`Eine Kennung enthält ein unsichtbares Zeichen oder ein ungewöhnliches Leerzeichen, das niemand beim Login eingibt.`,hint:"Korrigieren Sie das Quellsystem, oder entfernen Sie das Zeichen mit `replace` in der Regel des Feldes: `replace: { '[\\u200B\\u00AD]': '' }`."},"identifier.missing":{meaning:`Der Benutzer hat weder E-Mail-Adresse noch Benutzername noch Mobilnummer und könnte sich nicht anmelden.`,hint:"Ordnen Sie mindestens eines der Felder email, username und mobile_number zu, oder lassen Sie solche Zeilen aus: `skip: [{ reason: no identifier, when: { from: …, empty: true } }]`."},"identifier.secret":{meaning:`Der Wert sieht nach einem Passwort-Hash aus, aber das Feld ist kein Passwortfeld.`,hint:"Prüfen Sie, welche Spalte das Mapping liest. Wenn ihre Werte IDs sind, schreiben Sie `sub: { from: …, opaque: true }`, oder machen Sie daraus mit `uuid5` UUIDs."},"identities.mixed":{meaning:`Das Konto hat persönliche Felder, obwohl der Benutzer Identitäten hat.`,hint:"Verschieben Sie das Feld in die Identität, zu der es gehört: `identities: [{ provider: …, given_name: … }]`."},"identity.conflict":{meaning:`Eine andere Zeile hat dieselbe Kennung, scheint aber eine andere Person zu sein.`,hint:"Korrigieren Sie die Kennung oder die sub im Quellsystem, oder lassen Sie eine der Zeilen aus: `skip: [{ reason: second account, when: { from: …, is: … } }]`. Zwei Personen werden nie zusammengeführt."},"join.unmatched":{meaning:`Ein Datensatz einer verknüpften Datei passt zu keinem Datensatz des Exports.`,hint:"Vergleichen Sie `key` und `equals` der Verknüpfung, und exportieren Sie beide Dateien am selben Tag. `rules: { join.unmatched: off }` beendet das Zählen."},"mfa.not_imported":{meaning:`Der Benutzer hat im Quellsystem einen zweiten Faktor, der sich nicht importieren lässt.`,hint:"Bitten Sie diese Benutzer, ihren zweiten Faktor neu einzurichten. `rules: { mfa.not_imported: off }` beendet das Zählen."},"path.unseen":{meaning:`Kein Datensatz hat einen Wert an einem Pfad, den das Mapping verwendet.`,hint:"Korrigieren oder entfernen Sie den Pfad, oder geben Sie an, dass er fehlen darf: `source: { columns: optional }`."},"pattern.limit":{meaning:"Ein Muster (`matches`, `replace`) braucht bei diesem Datensatz zu lange, oder der Text ist zu lang dafür.",hint:"Schreiben Sie das Muster mit weniger Wiederholungen, oder lassen Sie solche Werte aus: `when: { from: …, matches: '^.{0,1000}$' }`. Nach 20 solchen Datensätzen endet der Plan."},"status.unread":{meaning:`Der Export hat eine Spalte, die nach dem Status eines Kontos aussieht und die keine Regel liest, oder er sagt nicht, wer gesperrt ist. Der ganze Plan wird abgelehnt.`,hint:"Lesen Sie die Spalte in der Regel für userStatus, führen Sie sie unter `ignore` auf, oder entscheiden Sie für alle Benutzer: `fields: { userStatus: { value: VERIFIED } }`."},"sub.missing":{meaning:`Der Benutzer hat keine sub. Der Tenant sucht ihn anhand seiner Kennungen und vergibt bei einem neuen Benutzer eine sub.`,hint:"Ordnen Sie eine ID des Quellsystems zu, `fields: { sub: … }`, am besten mit `uuid5` als UUID."},"sub.reserved":{meaning:`Die sub ist ANONYMOUS. Diesen Wert gibt cidaas zurück, wenn es keinen Benutzer gibt.`,hint:"Ordnen Sie eine sub zu, die zu dem Benutzer gehört, oder keine: `sub: { from: …, replace: { ^anonymous$: '' } }`."},"userStatus.invalid":{meaning:`cidaas kennt diesen userStatus nicht.`,hint:"Ordnen Sie den Wert zu: `userStatus: { from: …, table: { aktiv: VERIFIED, gesperrt: DECLINED } }`."},"userStatus.refused":{meaning:`Diesen userStatus setzt nur cidaas selbst (DELETED, LOCKED, COMBINED).`,hint:"Geben Sie Benutzern, die sich nicht anmelden dürfen, den Status DECLINED, und lassen Sie gelöschte Benutzer aus: `skip: [{ reason: deleted, when: { from: …, is: DELETED } }]`."},"record.columns":{meaning:`Die Zahl der Zellen des Datensatzes passt nicht zur Kopfzeile.`,hint:"Suchen Sie nach einem fehlenden oder überzähligen Trennzeichen. Eine Zelle, die das Trennzeichen enthält, muss in Anführungszeichen stehen. Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen."},"record.json":{meaning:`Der Datensatz ist kein gültiges JSON-Objekt.`,hint:"Jede Zeile muss genau ein vollständiges JSON-Objekt enthalten. Prüfen Sie, ob das Ende der Zeile fehlt. Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen."},"record.ldif":{meaning:`Der Eintrag der LDIF-Datei ist unvollständig oder nicht lesbar.`,hint:"Exportieren Sie vollständige Einträge mit allen Werten in der Datei (ldapsearch -LLL, slapcat). Mit `fail-above: 1%` gelingt ein Lauf auch ohne solche Zeilen."},duplicate:{meaning:`Derselbe Benutzer steht in einer anderen Zeile, die importiert wird.`,hint:"Wenn beide Zeilen dieselbe Person sind, ist nichts zu tun. Sonst korrigieren Sie die sub oder die Kennung in einer der Zeilen. Mit `duplicates: last` zählt die letzte Zeile."},pilot:{meaning:`Die Zeile gehört nicht zum Pilot.`,hint:"Melden Sie sich als einige Benutzer des Pilots an, und starten Sie den Lauf dann ohne `pilot` (in Actions mit `resume-run-id`)."},unsent:{meaning:`Der Lauf endete, bevor diese Zeile gesendet wurde.`,hint:`Starten Sie den Lauf mit demselben Export erneut. Er macht mit den Zeilen weiter, die noch nicht erledigt sind.`},unanswered:{meaning:`Die Zeile wurde gesendet, aber der Lauf endete vor einer brauchbaren Antwort.`,hint:`Starten Sie den Lauf mit demselben Export erneut. Er macht mit den Zeilen weiter, die noch nicht erledigt sind.`},"tenant.507":{meaning:`Der Tenant hat den Benutzer abgelehnt, weil ein Wert nicht gültig ist.`,hint:`Prüfen Sie, ob die E-Mail-Domain existiert und keine Wegwerf-Domain ist. Starten Sie den Lauf dann erneut.`},"tenant.failed":{meaning:`Der Tenant hat den Benutzer abgelehnt.`,hint:`Korrigieren Sie den Benutzer im Quellsystem oder im Mapping und starten Sie den Lauf erneut. Nennen Sie dem Support von cidaas die Referenznummer.`},"tenant.forbidden":{meaning:`Eine Firewall oder ein Proxy vor dem Tenant hat den Benutzer abgelehnt.`,hint:`Lassen Sie die Anfrage anhand der Referenznummer freigeben, oder korrigieren Sie den Wert. Starten Sie den Lauf dann erneut.`},"tenant.answer_uncertain":{meaning:`Die Antwort des Tenants zeigt nicht, ob dieser Benutzer angelegt oder aktualisiert wurde.`,hint:`Starten Sie den Lauf mit demselben Export erneut. Das ist gefahrlos, weil vorhandene Benutzer aktualisiert werden.`},"tenant.answer_unusable":{meaning:`Die Antwort des Tenants war nicht brauchbar.`,hint:`Starten Sie den Lauf mit demselben Export erneut. Das ist gefahrlos, weil vorhandene Benutzer aktualisiert werden.`},"tenant.unreachable":{meaning:`Der Tenant hat keine brauchbare Antwort gegeben.`,hint:`Starten Sie den Lauf mit demselben Export erneut, wenn der Tenant erreichbar ist. Wenn dieselben Benutzer wieder scheitern, suchen Sie nach Gemeinsamkeiten.`}};
var problem_codes=__webpack_require__(22278);
;
const ROW_CODES={"record.columns":{meaning:`The number of cells of the record differs from the header.`,hint:"Look for a missing or extra delimiter; a cell that contains the delimiter must be in quotes. `fail-above: 1%` lets a run succeed without such rows."},"record.json":{meaning:`The record is not a valid JSON object.`,hint:"Every line must contain exactly one complete JSON object; check whether the end of the line is missing. `fail-above: 1%` lets a run succeed without such rows."},"record.ldif":{meaning:`The entry of the LDIF file is incomplete or cannot be read.`,hint:"Export complete entries with all values in the file (ldapsearch -LLL, slapcat). `fail-above: 1%` lets a run succeed without such rows."},duplicate:{meaning:`The same user is in another row, which is imported.`,hint:"If both rows are the same person, there is nothing to do; otherwise correct the sub or the identifier of one of them. `duplicates: last` lets the last row count."},pilot:{meaning:`Left out of the pilot.`,hint:"Log in as some of the users of the pilot, then run again without `pilot` (in Actions with `resume-run-id`)."},unsent:{meaning:`The run ended before this row was sent.`,hint:`Run the same export again: it continues with what is not settled.`},unanswered:{meaning:`Sent, but the run ended before a usable answer arrived.`,hint:`Run the same export again: it continues with what is not settled.`},"tenant.507":{meaning:`The tenant refused the user, because a value is not valid.`,hint:`Check that the e-mail domain exists and is not a disposable one, then run again.`},"tenant.failed":{meaning:`The tenant refused the user.`,hint:`Correct the user in the source or the mapping and run again; quote the reference number to cidaas support.`},"tenant.forbidden":{meaning:`A firewall or a proxy in front of the tenant refused the user.`,hint:`A firewall or a proxy in front of the tenant rejects a value of this user. Have it allow the request, with the reference number, or correct the value; then run again.`},"tenant.answer_uncertain":{meaning:`The answer of the tenant does not show whether this user was created or updated.`,hint:`Run the same export again: create-or-update makes that safe.`},"tenant.answer_unusable":{meaning:`The answer of the tenant could not be used.`,hint:`Run the same export again: create-or-update makes that safe.`},"tenant.unreachable":{meaning:`The tenant gave no usable answer.`,hint:`Run the same export again when the tenant is available; if the same users fail again, look for what they have in common.`}};
const EN_CODES={...problem_codes.z,...ROW_CODES};
;
const TEXTS={de:DE_CODES};
function explainedRow(row,language){
if(language===`en`)return{...row,meaning:null};
const code=knownCode(row);
const own=code===null?undefined:TEXTS[language][code];
if(code===null||own===undefined)return{...row,meaning:null};
const english=EN_CODES[code];
const data=[row.message===english.meaning?null:row.message,row.hint===english.hint?null:row.hint];
const message=data.filter(text=>text!==null&&text!==``).join(` `);
return{...row,meaning:own.meaning,message:message===``?null:message,hint:own.hint}}
function codeText(code,language){
return language===`en`||!isKnown(code)?null:TEXTS[language][code]??null}
function isKnown(code){
return Object.hasOwn(EN_CODES,code)}
function knownCode({code,outcome}){
if(code===null)return null;
if(isKnown(code))return code;
if(!code.startsWith(`tenant.`))return null;
return outcome===`failed`?`tenant.failed`:`tenant.unreachable`}}),63223:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>LANGUAGES});
const LANGUAGES=[`en`,`de`]}),39356:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{F:()=>tableLine,P:()=>tableHead});
function tableHead(columns){
const names=columns.map(column=>column.replace(/^#/,``));
const alignments=columns.map(column=>column.startsWith(`#`)?`---:`:`---`);
return[tableLine(names),tableLine(alignments)]}
function tableLine(cells){
return`| ${cells.join(` | `)} |`}}),19672:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{D8:()=>maskSplitHashes,FN:()=>maskIdentifiers,QS:()=>maskValue,QU:()=>maskSecrets,gC:()=>maskText,tp:()=>isPhone});
var _text_uuid_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(41528);
var _user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(75411);
const HIDDEN=`***`;
const PHONE=/^(?=(?:\D*\d){7})\+?[\d\s()./-]+$/;
function maskIdentifiers(ids,level){
if(level===`none`)return{};
const show=level===`full`?hideHash:maskValue;
const shown={};
if(ids.sub!==undefined)shown.sub=level===`full`?hideHash(ids.sub):maskSub(ids.sub,ids);
if(ids.email!==undefined)shown.email=show(ids.email);
if(ids.username!==undefined)shown.username=show(ids.username);
if(ids.mobile_number!==undefined)shown.mobile_number=show(ids.mobile_number);
return shown}
function maskValue(value){
const text=value.trim();
if((0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(text))return HIDDEN;
const at=text.lastIndexOf(`@`);
if(at>=0)return maskEmail(text.slice(0,at),text.slice(at+1));
if(PHONE.test(text))return maskPhone(text.replace(/[^\d+]/g,``));
return`${initial(text)}${HIDDEN}`}
function maskText(text,ownValues){
const own=ownPattern(text,ownValues);
const known=own===null?text:text.normalize(`NFC`).replace(own,maskValue);
return betweenReferences(known,part=>hideSecrets(part).replace(WORD,word=>/[@＠]/.test(word)?maskValue(word.replace(`＠`,`@`)):word).replace(QUOTED,maskQuoted).replace(DIGITS,digits=>PHONE.test(digits)?maskValue(digits):digits))}
function maskSplitHashes(text){
return text.replace(SPLIT_HEX,digits=>{
const hex=digits.replace(/[^\da-f]/gi,``);
const isPlain=REFERENCE.test(digits)||!/\d/.test(hex)||!DIGEST_DIGITS.has(hex.length);
return isPlain?digits:HIDDEN})}
function isPhone(value){
return PHONE.test(value.trim())}
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
const SPLIT_HEX=/(?<![\p{L}\p{N}])[\da-f]{1,16}(?:[\s:.,_/|-]{1,2}[\da-f]{1,16}){3,}(?![\p{L}\p{N}])/giu;
const DIGEST_DIGITS=new Set([32,40,48,56,64,96,128]);
const DIGITS=/\+?\(?\d(?:[\d\s()./-]*\d)?/g;
function betweenReferences(text,mask){
const parts=text.split(REFERENCE).map((part,index)=>{
const kept=index%2===1&&!(0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(part.replace(/^\(reference |\)$/gi,``));
return kept?part:mask(part)});
return parts.join(``)}
function hideSecrets(part){
return part.replace(CRYPT,HIDDEN).replace(BEARER,`$1 ${HIDDEN}`).replace(WORD,word=>(0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(word)?HIDDEN:word).replace(TOKEN,token=>OPAQUE.test(token)?HIDDEN:token)}
function maskQuoted(quoted,at,text){
const inner=quoted.slice(1,-1);
const isKey=/^\w+$/.test(inner)&&/^\s*:\s*["{[\d]/.test(text.slice(at+quoted.length,at+quoted.length+10));
const isMasked=/^\S*\*{3}\S*$/.test(inner);
return isKey||isMasked||FIELD.test(inner)?quoted:`${quoted.at(0)}${maskValue(inner)}${quoted.at(-1)}`}
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
const isNumber=/^\s*[+0]/.test(sub)&&PHONE.test(sub)&&!_text_uuid_js__WEBPACK_IMPORTED_MODULE_1__.k.test(sub);
const personal=same||sub.includes(`@`)||isNumber;
return personal||(0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_0__.q)(sub.trim())?maskValue(sub):sub}
function maskEmail(local,domain){
const dot=domain.indexOf(`.`);
const top=dot<0?``:domain.slice(domain.lastIndexOf(`.`)+1);
const end=/^[a-z]{2,24}$/i.test(top)?`.${top}`:``;
return`${initial(local)}${HIDDEN}@${initial(dot<0?domain:domain.slice(0,dot))}${HIDDEN}${end}`}
function maskPhone(digits){
const start=digits.startsWith(`+`)?digits.slice(0,3):digits.slice(0,1);
return`${start}${HIDDEN}${digits.length>=10?digits.slice(-2):``}`}
function initial(text){
if(/^[A-Za-z\d][ -~]{2}/.test(text))return text.charAt(0);
const[first=``,,third]=Array.from(text.slice(0,8));
return third!==undefined&&/^[\p{L}\p{N}]$/u.test(first)?first:``}}),82377:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{S:()=>isRehearsal,r:()=>reportTitle});
function isRehearsal({mode,tenant}){
return mode===`apply`&&tenant===`sandbox`}
function reportTitle(head,words){
return words.text(isRehearsal(head)?`title.rehearsal`:`title.${head.mode}`)}}),73211:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{n:()=>FAILURE_OUTCOMES,r:()=>successOutcomes});
const FAILURE_OUTCOMES=[`invalid`,`duplicate`,`failed`,`unknown`,`unsent`];
function successOutcomes(mode){
return mode===`apply`||mode===`undo`?[`created`,`updated`]:[`planned`]}}),47273:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{OH:()=>failedStartJson,Zh:()=>reportHeadJson,l4:()=>reportJson});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _shown_head_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76890);
var _text_chunks_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(92014);
function reportJson(head,rows,level){
return(0,_text_chunks_js__WEBPACK_IMPORTED_MODULE_2__.m)(pieces(head,rows,level))}
function reportHeadJson(head,level){
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.GO)(JSON.stringify(inOrder((0,_shown_head_js__WEBPACK_IMPORTED_MODULE_1__.q)(head,level)),null,2)).replace(PAIR,`[$1, $2]`).replace(BUCKET,bucket=>bucket.replace(/\n\s+/g,` `))}
function failedStartJson(outcome,problems,version){
const head={version:1,tool:{name:`cidaas-migrate`,version},outcome,reason:problems.join(`
`)};
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.GO)(JSON.stringify(head,null,2))}
function*pieces(head,rows,level){
yield reportHeadJson(head,level).slice(0,-2);
yield`,
  "failures": [`;
yield*list(rows.failures,failure);
yield`],
  "successes": [`;
yield*list(rows.successes,success);
yield`]
}
`}
const PAIR=/\[\n\s+([\d.]+),\n\s+([\d.]+)\n\s+\]/g;
const BUCKET=/\{\n\s+"ms": [^{}]*\}/g;
function*list(rows,entry){
let separator=`
    `;
for(const row of rows){
yield separator+(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.GO)(JSON.stringify(entry(row)));
separator=`,
    `}
if(separator.startsWith(`,`))yield`
  `}
function failure({row,file,line,outcome,code,message,hint,field,user,attempts,duplicateOf}){
return{row,file,line,outcome,code,message,hint,field,user,attempts,duplicateOf}}
function success({row,file,line,outcome,account,user}){
return{row,file,line,outcome,sub:account,user}}
function inOrder(head){
const{version,tool,mode,outcome,tenant,run,mapping,planDigest,startedAt,finishedAt,durationMs,...others}=head;
const{export:source,totals,skippedBy,warnings,requests,...additions}=others;
const plan={version,tool,mode,outcome,tenant,run,export:source,mapping,planDigest};
return{...plan,startedAt,finishedAt,durationMs,totals,skippedBy,warnings,requests,...additions}}}),47790:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{WN:()=>countsText,Zf:()=>changedUsersTable,aG:()=>changedUsersSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_message_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(61533);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(39356);
const MAX_CHARACTERS=500;
const MAX_IN_SUMMARY=20;
const GOOD=[`blocked`,`deleted`,`undone`];
function changedUsersTable({title,counts,users},words){
const rows=users.map(({sub,outcome,code:reason,message,hint})=>[`<span class="outcome ${toneOf(outcome)}">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(changedText(outcome,words),50)}</span>`,sub===null?``:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sub,200),reason===null?``:`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(reason,100)} ${(0,_html_page_message_js__WEBPACK_IMPORTED_MODULE_2__.k)((0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message??``,MAX_CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint??``,MAX_CHARACTERS),words)}`]);
const caption=(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(countsText(counts,words),MAX_CHARACTERS);
if(rows.length===0)return`<section>\n<h2>${title}</h2>\n<p>${caption}</p>\n</section>\n`;
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(title,columnsOf(words),rows,{caption})}
function changedUsersSection({title,name,counts,users},words){
const open=users.filter(({outcome})=>!GOOD.includes(outcome));
const items=open.slice(0,MAX_IN_SUMMARY).map(({sub,outcome,message,hint})=>{
const who=sub===null?``:(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(sub,100));
const why=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message??``} ${hint??``}`.trim(),MAX_CHARACTERS));
return(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.F)([changedText(outcome,words),who,why])});
const head=[`### ${title}`,``,countsText(counts,words)];
if(items.length===0)return{name,head:head.slice(0,2),items:head.slice(2)};
return{name,head:[...head,``,...(0,_markdown_markdown_table_js__WEBPACK_IMPORTED_MODULE_3__.P)(columnsOf(words))],items}}
function columnsOf(words){
return[words.text(`column.outcome`),`Sub`,words.text(`column.why`)]}
const OUTCOME_KEYS={blocked:`changed.blocked`,deleted:`changed.deleted`,undone:`changed.undone`,kept:`changed.kept`,failed:`outcome.failed`,unknown:`outcome.unknown`,unsent:`outcome.unsent`,planned:`outcome.planned`};
function changedText(outcome,words){
return words.text(OUTCOME_KEYS[outcome])}
function countsText({total,...outcomes},words){
const counts=Object.entries(outcomes);
const parts=counts.filter(([,users])=>users>0);
const named=parts.map(([outcome,users])=>`${words.count(users)} ${changedText(outcome,words)}`);
return`${words.count(total)}${named.length===0?``:`: ${named.join(` · `)}`}`}
function toneOf(outcome){
if(GOOD.includes(outcome))return`good`;
return outcome===`failed`||outcome===`unknown`?`bad`:`warn`}}),29899:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P_:()=>undoCounts,_3:()=>undoSection,fT:()=>undoTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
var _changed_users_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(47790);
function undoTable({undo},words){
if(undo===undefined)return``;
return`<section>\n<p>${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(undo.from,300)}, ${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(aboutRun(undo,words),300)}</p>\n</section>\n${(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_2__.Zf)(sectionOf(undo,words),words)}`}
function undoSection({undo},words){
if(undo===undefined)return{name:words.text(`part.undo`),head:[],items:[]};
const{head,...section}=(0,_changed_users_js__WEBPACK_IMPORTED_MODULE_2__.aG)(sectionOf(undo,words),words);
const[title=``,...rest]=head;
const about=`${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(undo.from,300))}, ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(aboutRun(undo,words))}`;
return{...section,head:[title,``,about,...rest]}}
function aboutRun({writtenAt,unknownRows},words){
const left=unknownRows===0?``:words.text(`undo.unknown`,{n:unknownRows});
return`${words.text(`undo.stored`,{at:writtenAt})}${left}`}
function sectionOf(undo,words){
return{title:words.text(`undo.title`),name:words.text(`part.undo`),counts:undoCounts(undo),users:undo.users}}
function undoCounts({total,undone,kept,failed,unknown,unsent,planned}){
return{total,undone,kept,failed,unknown,unsent,planned}}}),76890:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{q:()=>shownHead});
var _mask_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(19672);
function shownHead(head,level){
const{delta,missing,undo}=head;
const shown=sub=>(0,_mask_js__WEBPACK_IMPORTED_MODULE_0__.FN)({sub},level).sub;
const shownUser=user=>({...user,sub:user.sub===null?null:shown(user.sub)??null});
return{...head,delta:delta===null?null:{...delta,missing:{...delta.missing,subs:delta.missing.subs.flatMap(sub=>shown(sub)??[])}},...missing!==undefined&&{missing:{...missing,users:missing.users.map(shownUser)}},...undo!==undefined&&{undo:{...undo,users:undo.users.map(shownUser)}}}}}),91602:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{$6:()=>shownRows,Kj:()=>hideMaskedValues,St:()=>shownRow,T2:()=>shownWarnings});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _mask_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(19672);
const MAX_MESSAGE_CHARACTERS=1e3;
const MAX_READ_CHARACTERS=16384;
const MASKED_VALUE=/[\p{L}\p{N}+]*\*{3}(?:@?[\p{L}\p{N}]*\*{3})?[\p{L}\p{N}.]*/gu;
function shownRow(row,level,fileNames){
const user=shownUser(row,level);
return{row:row.row,file:fileNames[row.file]??``,line:row.line,outcome:row.outcome,code:row.code,field:row.field,message:shownMessage(row,level),hint:row.hint,user,account:accountOf(row,user,level),attempts:row.attempts,duplicateOf:row.duplicateOf}}
function*shownRows(rows,level,fileNames){
for(const row of rows)yield shownRow(row,level,fileNames)}
function*shownWarnings(rows,level,fileNames){
for(const row of rows)yield shownWarning(row,level,fileNames)}
function accountOf(row,user,level){
const{identifiers,sub}=row;
const isAnother=sub!==null&&identifiers.sub!==undefined&&identifiers.sub!==sub;
const account=isAnother?shownUser({...row,identifiers:{...identifiers,sub}},level):user;
return account.sub??null}
function shownWarning(row,level,fileNames){
const message=row.message===null?null:(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)((0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.QU)(row.message),MAX_MESSAGE_CHARACTERS);
return{...shownRow({...row,message:null},level,fileNames),message}}
function shownUser(row,level){
const sub=row.identifiers.sub??row.sub;
return(0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.FN)(sub===null?row.identifiers:{...row.identifiers,sub},level)}
function shownMessage(row,level){
if(row.message===null)return null;
const text=row.message.slice(0,MAX_READ_CHARACTERS);
const byTenant=row.outcome===`failed`||row.outcome===`unknown`||row.attempts>0;
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(byTenant?maskedMessage(text,row,level):(0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.QU)(text),MAX_MESSAGE_CHARACTERS)}
function maskedMessage(text,row,level){
if(level===`full`)return(0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.QU)(text);
const own=[...Object.values(row.identifiers),...row.sub===null?[]:[row.sub]];
return hideMaskedValues((0,_mask_js__WEBPACK_IMPORTED_MODULE_1__.gC)(text,own),level)}
function hideMaskedValues(masked,level){
return level===`none`?masked.replace(MASKED_VALUE,`***`):masked}}),22233:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{EB:()=>NO_LINKS,lU:()=>lineAddress,yN:()=>placesIn});
const NO_LINKS={files:{},rules:{}};
function lineAddress({files},file,line){
const address=Object.hasOwn(files,file)?files[file]:undefined;
return address===undefined?null:`${address}#L${line}`}
const PLACE=/([^\s:()`'",;]{1,200}):(\d{1,9})(?!\d)/g;
function placesIn(text,links){
const parts=[];
let end=0;
for(const{0:place,1:file=``,2:line,index}of text.matchAll(PLACE)){
const address=lineAddress(links,file,Number(line));
if(address===null)continue;
if(index>end)parts.push({text:text.slice(end,index),address:null});
parts.push({text:place,address});
end=index+place.length}
if(end<text.length||parts.length===0)parts.push({text:text.slice(end),address:null});
return parts}}),92014:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{m:()=>inChunks});
function*inChunks(pieces){
let chunk=[];
let length=0;
for(const piece of pieces){
chunk.push(piece);
length+=piece.length;
if(length<65536)continue;
yield chunk.join(``);
chunk=[];
length=0}
if(length>0)yield chunk.join(``)}}),98084:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{W:()=>closeOpenChanges,j:()=>changeAccounts});
var _ledger_account_changes_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(10474);
var _ledger_ledger_file_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(27186);
var _settings_limit_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(27110);
var _run_notes_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2896);
var _send_step_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(11706);
var _sending_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(26571);
async function changeAccounts(settings,ports,sending,changeAccount){
const{ledger}=ports;
const changes=new _ledger_account_changes_js__WEBPACK_IMPORTED_MODULE_4__.t(ledger);
changes.failWithoutSub(NO_SUB);
const{planned:total}=changes.totals();
if(total===0)return null;
ledger.reserveSpace(_send_step_js__WEBPACK_IMPORTED_MODULE_2__.rl+total*_send_step_js__WEBPACK_IMPORTED_MODULE_2__.oG);
(0,_ledger_ledger_file_js__WEBPACK_IMPORTED_MODULE_0__.MM)(ledger.db);
(0,_run_notes_js__WEBPACK_IMPORTED_MODULE_1__.LA)(ledger);
const settled=new Map;
const outcomes={markSending:users=>changes.markSending(users),markWaiting:users=>changes.markWaiting(users),settle:settlements=>changes.settle(settlements.map(settlement=>toChange(settlement,settled)))};
const send=async([user],abortInFlight,stop)=>{
if(user?.sub==null)throw new RangeError(`a change needs the sub of one account`);
const reply=await changeAccount(user.sub,abortInFlight,stop);
if(reply.kind!==`settled`)return reply;
settled.set(user.row,reply);
const answers=[{row:user.row,state:`updated`,sub:null}];
return{kind:`answered`,status:reply.status,answers}};
const{earlyEnd}=await(0,_sending_js__WEBPACK_IMPORTED_MODULE_3__.c)(settings,ports,sending,{...{queue:changeQueue(changes,outcomes),lead:null,send,total,done:0,failed:0},...{maxFailedRows:(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_5__.T)(settings.abortAbove,total),acceptedBefore:false,refusedBefore:0}});
return earlyEnd}
const NO_SUB={code:`missing.no_sub`,field:null,message:`The tenant never answered a sub for this user, so the account cannot be named.`,hint:"Map a sub, `fields: { sub: … }`, and find this account in the tenant by hand."};
function toChange({row,outcome,reason},settled){
if(outcome===`created`||outcome===`updated`){
const found=settled.get(row);
if(found===undefined)throw new Error(`change ${row} was settled without an answer`);
settled.delete(row);
return{row,outcome:found.outcome,...found.reason&&{reason:found.reason}}}
return{row,outcome,...reason&&{reason:{...reason,hint:AGAIN}}}}
const AGAIN=`Run again: accounts that are done already are recognised.`;
function changeQueue(changes,outcomes){
let last=0;
return{outcomes,take:async()=>{
const next=changes.next(last);
if(next===null)return null;
last=next;
return{id:next,users:changes.waiting(next),mayHaveBeenApplied:false}},mayGetMore:async()=>false,done:async()=>undefined,giveBack:async()=>undefined,open:async()=>changes.totals().planned}}
function closeOpenChanges(ledger,verb){
new _ledger_account_changes_js__WEBPACK_IMPORTED_MODULE_4__.t(ledger).closeOpen({code:`unsent`,field:null,message:`The run ${verb} before this account was changed.`,hint:AGAIN},{code:`unanswered`,field:null,message:`Sent, but the run ended before a usable answer arrived.`,hint:AGAIN})}}),99765:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Q:()=>closeRun,T:()=>failForLostState});
var account_changes=__webpack_require__(10474);
var row=__webpack_require__(99919);
;
function runOutcome(totals,changes,maxFailedRows,stop,isPilot=false){
if(stop!==null)return stop.outcome;
const failed=totals.invalid+totals.failed+totals.unknown+changes.failed+changes.unknown;
const isIncomplete=totals.unsent>0&&!isPilot||changes.unsent>0;
return failed>maxFailedRows||isIncomplete?`failed`:`succeeded`}
function accountingError(totals,rowsRead){
const sum=row.i.reduce((total,outcome)=>total+totals[outcome],0);
if(sum===totals.rows&&rowsRead===totals.rows)return null;
return`The row counts do not add up: ${rowsRead} rows were read, the ledger holds ${totals.rows}, and their outcomes add up to ${sum}. This is a bug in cidaas-migrate; report it with this message.`}
var limit=__webpack_require__(27110);
var number_text=__webpack_require__(95064);
;
const MAX_LISTED=1e3;
function missingReport(changes){
const{total,blocked,deleted,failed,unknown,unsent,planned}=changes.totals();
return{total,blocked,deleted,failed,unknown,unsent,planned,users:changes.list(MAX_LISTED)}}
function undoReport(changes,about){
const{total,undone,kept,failed,unknown,unsent,planned}=changes.totals();
return{...about,total,undone,kept,failed,unknown,unsent,planned,users:changes.list(MAX_LISTED)}}
function changesError({total,...outcomes}){
const sum=Object.values(outcomes).reduce((all,count)=>all+count,0);
if(sum===total)return null;
return`The counts of changed accounts do not add up: ${total} were planned, and their outcomes add up to ${sum}. This is a bug in cidaas-migrate; report it with this message.`}
var change_step=__webpack_require__(98084);
var run_notes=__webpack_require__(2896);
;
const NO_REQUESTS={batches:0,sent:0,retried:0,byStatus:{},latencyMs:{p50:0,p95:0,max:0},limits:[],timeline:null};
function closeRun(ledger,record,earlyEnd,finishedAt){
if(record.mode===`apply`)settleOpenRows(ledger,earlyEnd);
if(record.mode===`apply`||record.mode===`undo`&&(0,run_notes.I1)(ledger))(0,change_step.W)(ledger,earlyEnd===null?`ended`:`stopped`);
const head=reportHead(ledger,record,earlyEnd,finishedAt);
(0,run_notes.ml)(ledger,head);
return head}
function failForLostState(ledger,head,why){
const outcome=head.outcome===`succeeded`?`failed`:head.outcome;
const failed={...head,outcome,reason:head.reason===null?why:`${head.reason}\n${why}`};
(0,run_notes.ml)(ledger,failed);
return failed}
function reportHead(ledger,record,stopped,finishedAt){
const ended=Math.max(finishedAt,record.startedAt);
const totals=ledger.totals();
const changes=new account_changes.t(ledger);
const changed=changes.totals();
const wrong=accountingError(totals,record.rowsRead??totals.rows)??changesError(changed);
const earlyEnd=wrong===null?stopped:{outcome:`error`,message:wrong};
const open=record.mode===`plan`?NO_CHANGES:changed;
const maxFailed=(0,limit.T)(record.failAbove,Math.max(totals.rows,changed.total));
const outcome=runOutcome(totals,open,maxFailed,earlyEnd,record.pilot);
return{version:1,tool:{name:`cidaas-migrate`,version:record.toolVersion},mode:record.mode,outcome,tenant:record.tenant,run:record.run,export:{...record.export,rows:totals.rows},mapping:record.mapping,planDigest:record.planDigest,startedAt:new Date(record.startedAt).toISOString(),finishedAt:new Date(ended).toISOString(),durationMs:ended-record.startedAt,totals,skippedBy:ledger.skippedBy(),warnings:record.warnings,requests:(0,run_notes.lp)(ledger)??NO_REQUESTS,reason:earlyEnd?.message??(outcome===`failed`?whyFailed(totals,open,maxFailed,(0,limit.P)(record.failAbove)):null),resumed:record.resumed,delta:record.delta,comparison:record.comparison,...record.passwords!==undefined&&{passwords:record.passwords},...record.statuses!==undefined&&{statuses:record.statuses},...warningsDetail(record),...record.arrivals!==undefined&&{arrivals:record.arrivals},...record.samples!==undefined&&{samples:record.samples},...record.leftOut!==undefined&&{leftOut:record.leftOut},...record.unread!==undefined&&{unread:record.unread},...record.verified!==undefined&&{verified:record.verified},...record.check!==undefined&&{check:record.check},...record.canary!==undefined&&{canary:record.canary},...record.login!==undefined&&{login:record.login},...record.changes===`missing`&&{missing:missingReport(changes)},...record.undo!==undefined&&{undo:undoReport(changes,record.undo)},...record.fleet!==undefined&&{fleet:record.fleet}}}
function warningsDetail({warnings,firstWarnings}){
const all=Object.entries(warnings).map(([code,count])=>({code,count,rows:firstWarnings[code]??[]}));
return all.length===0?{}:{warningsDetail:all}}
function whyFailed({invalid,failed,unknown,unsent,rows},changed,maxFailed,limit){
const bad=invalid+failed+unknown;
const open=changed.failed+changed.unknown;
if(bad+open>maxFailed){
const what=[...bad>0||open===0?[`${bad} of ${rows} rows ended invalid, failed or unknown`]:[],...open>0?[`${(0,number_text.hS)(open,`account`)} to be changed ended failed or unknown`]:[]];
return`${what.join(`, and `)}, more than fail-above (${limit}) allows.`}
return changed.unsent===0?`${unsent} of ${rows} rows never reached the tenant.`:`${(0,number_text.hS)(changed.unsent,`account`)} ${changed.unsent===1?`was`:`were`} not changed; the report says why.`}
const NO_CHANGES={failed:0,unknown:0,unsent:0};
function settleOpenRows(ledger,earlyEnd){
const verb=earlyEnd===null?`ended`:`stopped`;
const again=`run the same export again: it continues with what is not settled.`;
const isStopped=earlyEnd?.outcome===`aborted`||earlyEnd?.outcome===`error`;
const hint=isStopped?`Remove the reason why the run stopped (see its end), then ${again}`:`R${again.slice(1)}`;
ledger.closeOpenRows({code:`unsent`,field:null,message:`The run ${verb} before this row was sent.`,hint},{code:`unanswered`,field:null,message:`Sent, but the run ended before a usable answer arrived.`,hint})}}),81148:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{N:()=>sendWithFleet,_:()=>takeOverFleet});
var _ledger_queued_rows_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(20268);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _state_resume_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(56074);
const COLLECT_MS=1e3;
async function sendWithFleet(lead,sender,options){
const{breaker,ownStop,stop,clock}=options;
const broken=[];
const onStop=reason=>{
if(isTripReason(reason))breaker.trip(reason);else if(!stop.aborted){
broken.push(new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d([reason.message]));
ownStop.abort(reason)}};
const end=new AbortController;
const tally=new FleetTally(options);
const collecting=collectUntil(end.signal,lead,tally,clock).catch(error=>{
broken.unshift(error);
ownStop.abort({code:`lead.failed`,message:`The lead could not go on.`})});
const following=lead.follow(onStop,end.signal);
let stopping=Promise.resolve();
const stopWorkers=()=>{
stopping=lead.stop(fleetStopOf(stop.reason)).catch(error=>void broken.push(error))};
if(stop.aborted)stopWorkers();else stop.addEventListener(`abort`,stopWorkers,{once:true});
try{
await sender.send()}catch(error){
broken.unshift(error);
ownStop.abort({code:`lead.failed`,message:`The lead could not go on.`})}finally{
stop.removeEventListener(`abort`,stopWorkers);
end.abort();
await Promise.all([collecting,following,stopping])}
if(broken.length>0)throw broken[0];
await lead.close();
await collectAll(lead,tally);
return tally.report()}
async function collectUntil(end,lead,tally,clock){
while(!end.aborted){
await collectAll(lead,tally);
await clock.sleep(COLLECT_MS,end).catch(()=>undefined)}}
async function collectAll(lead,tally){
for(;;){
const claims=await lead.collect();
if(claims.length===0)return;
for(const claim of claims)tally.add(claim);
await lead.collected(claims)}}
class FleetTally{
#options;
#workers=new Map;
constructor(options){
this.#options=options}
add({worker,settledAt,settlements,requests,retried}){
const{ledger,clock,stats,onSettled}=this.#options;
(0,_ledger_queued_rows_js__WEBPACK_IMPORTED_MODULE_1__.Dp)(ledger,settlements);
for(const[status,ms,users]of requests)stats.observe({status,ms,users},clock.now());
for(let n=0;n<retried;n++)stats.retried();
if(settlements.length===0)return;
const accepted=settlements.filter(({outcome})=>outcome===`created`||outcome===`updated`).length;
onSettled(accepted,settlements.length-accepted);
const known=this.#workers.get(worker)??{batches:0,users:0,from:settledAt,to:settledAt};
known.batches++;
known.users+=settlements.length;
known.from=Math.min(known.from,settledAt);
known.to=Math.max(known.to,settledAt);
this.#workers.set(worker,known)}
report(){
const time=ms=>new Date(ms).toISOString();
return{workers:[...this.#workers].sort(([a],[b])=>a<b?-1:1).map(([name,{batches,users,from,to}])=>({name,batches,users,from:time(from),to:time(to)}))}}}
const TRIP_CODES=[`abort-above`,`tenant.refuses_everything`,`tenant.unreachable`,`tenant.forbidden`];
function isTripReason(reason){
return TRIP_CODES.includes(reason.code)}
function fleetStopOf(reason){
return{code:reason.code??`cancelled`,message:reason.message}}
async function takeOverFleet({fleet,ledger,log,stop},{mode,runId}){
const recall=await fleet?.takeOver(mode===`auto`,stop)??null;
if(recall===null)return null;
const entries=settledBy(recall.settled,runId===null?null:String(runId));
const restored=await(0,_state_resume_js__WEBPACK_IMPORTED_MODULE_2__.q)(ledger,entries,recall.fingerprint,stop);
log.notice(`Continuing what an earlier lead left in the database: ${restored.rows} rows are settled already.`);
return restored}
async function*settledBy(users,continued){
for await(const{owner,...user}of users)yield{...user,run:owner===0?null:continued}}}),42775:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>keepRun});
var _runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(36589);
var _resume_step_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(3481);
async function keepRun({resumeStore,state},log){
const written=await writeState(state);
const path=written?.kind===`written`?written.path:null;
const progress=resumeStore===null?{kind:`kept`,paths:[]}:await(0,_resume_step_js__WEBPACK_IMPORTED_MODULE_0__.Vl)(resumeStore,path,log);
const hasCopy=path!==null&&progress.kind===`kept`&&progress.paths.includes(path);
return{isResumeSaved:progress.kind!==`failed`,...await storeState(state,written,hasCopy,log)}}
async function writeState(state){
try{
return await state?.write()??null}catch(cause){
return{kind:`failed`,reason:(0,_runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_1__.u)(cause)}}}
async function storeState(state,written,hasCopy,log){
if(state===null||written===null)return{state:`none`,lostState:null};
switch(written.kind){case`failed`:return{state:`lost`,lostState:lostText(written.reason,true,hasCopy)};case`overtaken`:if(written.hasChanged)return{state:`overtaken`,lostState:overtakenText(written.by)};log.notice(`Another run stored a newer state (${written.by}) in the meantime; this run has nothing to add to it.`);return{state:`overtaken`,lostState:null};case`written`:break}
const stored=await state.store(written.path).catch(cause=>{
return{kind:`failed`,reason:(0,_runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_1__.u)(cause)}});
switch(stored.kind){case`kept`:return{state:`stored`,lostState:null};case`unavailable`:log.notice(`The state was not stored: ${stored.reason}. A later delta cannot use it.`);return{state:`none`,lostState:null};case`failed`:return{state:`lost`,lostState:lostText(stored.reason,written.hasChanged,hasCopy)}}}
function lostText(problem,hasChanged,hasCopy){
const lost=`The state could not be stored: ${problem.replace(/\.$/,``)}.`;
const next=`Run the same export again (re-run this job) before the next delta: it stores the state.`;
if(!hasChanged)return`${lost} This run changed nothing that the state contains, so the next delta compares with the state before this run, which is still right until it expires.`;
return hasCopy?`${lost} The users were imported as the report shows. A copy of the state is kept with the progress of this run, where the next delta looks too. ${next}`:`${lost} The users were imported as the report shows, but the next delta compares with the state before this run: what the source changes back until then stays as it is in cidaas. ${next}`}
function overtakenText(by){
return`Another run stored a newer state (${by}) in the meantime, so this run does not store its own: the next delta does not know what this run sent. Run the same export again before the source changes, as a new run and not as a re-run. Allow only one run at a time (\`concurrency:\` in the workflow).`}}),3481:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ol:()=>resumedFrom,Vl:()=>saveResume,d7:()=>saveInterimResume,w2:()=>loadResume});
var _runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36589);
async function loadResume({resumeStore,log,stop}){
const loaded=await resumeStore?.load(stop)??null;
if(loaded===null)return null;
log.notice(`Continuing from ${loaded.from}: ${loaded.rows} rows are settled already and are not sent again. \`resume: none\` starts over.`);
return loaded}
function resumedFrom(file,database){
if(file===null&&database===null)return null;
const from=[...file===null?[]:[file.from],...database===null?[]:["the database of `queue-url`"]];
return{from:from.join(`, `),rows:(file?.rows??0)+(database?.rows??0)}}
async function saveInterimResume(resumeStore,log){
await loggedSave(()=>resumeStore.saveInterim(),log)}
async function saveResume(resumeStore,statePath,log){
return loggedSave(()=>resumeStore.save(statePath),log)}
async function loggedSave(save,log){
const then=`A later attempt would send all planned users again.`;
try{
const result=await save();
switch(result.kind){case`kept`:return result;case`unavailable`:log.info(`The resume artifact was not saved: ${result.reason}. ${then}`);return result;case`failed`:log.warning(`The resume artifact was not saved: ${result.reason}. ${then}`);return result}}catch(error){
log.warning(`The resume file could not be written: ${(0,_runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_0__.u)(error)}. ${then}`);
return{kind:`failed`,reason:(0,_runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_0__.u)(error)}}}}),2896:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{F3:()=>loadRunRecord,I1:()=>hasSendingStarted,LA:()=>markSendingStarted,TF:()=>saveRuleLines,Y0:()=>saveRequests,YI:()=>loadRuleLines,Yx:()=>saveRunRecord,Zl:()=>loadClosedHead,lp:()=>loadRequests,ml:()=>saveClosedHead});
const NOTES={record:`run-record`,requests:`requests`,ruleLines:`rule-lines`,sendingStarted:`sending`,closedHead:`closed`};
function saveRunRecord(ledger,record){
ledger.writeNote(NOTES.record,record)}
function loadRunRecord(ledger){
return ledger.readNote(NOTES.record)}
function saveRequests(ledger,requests){
ledger.writeNote(NOTES.requests,requests)}
function loadRequests(ledger){
return ledger.readNote(NOTES.requests)}
function saveRuleLines(ledger,mapping){
ledger.writeNote(NOTES.ruleLines,mapping?.ruleLines??{})}
function loadRuleLines(ledger){
return ledger.readNote(NOTES.ruleLines)??{}}
function markSendingStarted(ledger){
ledger.writeNote(NOTES.sendingStarted,true)}
function hasSendingStarted(ledger){
return ledger.readNote(NOTES.sendingStarted)===true}
function saveClosedHead(ledger,head){
ledger.writeNote(NOTES.closedHead,head)}
function loadClosedHead(ledger){
return ledger.readNote(NOTES.closedHead)}}),11706:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{rl:()=>CLOSING_SPACE,oG:()=>SPACE_PER_ROW,Nt:()=>sendPlanned});
var query=__webpack_require__(80617);
;
function*planBatches(ledger,size,after=0){
let id=after;
let first=0;
let last=0;
let count=0;
const planned=(0,query.I)(ledger.db,`SELECT row FROM row WHERE state = 'planned' ORDER BY row`,`tuples`);
for(const[row]of planned.iterate()){
if(count===0)first=row;
last=row;
if(++count<size)continue;
yield{id:++id,first,last};
count=0}
if(count>0)yield{id:++id,first,last}}
var ledger_file=__webpack_require__(27186);
var limit=__webpack_require__(27110);
var resume_step=__webpack_require__(3481);
var run_notes=__webpack_require__(2896);
var run_sending=__webpack_require__(26571);
;
const RENEW_RESUME_MS=10*60*1e3;
const CLOSING_SPACE=8*1024*1024;
const SPACE_PER_ROW=512;
async function sendPlanned(settings,ports,options){
const{ledger}=ports;
ledger.reserveSpace(CLOSING_SPACE+ledger.totals().planned*SPACE_PER_ROW);
const renewal=new AbortController;
const renewing=renewResume(ports,AbortSignal.any([ports.stop,renewal.signal]));
const result=await sendInOrder(settings,ports,options).finally(()=>renewal.abort());
await renewing;
return result}
async function sendInOrder(settings,ports,{tenant,sending,refusedBefore,first}){
const{ledger,queue,log}=ports;
const{planned:total,created,updated}=ledger.totals();
const maxFailed=(0,limit.T)(settings.abortAbove,total+created+updated);
const rows=first?.rows??[];
const settled=()=>{
const now=ledger.totals();
const[done,accepted]=[total-now.planned,now.created+now.updated];
return{done,accepted,failed:done-(accepted-created-updated)}};
const deliverRows=async(lead,batches)=>{
const{done,failed,accepted}=settled();
await(lead?.queue??queue).put(sending.stats.counting(batches));
(0,ledger_file.MM)(ledger.db);
(0,run_notes.LA)(ledger);
await lead?.open(accepted===0);
const delivered=await(0,run_sending.c)(settings,ports,sending,{...{queue:lead?.queue??queue,lead,send:tenant.send,total,done,failed,refusedBefore},...{maxFailedRows:maxFailed-failed,acceptedBefore:accepted>0}});
if(delivered.advice!==null)log.warning(delivered.advice);
return delivered};
if(first!==null){
const batches=rows.map((row,at)=>({id:at+1,first:row,last:row}));
const earlyEnd=(await deliverRows(null,batches)).earlyEnd??await first.prove();
if(earlyEnd!==null)return{section:{},earlyEnd}}
const lead=await ports.fleet?.start(orderOf(settings,refusedBefore),maxFailed-settled().failed)??null;
const{earlyEnd,fleet}=await deliverRows(lead,planBatches(ledger,settings.batchSize,rows.length));
const left=earlyEnd===null&&lead===null?await queue.open():0;
if(left>0)log.warning(`${left} batches are left in the queue.`);
return{section:fleet===null?{}:{fleet},earlyEnd}}
function orderOf(settings,refusedBefore){
const{maxRequestsPerSecond,maxAttempts,outagePatienceMs,requestTimeoutMs,abortAbove,report}=settings;
const limits={maxRequestsPerSecond,maxAttempts,outagePatienceMs,requestTimeoutMs};
return{...limits,limitText:(0,limit.P)(abortAbove),identifiers:report.identifiers,refusedBefore}}
async function renewResume({resumeStore,clock,log},until){
if(resumeStore===null)return;
for(;;){
try{
await clock.sleep(RENEW_RESUME_MS,until)}catch{
return}
await(0,resume_step.d7)(resumeStore,log)}}}),18247:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A:()=>createPressure,a:()=>createSender});
;
const RISING_FACTOR=3;
const RISING_MS=250;
const SMOOTHING=.1;
const WARM_UP=20;
class AimdLimit{
#cap;
#limit;
#smoothed=0;
#best=Number.POSITIVE_INFINITY;
#seen=0;
constructor(cap){
this.#cap=cap;
this.#limit=cap}
get current(){
return Math.floor(this.#limit)}
get latencyMs(){
return this.#smoothed===0?null:this.#smoothed}
answered({startedAt,endedAt,isStale}){
if(this.#isRising(endedAt-startedAt))this.#decrease();else if(!isStale)this.#limit=Math.min(this.#cap,this.#limit+1/this.#limit)}
overloaded(_at,isStale){
if(!isStale)this.#decrease()}
interrupted(){
this.#seen=0}
#decrease(){
this.#seen=0;
this.#limit=Math.max(1,this.#limit/2)}
#isRising(latencyMs){
this.#smoothed=this.#seen===0?latencyMs:this.#smoothed+SMOOTHING*(latencyMs-this.#smoothed);
if(++this.#seen<WARM_UP)return false;
this.#best=Math.min(this.#best,this.#smoothed);
const rises=this.#smoothed>this.#best*RISING_FACTOR&&this.#smoothed-this.#best>RISING_MS;
if(rises)this.#best=this.#smoothed;
return rises}}
var retry_policy=__webpack_require__(54313);
var sentence=__webpack_require__(49062);
;
const MAX_PROBES=5;
class Attempts{
#max;
#isSuspect;
#counted=0;
#probes=0;
#firstAnswers=null;
#lastAnswers=-1;
constructor(max,isSuspect){
this.#max=max;
this.#isSuspect=isSuspect}
get counted(){
return this.#counted}
failed({about,answers}){
if(about===`request`)return++this.#counted>=this.#max?`used-up`:`again`;
if(about===`load`)return`again`;
this.#firstAnswers??=answers;
if(answers!==this.#lastAnswers){
this.#counted++;
this.#probes=0}
this.#lastAnswers=answers;
const othersAnswered=this.#isSuspect||answers!==this.#firstAnswers;
if(this.#counted>=this.#max&&othersAnswered)return`used-up`;
return++this.#probes>=MAX_PROBES?`put-aside`:`again`}}
var tenant_error=__webpack_require__(25833);
var tenant_text=__webpack_require__(51372);
;
const UNCERTAIN=(0,tenant_error.l)(`tenant.answer_uncertain`,(0,tenant_text.cv)`The tenant answered, but its answers do not show whether this user was created or updated.`);
function refusalReason(error,users,door){
const message=door.describe(error,users);
return{code:door.code(error,users),field:null,message,hint:refusalHint(error,message)}}
function blockedReason(error,users,door){
return{code:door.code(error,users),field:null,message:door.describe(error,users),hint:BLOCKED_HINT}}
const BLOCKED_HINT=`A firewall or a proxy in front of the tenant rejects a value of this user. Have it allow the request, with the reference number, or correct the value; then run again.`;
function unansweredReason(error,users,door){
return{code:door.code(error,users),field:null,message:door.describe(error,users),hint:retryHint(error)}}
const ABOUT_EMAIL=/e-?mail/i;
function refusalHint({code},message){
return code===`tenant.507`&&ABOUT_EMAIL.test(message)?`Check that the e-mail domain exists and is not a disposable one, then run again.`:`Correct the user in the source or the mapping and run again; quote the reference number to cidaas support.`}
function retryHint({code}){
return code===`tenant.answer_unusable`||code===`tenant.answer_uncertain`?`Run the same export again: create-or-update makes that safe.`:`Run the same export again when the tenant is available; if the same users fail again, look for what they have in common.`}
;
class RequestSizes{
#tooLarge=null;
#answered={size:0,users:0};
answered(users){
const size=sizeOf(users);
if(size>this.#answered.size)this.#answered={size,users:users.length};
if(this.#tooLarge!==null&&size>=this.#tooLarge.size)this.#tooLarge=null}
brokeOff(users){
const size=sizeOf(users);
if(size<=this.#answered.size)this.#tooLarge=null;else if(this.#tooLarge===null||size<this.#tooLarge.size)this.#tooLarge={size,users:users.length}}
isTooLarge(users){
return users.length>1&&this.#tooLarge!==null&&sizeOf(users)>=this.#tooLarge.size}
advice(){
if(this.#tooLarge===null)return null;
const{users,size}=this.#tooLarge;
const fits=this.#answered;
return`Requests with ${users} users (${kilobytes(size)}) broke off without an answer, requests with ${fits.users} (${kilobytes(fits.size)}) did not: a firewall, proxy or load balancer in front of the tenant seems to limit the size of requests. The users were sent in smaller ones. Set \`batch-size: ${fits.users}\`, or have the limit raised.`}}
function isReset({status,error}){
return status===null&&error.code===`tenant.connection_lost`}
function sizeOf(users){
return users.reduce((sum,{body})=>sum+body.length,0)}
function kilobytes(size){
return`${Math.max(1,Math.round(size/1024))} kB`}
;
async function sendRequest(users,delivery,{isSuspect,isSizeSuspected}){
const{limiter,ledger,firstAcceptance,sizes,stop,abortInFlight,now}=delivery;
try{
await limiter.enter(stop)}catch(error){
if(stop.aborted)return null;
throw error}
let sample={kind:`none`};
let isAccepted=false;
firstAcceptance.sent();
try{
if(stop.aborted)return null;
ledger.markSending(users);
const startedAt=now();
const reply=await delivery.send(users,abortInFlight,stop);
isAccepted=reply.kind===`answered`&&reply.answers.some(({state})=>state===`created`||state===`updated`);
if(reply.status!==null)sizes.answered(users);
const isAway=reply.kind===`unavailable`&&isPartOfOutage(reply,limiter.outage.isOn,isSuspect||isSizeSuspected&&isReset(reply));
sample=isAway?awaySample(reply,startedAt):loadSampleOf(reply,now()-startedAt,users.length);
return{reply,isAway}}finally{
limiter.leave(sample);
firstAcceptance.ended(isAccepted)}}
function isPartOfOutage({status,error},isOn,isSuspect){
if(error.code===`tenant.cancelled`)return false;
return isOn||!isSuspect&&(0,retry_policy.uD)(status,error.code)}
function awaySample({status,error,retryAfterMs:askedMs},startedAt){
const isOverload=status===429||status===503||error.code===`tenant.timeout`||askedMs!==null;
return{kind:`away`,startedAt,askedMs,isOverload}}
function loadSampleOf(reply,latencyMs,users){
switch(reply.kind){case`answered`:return{kind:`good`,latencyMs,users};case`refused`:case`too-large`:case`blocked`:case`forbidden`:return{kind:`neutral`};case`unavailable`:{
const{error,retryAfterMs}=reply;
if(error.code===`tenant.cancelled`)return{kind:`none`};
return retryAfterMs===null?{kind:`neutral`}:{kind:`overload`,retryAfterMs}}}}
;
function settleAnswers(users,answers,delivery){
const byRow=new Map(users.map(user=>[user.row,user]));
const settlements=[];
const uncertain=[];
let accepted=0;
for(const answer of answers){
const user=byRow.get(answer.row);
if(user===undefined)continue;
const{row}=user;
switch(answer.state){case`uncertain`:uncertain.push(user);break;case`failed`:settlements.push({row,outcome:`failed`,reason:refusalReason(answer,[user],delivery.door)});break;case`created`:case`updated`:accepted++;settlements.push({row,outcome:answer.state,sub:subOf(answer.sub,user,delivery)})}}
settle(settlements,accepted,settlements.length-accepted,delivery);
if(accepted>0)settleBlocked(delivery);
return uncertain}
function subOf(sub,user,{door}){
return sub===null||typeof sub===`string`?sub:door.sub(sub,user)}
function settleRefused(users,error,delivery){
const reason=refusalReason(error,users,delivery.door);
settle(users.map(({row})=>({row,outcome:`failed`,reason})),0,users.length,delivery)}
function settleBlocked(delivery){
for(const{user,error}of delivery.blockedUsers.release()){
const reason=blockedReason(error,[user],delivery.door);
settle([{row:user.row,outcome:`failed`,reason}],0,1,delivery)}}
function settleUnanswered(users,error,delivery,mayHaveBeenApplied=true){
const reason=unansweredReason(error,users,delivery.door);
const outcome=mayHaveBeenApplied?`unknown`:`unsent`;
delivery.ledger.settle(users.map(({row})=>({row,outcome,reason})));
delivery.onSettled(0,users.length);
const isLeftOut=error.code===UNCERTAIN.code;
delivery.breaker.unanswered(mayHaveBeenApplied?users.length:0,reason.message,isLeftOut)}
function settle(settlements,accepted,failed,delivery){
if(settlements.length===0)return;
delivery.ledger.settle(settlements);
delivery.breaker.settled(accepted,failed);
if(accepted>0)delivery.firstSplit.open();
delivery.onSettled(accepted,failed)}
;
const ATTEMPTS_AFTER_SPLIT=2;
const TRY_SMALLER_AFTER=2;
function firstDelivery({policy},putAside){
return{attempts:policy.maxAttempts,depth:0,mayHaveBeenApplied:false,isSuspect:false,isLast:false,brokeOff:false,putAside}}
async function deliverBatch(users,delivery,state){
const{ledger,breaker,limiter}=delivery;
const tries=new Attempts(state.attempts,state.isSuspect);
let left=users;
let{mayHaveBeenApplied,brokeOff:isSizeSuspected}=state;
let resets=0;
const splitInto=(count,more={})=>split(left,count,delivery,{...state,mayHaveBeenApplied,...more});
for(;;){
if(delivery.sizes.isTooLarge(left))return splitInto(2,{brokeOff:true});
const sent=await sendRequest(left,delivery,{isSuspect:state.isSuspect,isSizeSuspected});
if(sent===null)return;
const{reply,isAway}=sent;
let retry;
switch(reply.kind){case`answered`:{
const uncertain=settleAnswers(left,reply.answers,delivery);
if(uncertain.length===0)return;
mayHaveBeenApplied=true;
const isOneUser=left.length===1;
const parts=uncertain.length<left.length?1:2;
left=uncertain;
if(!isOneUser)return splitInto(parts);
if(tries.failed({about:`request`,answers:limiter.outage.answers})===`used-up`)return settleUnanswered(left,UNCERTAIN,delivery);
retry={error:UNCERTAIN,retryAfterMs:0};
break}case`refused`:if(left.length>1)return splitInto(2,{mayHaveBeenApplied:true});return settleRefused(left,reply.error,delivery);case`too-large`:if(!mayHaveBeenApplied)ledger.markWaiting(left);if(left.length>1)return splitInto(2);return settleRefused(left,reply.error,delivery);case`blocked`:{
mayHaveBeenApplied||=reply.mayHaveBeenApplied;
if(!mayHaveBeenApplied)ledger.markWaiting(left);
const isAboutUsers=await delivery.firstAcceptance.isCertain();
if(isAboutUsers&&left.length>1)return splitInto(2);
const{error,advice}=reply;
if(isAboutUsers&&left.every(user=>delivery.blockedUsers.hold({user,error})))return;
const message=`${(0,sentence.K)(delivery.door.describe(error,left))} ${advice}`;
breaker.trip({code:`tenant.forbidden`,message});
return}case`forbidden`:if(!mayHaveBeenApplied)ledger.markWaiting(left);breaker.trip({code:reply.status===null?`tenant.unreachable`:`tenant.forbidden`,message:delivery.door.describe(reply.error,left)});return;case`unavailable`:{
mayHaveBeenApplied||=reply.mayHaveBeenApplied;
if(!mayHaveBeenApplied)ledger.markWaiting(left);
if(delivery.abortInFlight.aborted)return;
const mayBeTooLarge=left.length>1&&isReset(reply);
if(mayBeTooLarge&&isSizeSuspected){
delivery.sizes.brokeOff(left);
return splitInto(2,{attempts:ATTEMPTS_AFTER_SPLIT,brokeOff:true})}
if(mayBeTooLarge&&++resets===Math.min(state.attempts,TRY_SMALLER_AFTER)){
const first=await sendFirst(left,delivery,state.isSuspect);
mayHaveBeenApplied||=first.mayHaveBeenApplied;
if(first.left!==null){
left=first.left;
isSizeSuspected=true;
continue}}
const{error,status}=reply;
const{outage}=limiter;
if(isAway&&outage.isUsedUp){
breaker.outlasted(outage,unansweredReason(error,left,delivery.door).message);
return settleUnanswered(left,error,delivery,mayHaveBeenApplied)}
const about=isAway?status===429?`load`:`tenant`:`request`;
const verdict=tries.failed({about,answers:outage.answers});
if(verdict===`used-up`){
const mayHelp=isAway||state.isSuspect||status===500||CAUSED_BY_ONE.has(error.code);
if(left.length>1&&mayHelp&&breaker.tripped===null)return splitInto(2,{attempts:ATTEMPTS_AFTER_SPLIT,isSuspect:isAway||state.isSuspect});
return settleUnanswered(left,error,delivery,mayHaveBeenApplied)}
if(verdict===`put-aside`&&(left.length>1||!state.isLast)){
for(const part of partsOf(left,state.isLast?2:1))state.putAside({users:part,mayHaveBeenApplied,answers:outage.answers});
return}
retry={error,retryAfterMs:reply.retryAfterMs??0};
break}}
if(isAway)delivery.onRetry(retry.error,tries.counted,limiter.pauseMs);else if(!await pause(retry,Math.max(1,tries.counted),delivery))return}}
async function sendFirst(users,delivery,isSuspect){
const first=users.slice(0,1);
const sent=await sendRequest(first,delivery,{isSuspect,isSizeSuspected:false});
const reply=sent?.reply;
if(reply?.kind!==`answered`)return{left:null,mayHaveBeenApplied:reply?.kind===`unavailable`?reply.mayHaveBeenApplied:sent!==null};
const uncertain=settleAnswers(first,reply.answers,delivery);
return{left:[...uncertain,...users.slice(1)],mayHaveBeenApplied:uncertain.length>0}}
const CAUSED_BY_ONE=new Set([`tenant.answer_unusable`,UNCERTAIN.code]);
function partsOf(users,parts){
const size=Math.ceil(users.length/parts);
return parts===1||users.length<2?[users]:[users.slice(0,size),users.slice(size)]}
async function split(users,parts,delivery,state){
const leave=state.depth===0&&!delivery.breaker.anythingAccepted?await delivery.firstSplit.enter():null;
try{
for(const part of partsOf(users,parts)){
if(delivery.stop.aborted)return;
await deliverBatch(part,delivery,{...state,depth:state.depth+1})}}finally{
leave?.()}}
async function pause({error,retryAfterMs},attempt,delivery){
const{policy,random,sleep,stop}=delivery;
const backoff=(0,retry_policy.jo)(policy,attempt,random);
delivery.onRetry(error,attempt,Math.max(retryAfterMs,backoff));
if(retryAfterMs>=backoff)return!stop.aborted;
try{
await sleep(backoff,stop);
return true}catch(cause){
if(stop.aborted)return false;
throw cause}}
;
async function apply({queue,delivery}){
const failure=new AbortController;
const stop=AbortSignal.any([delivery.stop,failure.signal]);
const aside=[];
const running=new Set;
let workers=0;
const deliverTaken=async batch=>{
const first=firstDelivery(delivery,later=>aside.push(later));
const{users,mayHaveBeenApplied}=batch;
await deliverBatch(users,{...delivery,stop},{...first,mayHaveBeenApplied});
if(!stop.aborted)await queue.done(batch)};
const work=async()=>{
try{
while(!stop.aborted&&workers<=delivery.limiter.limit){
const batch=await queue.take();
const later=batch===null?aside.shift():undefined;
if(batch!==null)await deliverTaken(batch);else if(later!==undefined)await deliverAgain(later,{...delivery,stop},aside);else if(!await queue.mayGetMore(stop))return;
startWorkers()}}finally{
workers--}};
const startWorkers=()=>{
while(!stop.aborted&&workers<delivery.limiter.limit){
workers++;
const worker=work().catch(error=>failure.abort(error)).finally(()=>running.delete(worker));
running.add(worker)}};
stop.addEventListener(`abort`,()=>delivery.firstSplit.open(),{once:true});
startWorkers();
while(running.size>0)await Promise.all(running);
failure.signal.throwIfAborted();
if(!stop.aborted)settleBlocked(delivery);
await queue.giveBack()}
function deliverAgain({users,mayHaveBeenApplied,answers},delivery,aside){
const isSuspect=delivery.limiter.outage.answers!==answers;
const first=firstDelivery(delivery,later=>aside.push(later));
return deliverBatch(users,delivery,{...first,mayHaveBeenApplied,isSuspect,isLast:aside.length===0})}
;
const MAX_IN_A_ROW=3;
class BlockedUsers{
#held=[];
hold(blocked){
this.#held.push(blocked);
return this.#held.length<MAX_IN_A_ROW}
release(){
return this.#held.splice(0)}}
;
const MAX_POINTS=500;
class LimitCourse{
#timeAt=new Map;
#points=[];
#spanMs=1;
#last=null;
get points(){
return this.#points}
add(point){
const{ms,limit}=point;
if(this.#last!==null)this.#timeAt.set(this.#last.limit,(this.#timeAt.get(this.#last.limit)??0)+ms-this.#last.ms);
const isNew=this.#last?.limit!==limit;
this.#last={ms,limit};
if(!isNew)return;
this.#points.push({...point,ms:Math.round(ms),latencyMs:rounded(point.latencyMs)});
while(this.#points.length>MAX_POINTS){
this.#spanMs*=2;
this.#points=this.#points.filter((each,at,all)=>at===0||!this.#isSameSpan(each,all[at+1]))}}
report(max){
const now=this.#last?.limit??0;
const[longest]=[...this.#timeAt].sort(([,a],[,b])=>b-a);
const highest=Math.max(now,...this.#timeAt.keys());
return{max,usual:longest?.[0]??now,highest,course:this.#points}}
#isSameSpan({ms},next){
return next!==undefined&&Math.floor(ms/this.#spanMs)===Math.floor(next.ms/this.#spanMs)}}
function rounded(ms){
return ms===null?null:Math.round(ms)}
;
function createConcurrencyLimiter(options){
const{limit,throttle,outage,now}=options;
const startedAt=now();
const course=new LimitCourse;
course.add({ms:0,limit:limit.current,latencyMs:null});
const waiting=[];
let inFlight=0;
let stale=0;
let isRefused=false;
const allowed=()=>outage.isOn?1:limit.current;
const wake=()=>{
while(waiting.length>0&&inFlight<allowed()){
inFlight++;
waiting.shift()?.()}};
const takePlace=async signal=>{
signal.throwIfAborted();
if(inFlight<allowed())inFlight++;else await waitForPlace(waiting,signal)};
const givePlaceBack=()=>{
inFlight--;
wake()};
const mayStart=()=>!(outage.isOn&&inFlight>1);
const overloaded=isStale=>{
limit.overloaded(now(),isStale);
if(!isStale)stale=inFlight};
const pauseForOutage=({isOverload,...lost},isStale)=>{
const{isOn}=outage;
throttle.pause(outage.noAnswer(lost,!isStale),false);
if(lost.askedMs!==null)throttle.pause(lost.askedMs,true);
if(isOn)return;
isRefused=isOverload;
if(isOverload)overloaded(isStale);
limit.interrupted(now());
stale=inFlight};
const endOutage=isStale=>{
const{isOn}=outage;
if(isOn&&isRefused&&isStale)return;
outage.answered();
if(!isOn)return;
throttle.resume();
limit.interrupted(now())};
const adapt=(sample,isStale)=>{
if(sample.kind===`away`)pauseForOutage(sample,isStale);else if(sample.kind!==`none`)endOutage(isStale);
if(sample.kind===`overload`){
throttle.pause(sample.retryAfterMs??0,true);
overloaded(isStale)}else if(sample.kind===`good`){
const before=limit.current;
const{latencyMs,users}=sample;
limit.answered({startedAt:now()-latencyMs,endedAt:now(),users,isStale});
if(limit.current<before)stale=inFlight}};
return{async enter(signal){
for(;;){
await takePlace(signal);
try{
if(await throttle.enter(signal,mayStart))return}catch(error){
givePlaceBack();
throw error}
if(stale>0)stale--;
givePlaceBack()}},leave(sample){
inFlight--;
const isStale=stale>0;
if(isStale)stale--;
adapt(sample,isStale);
course.add({ms:now()-startedAt,limit:allowed(),latencyMs:limit.latencyMs});
wake()},get limit(){
return allowed()},get pauseMs(){
return throttle.pauseMs},outage,course}}
function waitForPlace(waiting,signal){
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
class FirstAcceptance{
#isAccepted;
#inFlight=0;
#waiting=[];
constructor(acceptedBefore){
this.#isAccepted=acceptedBefore}
sent(){
this.#inFlight++}
ended(accepted){
this.#inFlight--;
if(accepted)this.#isAccepted=true;
if(this.#isAccepted||this.#inFlight===0)for(const resolve of this.#waiting.splice(0))resolve()}
async isCertain(){
if(!this.#isAccepted&&this.#inFlight>0)await new Promise(resolve=>this.#waiting.push(resolve));
return this.#isAccepted}}
;
class FirstSplit{
#isOpen=false;
#isTaken=false;
#waiting=[];
async enter(){
while(this.#isTaken&&!this.#isOpen)await new Promise(resolve=>this.#waiting.push(resolve));
this.#isTaken=true;
return()=>{
this.#isTaken=false;
this.#wake()}}
open(){
this.#isOpen=true;
this.#wake()}
#wake(){
for(const resolve of this.#waiting.splice(0))resolve()}}
;
const OUTLIER=3;
class LatencyWindow{
since;
#skip;
#latencies=[];
constructor(since,skip){
this.since=since;
this.#skip=skip}
add(startedAt,endedAt){
if(startedAt<this.since||this.#skip-->0)return false;
this.#latencies.push(endedAt-startedAt);
return true}
get count(){
return this.#latencies.length}
get mean(){
const limited=this.#limited();
return limited.reduce((sum,ms)=>sum+ms,0)/limited.length}
get spread(){
const{mean}=this;
if(mean===0)return 0;
const squares=this.#limited().reduce((sum,ms)=>sum+(ms-mean)**2,0);
return Math.sqrt(squares/this.#latencies.length)/mean}
#limited(){
const sorted=[...this.#latencies].sort((a,b)=>a-b);
const most=OUTLIER*(sorted[sorted.length-1>>1]??0);
return sorted.map(ms=>Math.min(ms,most))}}
;
const FREQUENT=100;
const RARE=200;
const FIRST_TRUCE=100;
const MAX_TRUCE=3200;
class RefusalMemory{
#max;
#ceiling;
#answers=0;
#truce=FIRST_TRUCE;
constructor(max){
this.#max=max;
this.#ceiling=max}
get ceiling(){
return this.#ceiling}
answered(){
if(++this.#answers>=this.#truce)this.#ceiling=this.#max}
refused(limit,isHeld){
const frequency=this.#answers<FREQUENT?`frequent`:this.#answers<RARE?`seldom`:`rare`;
if(frequency===`frequent`)this.#truce=Math.min(MAX_TRUCE,this.#truce*2);else if(frequency===`rare`)this.#truce=FIRST_TRUCE;
this.#ceiling=Math.max(1,isHeld&&frequency===`rare`?limit:limit-1);
this.#answers=0;
return frequency}}
;
const NEW_SIZE=32;
class RequestSize{
#usual=0;
#smaller=0;
compare(users){
const usual=this.#usual;
const isSmaller=users*2<usual;
if(isSmaller&&++this.#smaller<NEW_SIZE)return`smaller`;
this.#smaller=0;
const isOther=isSmaller||users>usual*2;
this.#usual=isOther?users:Math.max(usual,users);
return isOther&&usual>0?`other`:`same`}}
;
const RISEN=4/3;
const QUEUED=1.05;
const MOST_ABOVE=4/3;
const STEP=1/4;
const MIN_SAMPLES=16;
const MAX_SAMPLES=64;
const FIRST_PATIENCE=2;
const MAX_PATIENCE=32;
const DOWN_FROM=8;
const REMEMBERED=8;
class KneeLimit{
#max;
#refusals;
#size=new RequestSize;
#limit=1;
#phase=`ramp`;
#window=new LatencyWindow(Number.NEGATIVE_INFINITY,0);
#latencyMs=null;
#unloaded={latency:0,samples:0,isTested:false};
#held={latency:0,spread:0,windows:0,samples:0};
#before={limit:1,latency:0};
#step=STEP;
#patience=FIRST_PATIENCE;
#direction=`up`;
#hasRisen=false;
constructor(max){
this.#max=max;
this.#refusals=new RefusalMemory(max)}
get current(){
return this.#limit}
get latencyMs(){
return this.#latencyMs}
answered({startedAt,endedAt,users}){
this.#refusals.answered();
switch(this.#size.compare(users)){case`smaller`:return;case`other`:this.#unloaded={latency:0,samples:0,isTested:false};this.#change(1,`ramp`,0,endedAt);return;case`same`:if(!this.#window.add(startedAt,endedAt))return}
const{count}=this.#window;
const isEnough=this.#phase===`ramp`?count>=this.#limit-(this.#limit>>1):count>=MIN_SAMPLES&&count%this.#limit===0;
if(isEnough)this.#evaluate(this.#window.mean,count,endedAt)}
overloaded(at,isStale){
if(isStale)return;
const limit=this.#limit;
const frequency=this.#refusals.refused(limit,this.#phase===`hold`);
this.#step=STEP;
this.#patience=FIRST_PATIENCE;
if(this.#phase===`hold`&&frequency===`rare`)return;
const lower=Math.ceil(limit*3/4);
const known=this.#phase===`up`&&frequency!==`frequent`?this.#before.limit:lower;
const to=this.#phase===`ramp`?limit>>1:known;
this.#hold(Math.min(this.#refusals.ceiling,to),at)}
interrupted(at){
this.#window=new LatencyWindow(at,0)}
#evaluate(latency,count,at){
this.#latencyMs=latency;
switch(this.#phase){case`ramp`:this.#ramp(latency,count,at);break;case`hold`:this.#watch(latency,count,at);break;case`up`:this.#judgeMore(latency,count,at);break;case`down`:case`cut`:this.#judgeLess(latency,count,at)}}
#ramp(latency,count,at){
const{latency:unloaded,samples}=this.#unloaded;
const rise=samples===0?1:latency/unloaded;
if(rise>RISEN+1/Math.sqrt(samples)){
this.#hold(roundDown(this.#limit/rise),at);
return}
if(rise<=RISEN){
const all=samples+count;
this.#unloaded={latency:(unloaded*samples+latency*count)/all,samples:all,isTested:false}}
const next=Math.min(this.#refusals.ceiling,this.#limit*2);
if(next>this.#limit)this.#change(next,`ramp`,next>>1,at);else this.#hold(this.#limit,at)}
#watch(latency,count,at){
const isRisen=latency>this.#unloaded.latency*RISEN;
if(isRisen&&this.#hasRisen){
this.#cut(latency,count,at);
return}
this.#hasRisen=isRisen;
this.#remember(latency,count);
this.#window=new LatencyWindow(this.#window.since,0);
if(!isRisen&&this.#held.windows>=this.#patience)this.#test(at)}
#remember(latency,count){
const isNew=Math.abs(latency/this.#held.latency-1)>STEP;
const windows=isNew?1:this.#held.windows+1;
const weight=1/Math.min(windows,REMEMBERED);
const mean=(before,now)=>before+(now-before)*weight;
this.#held={latency:mean(this.#held.latency,latency),spread:mean(this.#held.spread,this.#window.spread),windows,samples:Math.min(windows,2*REMEMBERED)*count};
if(windows>1)this.#unloaded.latency=Math.min(this.#unloaded.latency,this.#held.latency*MOST_ABOVE)}
#cut(latency,count,at){
if(this.#limit===1){
this.#unloaded={latency,samples:count,isTested:true};
this.#hold(1,at)}else{
this.#before={limit:this.#limit,latency};
const knee=Math.round(this.#limit*this.#unloaded.latency/latency);
this.#change(clamp(knee,1,this.#limit-1),`cut`,0,at)}}
#test(at){
const limit=this.#limit;
this.#before={limit,latency:this.#held.latency};
const{latency,isTested}=this.#unloaded;
const less=Math.max(1,limit-Math.ceil(limit*STEP));
const mayQueue=!isTested&&limit<this.#max||this.#held.latency>latency*QUEUED;
const more=Math.min(this.#refusals.ceiling,limit+Math.ceil(limit*this.#step));
if(this.#direction===`down`&&mayQueue&&less<limit)this.#change(less,`down`,0,at);else if(more>limit)this.#change(more,`up`,more,at);else{
if(limit===this.#max)this.#beMorePatient();
this.#turn();
this.#hold(limit,at)}}
#judgeMore(latency,count,at){
const gain=this.#throughputRatio(latency);
const wanted=(1+this.#limit/this.#before.limit)/2;
if(this.#isUnclear(gain-wanted,count))return;
if(gain>=wanted&&latency<=this.#unloaded.latency*RISEN){
this.#step=Math.min(1,this.#step*2);
this.#patience=FIRST_PATIENCE;
this.#held={...this.#held,latency,samples:count};
this.#test(at);
return}
this.#step=STEP;
this.#beMorePatient();
this.#turn();
this.#hold(Math.min(this.#limit,roundDown(this.#before.limit*Math.max(1,gain))),at)}
#judgeLess(latency,count,at){
const kept=this.#throughputRatio(latency);
const wanted=1-(1-this.#limit/this.#before.limit)/3;
if(this.#isUnclear(kept-wanted,count))return;
const isTest=this.#phase===`down`;
if(kept>=wanted){
if(isTest)this.#patience=DOWN_FROM;
this.#unloaded.latency=Math.min(this.#unloaded.latency,latency);
this.#hold(this.#limit,at);
return}
this.#unloaded={latency,samples:count,isTested:true};
if(isTest){
this.#beMorePatient();
this.#turn()}
const knee=this.#before.limit*latency/this.#before.latency*(1+this.#uncertainty(count,this.#window.spread));
this.#hold(clamp(Math.ceil(knee-1/4),this.#limit,this.#before.limit),at)}
#throughputRatio(latency){
return this.#limit/latency*(this.#before.latency/this.#before.limit)}
#isUnclear(difference,count){
return count<MAX_SAMPLES&&Math.abs(difference)<this.#uncertainty(count,this.#held.spread)}
#uncertainty(count,spread){
return 1.5*spread*Math.sqrt(1/count+1/this.#held.samples)}
#beMorePatient(){
this.#patience=Math.min(MAX_PATIENCE,this.#patience*2)}
#turn(){
this.#direction=this.#direction===`up`&&this.#patience>=DOWN_FROM?`down`:`up`}
#hold(limit,at){
this.#held.windows=0;
this.#hasRisen=false;
this.#change(clamp(limit,1,this.#max),`hold`,0,at)}
#change(to,phase,skipped,at){
this.#window=new LatencyWindow(to===this.#limit?this.#window.since:at,skipped);
this.#limit=to;
this.#phase=phase}}
function roundDown(limit){
return Math.floor(limit+1/4)}
function clamp(value,least,most){
return Math.max(least,Math.min(most,value))}
var outage_clock=__webpack_require__(62458);
;
class Outage{
#policy;
#now;
#random;
#clock=null;
#probes=0;
#lost=0;
#answers=0;
constructor(policy,now,random){
this.#policy=policy;
this.#now=now;
this.#random=random}
get isOn(){
return this.#clock!==null}
get isUsedUp(){
return this.#clock?.isUsedUp(this.#probes,this.#now())??false}
get lost(){
return this.#lost}
get lastsMs(){
return this.#clock===null?0:this.#now()-this.#clock.since}
get answers(){
return this.#answers}
answered(){
this.#answers++;
this.#clock=null;
this.#probes=0;
this.#lost=0}
noAnswer({startedAt,askedMs},isProbe){
this.#lost++;
if(this.#clock===null)this.#clock=new outage_clock.k(this.#policy,startedAt);else if(!isProbe)return askedMs??0;
return this.#clock.waitMs(++this.#probes,askedMs,this.#now(),this.#random)}}
;
function createPressure(options,throttle,clock){
const{concurrency,maxAttempts,outagePatienceMs}=options;
const policy=(0,retry_policy.Jb)(maxAttempts,outagePatienceMs);
const outage=new Outage(policy,clock.now,clock.random);
const limit=concurrency.mode===`auto`?new KneeLimit(concurrency.max):new AimdLimit(concurrency.max);
const limiter=createConcurrencyLimiter({limit,throttle,outage,now:clock.now});
return{limiter,policy}}
function createSender({queue,pressure,clock,...options}){
const sizes=new RequestSizes;
const delivery={...options,...pressure,...clock,ledger:queue.outcomes,firstSplit:new FirstSplit,sizes,firstAcceptance:new FirstAcceptance(options.breaker.anythingAccepted),blockedUsers:new BlockedUsers};
return{send:()=>apply({queue,delivery}),advice:()=>sizes.advice()}}}),26571:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{c:()=>deliver,Z:()=>openSending});
var circuit_breaker=__webpack_require__(46030);
var ledger_file=__webpack_require__(27186);
;
function createThrottle(options){
const{maxRequestsPerSecond,now,sleep}=options;
let pausedUntil=0;
let askedUntil=0;
let nextSlot=0;
return{async enter(signal,mayStart){
for(;;){
while(pausedUntil>now())await sleep(pausedUntil-now(),signal);
if(!mayStart())return false;
if(maxRequestsPerSecond===0)return true;
const slot=Math.max(nextSlot,now());
nextSlot=slot+1e3/maxRequestsPerSecond;
if(slot>now())await sleep(slot-now(),signal);
if(pausedUntil<=now()&&mayStart())return true}},pause(ms,asked){
pausedUntil=Math.max(pausedUntil,now()+ms);
if(asked)askedUntil=Math.max(askedUntil,now()+ms)},resume(){
pausedUntil=askedUntil},get pauseMs(){
return Math.max(0,pausedUntil-now())}}}
var limit=__webpack_require__(27110);
var fleet_step=__webpack_require__(81148);
var run_notes=__webpack_require__(2896);
var run_sender=__webpack_require__(18247);
;
const SAVE_STATS_MS=1e3;
function openSending(settings,clock,{stats,door}){
stats.begin(clock.now(),clock.wallNow());
const throttle=createThrottle({...clock,maxRequestsPerSecond:settings.maxRequestsPerSecond});
return{stats,door,pressure:(0,run_sender.A)(settings,throttle,clock)}}
async function deliver(settings,{ledger,clock,progress,stop:stopRun,abortInFlight},{stats,door,pressure:own},{queue,lead,send,total,maxFailedRows,acceptedBefore,refusedBefore,...before}){
const ownStop=new AbortController;
const stop=AbortSignal.any([stopRun,ownStop.signal]);
const breaker=new circuit_breaker.a({maxFailedRows:lead===null?maxFailedRows:Number.POSITIVE_INFINITY,limitText:(0,limit.P)(settings.abortAbove),...{acceptedBefore,refusedBefore},onTripped:tripped=>ownStop.abort(tripped)});
const pressure=lead===null?own:(0,run_sender.A)(settings,lead.throttle,clock);
let{done,failed}=before;
let savedAt=Number.NEGATIVE_INFINITY;
const saveStats=()=>{
savedAt=clock.now();
const{course}=pressure.limiter;
const{mode,max}=settings.concurrency;
(0,run_notes.Y0)(ledger,stats.summary(course.points,mode===`auto`?course.report(max):null));
(0,ledger_file.Fn)(ledger.db)};
const onSettled=(accepted,refused)=>{
done+=accepted+refused;
failed+=refused;
stats.settled(accepted,refused,clock.now());
progress.sent(done,total,failed);
if(clock.now()-savedAt>=SAVE_STATS_MS)saveStats()};
const sender=(0,run_sender.a)({...{queue,pressure,door,breaker,clock,stop,abortInFlight,send},onSettled:lead===null?onSettled:()=>undefined,onRetry:({code},_attempt,waitMs)=>{
stats.retried();
progress.waiting(waitMs,code)}});
const sendAll=async()=>{
if(lead!==null)return(0,fleet_step.N)(lead,sender,{ledger,clock,stats,onSettled,breaker,ownStop,stop});
await sender.send();
return null};
const fleet=await sendAll().finally(()=>{
ownStop.abort();
saveStats()});
const ended={advice:sender.advice(),fleet};
if(breaker.tripped!==null){
return{earlyEnd:{outcome:`aborted`,message:messageFor(breaker.tripped)},...ended}}
return{earlyEnd:stopRun.aborted?stopRun.reason:null,...ended}}
function messageFor({code,message}){
return code===`tenant.forbidden`?`The tenant refuses access to this client: ${message}`:message}}),32333:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{O:()=>usedLimits});
var _settings_limit_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(27110);
function usedLimits({failAbove,abortAbove},{mode,totals,missing}){
if(totals.rows===0)return[];
const{rows,invalid,failed,unknown}=totals;
const open=(missing?.failed??0)+(missing?.unknown??0);
const planned=totals.created+totals.updated+failed+unknown+totals.unsent;
const abort=(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_0__.P)(abortAbove);
return[{kind:`failed`,limit:(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_0__.P)(failAbove),used:invalid+failed+unknown+open,allowed:(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_0__.T)(failAbove,Math.max(rows,missing?.total??0))},{kind:`invalid`,limit:abort,used:invalid,allowed:(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_0__.T)(abortAbove,rows)},...mode===`apply`&&planned>0?[{kind:`refused`,limit:abort,used:failed+unknown,allowed:(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_0__.T)(abortAbove,planned)}]:[]]}}),36589:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{b:()=>isDiskFull,u:()=>messageOf});
const SQLITE_FULL=13;
function messageOf(error){
const message=error instanceof Error?error.message:String(error);
if(!isFullError(error))return message;
return`The disk is full (${message}). Free some space or use a machine with a larger disk, then run again.`}
function isDiskFull(error){
return error instanceof Error&&(isFullError(error)||isDiskFull(error.cause))}
function isFullError(error){
if(!(error instanceof Error))return false;
const{code,errcode}=error;
return code===`ENOSPC`||code===`EDQUOT`||errcode===SQLITE_FULL}}),41059:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{j:()=>OutputGuard,n:()=>foreignLine});
class OutputGuard{
#release;
#isOwn=false;
#deliver=()=>undefined;
constructor(streams=[process.stdout,process.stderr]){
this.#release=streams.map(stream=>this.#guard(stream))}
own(write){
const before=this.#isOwn;
this.#isOwn=true;
try{
return write()}finally{
this.#isOwn=before}}
ownStream(stream){
return{isTTY:stream.isTTY,get columns(){
return stream.columns},write:text=>this.own(()=>stream.write(text))}}
deliverTo(deliver){
this.#deliver=deliver}
[Symbol.dispose](){
for(const release of this.#release)release()}
#guard(stream){
const{write}=stream;
const guarded=(chunk,encoding,done)=>{
const callback=typeof encoding===`function`?encoding:done;
if(this.#isOwn)return write.call(stream,chunk,typeof encoding===`string`?encoding:undefined,callback);
this.#deliver(typeof chunk===`string`?chunk:Buffer.from(chunk).toString());
callback?.();
return true};
stream.write=guarded;
return()=>{
stream.write=write}}}
function foreignLine(written){
const[,command,data=``]=/^::([a-z-]+)(?: [^:]*)?::(.*)$/s.exec(written.trimEnd())??[];
const text=withoutSignatures(command===undefined?written.trimEnd():decoded(data));
switch(command){case`add-mask`:return{kind:`secret`,text:``};case`debug`:return{kind:`debug`,text};case`error`:case`warning`:case`notice`:return{kind:`info`,text:`${command}: ${text}`};default:return{kind:`info`,text:withoutSignatures(written.trimEnd())}}}
function decoded(data){
return data.replaceAll(`%0D`,`\r`).replaceAll(`%0A`,`
`).replaceAll(`%25`,`%`)}
function withoutSignatures(text){
return text.replace(/(https?:\/\/[^\s"'?]*)\?[^\s"']*/gi,`$1?…`)}}),14124:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{p:()=>stoppable,s:()=>untilStopped});
async function untilStopped(work,stop){
if(stop===undefined)return work;
const stopped=Promise.withResolvers();
const onAbort=()=>stopped.reject(stop.reason);
if(stop.aborted)onAbort();
stop.addEventListener(`abort`,onAbort,{once:true});
work.catch(()=>{});
try{
return await Promise.race([stopped.promise,work])}finally{
stop.removeEventListener(`abort`,onAbort);
stopped.promise.catch(()=>{})}}
async function*stoppable(values,stop){
for await(const value of values){
stop.throwIfAborted();
yield value}}}),792:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{FN:()=>MODES,cW:()=>SECRETS,hi:()=>CLI_FLAGS,kM:()=>CLI_SWITCHES,mc:()=>INPUTS});
const INPUTS={mode:`apply`,export:``,"export-artifact":``,"export-run-id":``,"export-repository":``,"github-token":null,"export-key":``,"allow-public-export":`false`,"allow-fork-export":`false`,"max-unpacked":``,format:`auto`,encoding:`auto`,delimiter:`auto`,preset:``,mapping:``,"password-canary":``,"password-secrets":``,"verify-login":`auto`,"login-client-id":``,"login-client-secret":``,"compare-mapping":``,"max-newly-invalid":`100%`,"fail-on":``,"tenant-url":``,check:`error`,"check-domains":``,"client-id":``,"client-secret":``,"batch-size":`50`,concurrency:`auto`,"max-concurrency":`32`,"max-requests-per-second":`0`,"request-timeout":`60`,"max-attempts":`6`,"outage-patience":`10m`,threads:`auto`,"min-rows":`1`,"min-planned":`1`,"allow-partial-export":`false`,"fail-above":`0`,"abort-above":`20%`,sync:`full`,"max-changed":`100%`,"max-missing":``,"missing-users":`report`,"expected-plan":``,"export-max-age":``,pilot:`0`,"verify-sample":`0`,"time-limit":`0`,resume:`auto`,"resume-run-id":``,"undo-run-id":``,"state-key":``,"queue-url":``,role:`lead`,"report-name":`cidaas-migration-report`,"report-dir":``,"report-identifiers":`masked`,language:`en`,"retention-days":`0`,comment:`auto`};
const MODES=[`plan`,`apply`,`check`,`undo`];
const CLI_FLAGS={"state-dir":`.cidaas-migrate`};
const CLI_SWITCHES=[`forecast`,`yes`,`json`,`quiet`,`verbose`];
const SECRETS={"client-id":`CIDAAS_CLIENT_ID`,"client-secret":`CIDAAS_CLIENT_SECRET`,"state-key":`CIDAAS_STATE_KEY`,"queue-url":`CIDAAS_QUEUE_URL`,"export-key":`CIDAAS_EXPORT_KEY`,"login-client-id":`CIDAAS_LOGIN_CLIENT_ID`,"login-client-secret":`CIDAAS_LOGIN_CLIENT_SECRET`,"password-canary":`CIDAAS_PASSWORD_CANARY`,"password-secrets":`CIDAAS_PASSWORD_SECRETS`,"github-token":`GITHUB_TOKEN`}}),27110:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{P:()=>limitText,T:()=>allowed});
function allowed(limit,rows){
return limit.kind===`count`?limit.rows:Math.floor(rows*limit.percent/100)}
function limitText(limit){
if(limit.kind===`percent`)return`${limit.percent}%`;
const mayBeShare=limit.rows>0&&limit.rows<=100;
return mayBeShare?`${limit.rows}, a number; as a share, write ${limit.rows}%`:String(limit.rows)}}),25503:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{s:()=>readSettings});
var preset_name=__webpack_require__(37248);
var language=__webpack_require__(63223);
var input_error=__webpack_require__(30199);
var secret_finder=__webpack_require__(21716);
;
const IDENTITY=/^AGE-SECRET-KEY-(?:PQ-)?1[02-9AC-HJ-NP-Z]{58}$/;
function parseExportKey(text){
const lines=text.trim().split(/\r?\n/);
const numbered=lines.map((line,index)=>({line:line.trim(),number:index+1}));
const filled=numbered.filter(({line})=>line!==``&&!line.startsWith(`#`));
if(!filled.some(({line})=>/^AGE-SECRET-KEY-/i.test(line)))return passphrase(lines);
const wrong=filled.find(({line})=>!IDENTITY.test(line));
if(wrong===undefined)return{key:{kind:`identities`,identities:filled.map(({line})=>line)}};
return{problem:`line ${wrong.number} is not a complete identity; copy the whole key file of age-keygen`}}
function passphrase([line=``,...more]){
if(/^age1[a-z0-9]{50,}$/.test(line))return{problem:`this is the public recipient (age1…); use the identity that belongs to it (AGE-SECRET-KEY-1…)`};
if(/^AGE-PLUGIN-|^-----BEGIN/.test(line)||more.length>0)return{problem:`expected age-keygen identities (AGE-SECRET-KEY-1…, one per line) or one line with a passphrase; SSH keys, plugins and encrypted key files are not supported`};
if(line.length<secret_finder.vb)return{problem:`expected a passphrase of at least ${secret_finder.vb} characters; a shorter one cannot be hidden in the log`};
return{key:{kind:`passphrase`,passphrase:line}}}
var nearest=__webpack_require__(4581);
;
const DELIMITERS={auto:`auto`,",":`,`,comma:`,`,";":`;`,semicolon:`;`,"|":`|`,pipe:`|`,"	":`	`,"\\t":`	`,tab:`	`};
function readDelimiter(text,problems){
const found=DELIMITERS[text]??DELIMITERS[text.trim().toLowerCase()];
if(found!==undefined)return found;
problems.push("`delimiter`: expected one of auto, comma, semicolon, tab, pipe (or the character itself)");
return`auto`}
var problem_codes=__webpack_require__(22278);
var cidaas_fields=__webpack_require__(34952);
;
const PASSWORD=`password`;
const GROUPED=[PASSWORD,`address`,`customFields`,`password_hash_info`];
function readFailOn(text,problems){
const codes=[];
const fields=[];
for(const name of new Set(text.split(/[\s,]+/).filter(word=>word!==``))){
if(Object.hasOwn(problem_codes.z,name))codes.push(name);else if(GROUPED.includes(name)||(0,cidaas_fields.UI)(`user`,name)!==undefined)fields.push(name);else{
const known=[...Object.keys(problem_codes.z),...Object.keys(cidaas_fields.ce),...GROUPED];
problems.push(`\`fail-on\`: expected codes like \`email.invalid\` and fields like \`sub\`, \`userStatus\`, \`password\`, got \`${name.slice(0,80)}\`${(0,nearest.a)(name,known)}`)}}
return{codes,fields}}
var external_node_fs_=__webpack_require__(73024);
;
const VERIFIED=[`require`,`verify-ca`,`verify-full`];
const UNVERIFIED=[`disable`,`allow`,`prefer`,`no-verify`];
const PARAMETERS=[`sslmode`,`sslrootcert`];
function parseQueueUrl(text){
const expected="expected `postgres://user:password@host:5432/database`";
if(!/^postgres(ql)?:\/\//.test(text)||!URL.canParse(text))return{problem:expected};
const parsed=new URL(text);
const names=[...parsed.searchParams.keys()];
const unknown=names.find(name=>!PARAMETERS.includes(name));
if(unknown!==undefined)return{problem:`only the parameters ${PARAMETERS.join(` and `)} can be used`};
const host=decodeURIComponent(parsed.hostname).replace(/^\[(.*)\]$/,`$1`);
const database=decodeURIComponent(parsed.pathname.slice(1));
if(host===``||database===``||parsed.username===``)return{problem:expected};
const mode=parsed.searchParams.get(`sslmode`);
if(mode!==null&&![...VERIFIED,...UNVERIFIED].includes(mode))return{problem:`\`sslmode\`: expected one of ${VERIFIED.join(`, `)}`};
const isUnverified=mode!==null&&UNVERIFIED.includes(mode);
if(isUnverified&&!isLoopback(host))return{problem:`\`sslmode=${mode}\` would send users' data over a connection whose server is not verified; leave it out, or name the certificate authority with \`sslrootcert=/path/to/ca.pem\``};
const rootCertPath=parsed.searchParams.get(`sslrootcert`);
if(rootCertPath!==null&&!isReadable(rootCertPath))return{problem:"`sslrootcert`: the file cannot be read"};
const isPlain=isLoopback(host)&&(mode===null||isUnverified);
return{url:{...{host,database,port:parsed.port===``?5432:Number(parsed.port)},user:decodeURIComponent(parsed.username),password:decodeURIComponent(parsed.password),tls:isPlain?null:{rootCertPath}}}}
function isLoopback(host){
return host===`localhost`||host===`::1`||/^127\.\d+\.\d+\.\d+$/.test(host)}
function isReadable(path){
try{
(0,external_node_fs_.readFileSync)(path);
return true}catch{
return false}}
;
function readFleet(read,mode,problems){
const role=read.choice(`role`,[`lead`,`work`]);
const text=read.text(`queue-url`);
if(text===``){
if(role===`work`)problems.push("`queue-url`: required with `role: work`, since a worker takes its batches from there");
return{queueUrl:null,role}}
if(role===`work`&&mode!==`apply`)problems.push("`role`: a worker only sends, so it needs `mode: apply`");
if(read.text(`tenant-url`)===`sandbox`)problems.push("`queue-url`: the sandbox of a rehearsal lives in one process; leave `queue-url` out, or start a sandbox with `cidaas-migrate sandbox` and give its address as `tenant-url`");
const parsed=parseQueueUrl(text);
if(`problem`in parsed){
problems.push(`\`queue-url\`: ${parsed.problem}`);
return{queueUrl:null,role}}
const{length}=parsed.url.password;
if(length>0&&length<secret_finder.vb)problems.push(`\`queue-url\`: expected a password of at least ${secret_finder.vb} characters; a shorter one cannot be hidden in the log`);
return{queueUrl:parsed.url,role}}
var inputs=__webpack_require__(792);
;
function createInputReader(raw,problems){
const untrimmed=name=>{
const given=raw(name);
return given===``?inputs.mc[name]??``:given};
const text=name=>untrimmed(name).trim();
const addProblem=(name,expected)=>{
problems.push(`\`${name}\`: expected ${expected}, got \`${text(name).slice(0,80)}\``)};
const number=(name,min,max)=>{
const value=/^\d+(\.\d+)?$/.test(text(name))?Number(text(name)):Number.NaN;
if(value>=min&&value<=max)return value;
addProblem(name,range(`a number`,min,max));
return min};
const integer=(name,min,max)=>{
const value=/^\d+$/.test(text(name))?Number(text(name)):Number.NaN;
if(Number.isSafeInteger(value)&&value>=min&&value<=max)return value;
addProblem(name,range(`a whole number`,min,max));
return min};
const autoOrInteger=(name,min,max)=>{
if(text(name).toLowerCase()===`auto`)return`auto`;
const value=/^\d{1,9}$/.test(text(name))?Number(text(name)):Number.NaN;
if(value>=min&&value<=max)return value;
addProblem(name,`\`auto\` or ${range(`a whole number`,min,max)}`);
return min};
const optionalInteger=name=>text(name)===``?null:integer(name,1,Number.MAX_SAFE_INTEGER);
const choice=(name,choices)=>{
const found=choices.find(one=>one===text(name).toLowerCase());
if(found!==undefined)return found;
addProblem(name,`one of ${choices.join(`, `)}`);
const meant=(0,nearest.p)(text(name),choices);
if(meant!==null)problems.push(`${problems.pop()}. Did you mean \`${meant}\`?`);
return choices[0]};
const boolean=name=>choice(name,[`false`,`true`])===`true`;
const limit=name=>{
const percent=/^(\d+(?:\.\d+)?)\s*%$/.exec(text(name))?.[1];
if(percent!==undefined&&Number(percent)<=100)return{kind:`percent`,percent:Number(percent)};
if(/^\d+$/.test(text(name)))return{kind:`count`,rows:Number(text(name))};
const hint=limitHint(text(name));
addProblem(name,"a number of rows like `10` or a percentage like `1%`");
if(hint!==null)problems.push(`${problems.pop()}. ${hint}`);
return{kind:`count`,rows:0}};
return{text,untrimmed,number,integer,autoOrInteger,optionalInteger,choice,boolean,limit}}
function limitHint(text){
const[,whole=``,decimals=``,sign=``]=/^(\d+)[.,](\d+)\s*(%?)$/.exec(text)??[];
if(sign===`%`&&Number(whole)<100)return`Write a decimal point: \`${whole}.${decimals}%\``;
if(whole!==``&&sign===``)return`Rows are whole numbers. If it is a share, write it with a percent sign, like \`${whole}.${decimals}%\``;
if(/^\d+(?:\.\d+)?\s*%$/.test(text))return"A share is at most `100%`, which is no limit";
return text.startsWith(`-`)?"It cannot be negative; `0` allows none":null}
function range(what,min,max){
return max===Number.MAX_SAFE_INTEGER?`${what} from ${min}`:`${what} from ${min} to ${max}`}
var secret_inputs=__webpack_require__(82820);
;
const UNITS={"":1,b:1,...{k:1e3,kb:1e3,m:1e6,mb:1e6,g:1e9,gb:1e9,t:0xe8d4a51000,tb:0xe8d4a51000},...{kib:2**10,mib:2**20,gib:2**30,tib:2**40}};
function readSize(read,name,problems){
const text=read.text(name);
if(text===``)return null;
const[,number=``,unit=``]=/^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text)??[];
const bytes=number===``?Number.NaN:Math.round(Number(number)*(UNITS[unit.toLowerCase()]??Number.NaN));
if(Number.isSafeInteger(bytes)&&bytes>0)return bytes;
problems.push(`\`${name}\`: expected bytes, or a number and a unit, like \`500MB\`, \`20GB\` or \`1.5TB\`, got \`${text.slice(0,80)}\``);
return null}
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
problems.push(`\`${name}\`: required in mode ${mode}. Is the secret available to this workflow (workflows of forks get none), or \`${inputs.cW[name]}\` set in the shell?`)}
return{id,secret}}
function readCheck(read,mode,problems){
const check=read.choice(`check`,[`error`,`warn`,`off`]);
if(check===`off`&&mode===`check`)problems.push("`check`: cannot be `off` in mode check");
return check}
function readLogin(read,hasCanary,problems){
const verifyLogin=read.choice(`verify-login`,[`auto`,`required`,`off`]);
if(verifyLogin===`required`&&!hasCanary)problems.push("`verify-login`: `required` needs accounts with known passwords, in `password-canary`");
const id=read.text(`login-client-id`);
const secret=read.text(`login-client-secret`);
if(id===``!==(secret===``))problems.push(`\`${id===``?`login-client-id`:`login-client-secret`}\`: required, since the other part of the app that logs in is set`);
return{verifyLogin,loginClient:id===``?null:{id,secret}}}
function readDomains(read,mode,tenant){
if(read.text(`check-domains`)!==``)return read.choice(`check-domains`,[`off`,`warn`,`error`]);
const isForTenant=tenant?.kind===`origin`&&!tenant.origin.startsWith(`http:`);
return isForTenant&&(mode===`plan`||mode===`check`)?`warn`:`off`}
;
const RECOMMENDED_BATCH_SIZE=50;
const MAX_TIME_LIMIT_MINUTES=35e3;
function readSettings(raw,found=[]){
const problems=[...found];
const read=createInputReader(raw,problems);
const warnings=[];
const mode=read.choice(`mode`,inputs.FN);
const fleet=readFleet(read,mode,problems);
const patterns=read.text(`export`);
const artifactName=read.text(`export-artifact`);
if(patterns===``&&artifactName===``&&mode!==`check`&&mode!==`undo`&&fleet.role===`lead`)problems.push("`export`: give the path of the export, or `export-artifact` with the name of the artifact that holds it");
for(const name of[`export-run-id`,`export-repository`]){
if(read.text(name)!==``&&artifactName===``)problems.push(`\`${name}\`: can only be used together with \`export-artifact\``)}
const repository=read.text(`export-repository`);
if(repository!==``&&!/^[\w.-]+\/[\w.-]+$/.test(repository))problems.push("`export-repository`: expected `owner/name`");
const runId=read.text(`export-run-id`)===``?null:read.integer(`export-run-id`,1,Number.MAX_SAFE_INTEGER);
if(repository!==``&&runId===null)problems.push("`export-run-id`: required with `export-repository`, since a repository has many runs");
const tenant=readTenant(read.text(`tenant-url`),problems);
const client=readClient(read,mode,mode!==`plan`&&tenant?.kind!==`sandbox`,problems);
if(mode!==`plan`&&read.text(`tenant-url`)===``)problems.push(`\`tenant-url\`: required in mode ${mode}, like \`https://acme.cidaas.de\`; \`sandbox\` rehearses without a tenant`);
(0,secret_inputs.W7)(read.text,problems);
const canary=(0,secret_inputs.B4)(read.untrimmed(`password-canary`),problems);
if(canary.length>0&&patterns===``&&artifactName===``)problems.push("`password-canary`: can only be used together with an export");
const batchSize=read.integer(`batch-size`,1,1e3);
if(batchSize>RECOMMENDED_BATCH_SIZE){
warnings.push(`\`batch-size\` is ${batchSize}: cidaas recommends 25 to 50 users per request for one-time migrations`)}
const settings={mode,export:{patterns:patterns===``?null:patterns,artifact:artifactName===``?null:{name:artifactName,runId,repository:repository===``?null:repository,token:read.text(`github-token`)},exportKey:readExportKey(read.text(`export-key`),problems),token:read.text(`github-token`),allowPublic:read.boolean(`allow-public-export`),allowFork:read.boolean(`allow-fork-export`),maxUnpacked:readSize(read,`max-unpacked`,problems),format:read.choice(`format`,[`auto`,`csv`,`ndjson`,`json`,`ldif`,`xml`,`impex`]),encoding:read.choice(`encoding`,[`auto`,`utf-8`,`utf-16le`,`utf-16be`,`windows-1252`]),delimiter:readDelimiter(read.untrimmed(`delimiter`),problems)},preset:readPreset(read.text(`preset`),problems),mapping:read.text(`mapping`)===``?null:read.text(`mapping`),canary,sourceSecrets:(0,secret_inputs.Zs)(read.untrimmed(`password-secrets`),problems),...readLogin(read,canary.length>0,problems),compareMapping:readCompareMapping(read,mode,problems),maxNewlyInvalid:read.limit(`max-newly-invalid`),failOn:readFailOn(read.text(`fail-on`),problems),tenant,check:readCheck(read,mode,problems),checkDomains:readDomains(read,mode,tenant),client,batchSize,concurrency:readConcurrency(read,problems),threads:read.autoOrInteger(`threads`,0,MOST_THREADS),maxRequestsPerSecond:read.number(`max-requests-per-second`,0,1e4),requestTimeoutMs:read.number(`request-timeout`,1,3600)*1e3,maxAttempts:read.integer(`max-attempts`,1,100),outagePatienceMs:readPatience(read,problems),minRows:read.integer(`min-rows`,0,Number.MAX_SAFE_INTEGER),minPlanned:read.integer(`min-planned`,0,Number.MAX_SAFE_INTEGER),allowPartialExport:read.boolean(`allow-partial-export`),failAbove:read.limit(`fail-above`),abortAbove:read.limit(`abort-above`),sync:readSync(read,problems),maxChanged:read.limit(`max-changed`),maxMissing:read.text(`max-missing`)===``?{kind:`percent`,percent:100}:read.limit(`max-missing`),missingUsers:readMissingUsers(read,problems),expectedPlan:read.text(`expected-plan`)===``?null:read.text(`expected-plan`),exportMaxAgeMs:readAge(read.text(`export-max-age`),problems),pilot:read.integer(`pilot`,0,1e4),verifySample:read.integer(`verify-sample`,0,1e4),timeLimitMs:read.number(`time-limit`,0,MAX_TIME_LIMIT_MINUTES)*6e4,resume:{mode:read.choice(`resume`,[`auto`,`none`]),runId:read.optionalInteger(`resume-run-id`)},undoRunId:readUndo(read,mode,problems),stateKey:readStateKey(read.text(`state-key`),problems),...fleet,report:{name:readReportName(read.text(`report-name`),problems),dir:read.text(`report-dir`),identifiers:read.choice(`report-identifiers`,[`masked`,`full`,`none`]),language:read.choice(`language`,language.Y),retentionDays:read.integer(`retention-days`,0,400)},comment:read.choice(`comment`,[`auto`,`always`,`never`]),warnings};
if(problems.length>0)throw new input_error.d(problems);
return settings}
const MOST_CONCURRENT=256;
const MOST_THREADS=32;
function readConcurrency(read,problems){
const max=read.autoOrInteger(`concurrency`,1,MOST_CONCURRENT);
if(max===`auto`)return{mode:`auto`,max:read.integer(`max-concurrency`,1,MOST_CONCURRENT)};
if(read.text(`max-concurrency`)!==inputs.mc[`max-concurrency`])problems.push("`max-concurrency`: can only be used with `concurrency: auto`; a number is a maximum itself");
return{mode:`fixed`,max}}
function readUndo(read,mode,problems){
const runId=read.optionalInteger(`undo-run-id`);
if(runId!==null&&mode!==`undo`)problems.push("`undo-run-id`: can only be used in mode undo");
if(mode!==`undo`)return runId;
if(read.text(`tenant-url`)===`sandbox`)problems.push("`tenant-url`: the sandbox forgets its users with every run");
for(const name of[`export`,`export-artifact`,`resume-run-id`])if(read.text(name)!==``)problems.push(`\`${name}\`: has no meaning in mode undo, which reads no export`);
return runId}
function readSync(read,problems){
const sync=read.choice(`sync`,[`full`,`delta`]);
if(sync===`full`)return sync;
const why="required with `sync: delta`, to decrypt the last state";
if(read.text(`state-key`)===``)problems.push(`\`state-key\`: ${why}`);
if(read.text(`tenant-url`)===``)problems.push("`tenant-url`: required with `sync: delta`, also in mode plan, since each state belongs to a tenant");
if(read.text(`tenant-url`)===`sandbox`)problems.push("`sync`: the sandbox forgets its users with every run, so there is no state to compare with; rehearse with `sync: full`");
return sync}
function readMissingUsers(read,problems){
const missing=read.choice(`missing-users`,[`report`,`block`,`delete`]);
if(missing===`report`)return missing;
const needs=(isMet,what)=>{
if(!isMet)problems.push(`\`missing-users\`: \`${missing}\` ${what}`)};
needs(read.text(`sync`)===`delta`,"needs `sync: delta`: only a delta knows who is missing");
needs(read.text(`max-missing`)!==``,"needs `max-missing`, the number or share of known users that may be missing at most, like `1%`");
needs(read.text(`pilot`)===`0`,"cannot be combined with `pilot`, which does not send everybody else");
needs(read.text(`allow-partial-export`)!==`true`,"cannot be combined with `allow-partial-export`: users would be missing who exist");
return missing}
const UNIT_MS={m:6e4,h:36e5,d:864e5};
function readAge(text,problems){
if(text===``)return null;
const[,count=``,unit=``]=/^(\d{1,6})\s*([mhd])$/.exec(text)??[];
if(unit===``)problems.push(`\`export-max-age\`: expected a number and a unit, like \`90m\`, \`12h\` or \`2d\`, got \`${text.slice(0,80)}\``);
return Number(count)*(UNIT_MS[unit]??0)}
const PATIENCE_UNIT_MS={s:1e3,m:6e4,h:36e5};
function readPatience(read,problems){
const text=read.text(`outage-patience`);
const[,count=``,unit=``]=/^(\d{1,6}(?:\.\d+)?)\s*([smh]?)$/.exec(text)??[];
const ms=count===``?Number.NaN:Number(count)*(PATIENCE_UNIT_MS[unit||`m`]??0);
if(ms<=MAX_TIME_LIMIT_MINUTES*6e4)return ms;
const expected=`minutes from 0 to ${MAX_TIME_LIMIT_MINUTES}, or a number and a unit, like \`90s\`, \`10m\` or \`1h\``;
problems.push(`\`outage-patience\`: expected ${expected}, got \`${text.slice(0,80)}\``);
return 0}
function readCompareMapping(read,mode,problems){
const text=read.text(`compare-mapping`);
for(const name of[`max-newly-invalid`,`fail-on`])if(text===``&&read.text(name)!==inputs.mc[name])problems.push(`\`${name}\`: can only be used together with \`compare-mapping\``);
if(text!==``&&mode!==`plan`)problems.push("`compare-mapping`: can only be used in mode plan");
return text===``?null:text}
const MIN_STATE_KEY_LENGTH=16;
function readStateKey(text,problems){
if(text===``)return null;
if(text.length<MIN_STATE_KEY_LENGTH){
problems.push(`\`state-key\`: expected at least ${MIN_STATE_KEY_LENGTH} characters, like the output of \`openssl rand -base64 32\``)}
return text}
function readExportKey(text,problems){
if(text===``)return null;
const parsed=parseExportKey(text);
if(`key`in parsed)return parsed.key;
problems.push(`\`export-key\`: ${parsed.problem}`);
return null}
const FORBIDDEN_IN_ARTIFACT_NAME=/["*:<>?|\\/\r\n]/;
function readReportName(text,problems){
if(text.length>200||FORBIDDEN_IN_ARTIFACT_NAME.test(text)){
problems.push('`report-name`: expected up to 200 characters, and none of " : < > | * ? \\ /')}
return text}
function readPreset(text,problems){
if(text===``)return null;
const found=preset_name.f.find(name=>name===text.toLowerCase());
if(found!==undefined)return found;
const meant=(0,nearest.p)(text,preset_name.f);
problems.push(`\`preset\`: there is no preset \`${text.slice(0,80)}\`.${meant===null?``:` Did you mean \`${meant}\`?`} Expected one of ${preset_name.f.join(`, `)}`);
return null}}),82820:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B4:()=>readCanary,Zs:()=>readSourceSecrets,W7:()=>refuseShortSecrets,Vh:()=>secretTexts});
var input_error=__webpack_require__(30199);
;
class CanaryPassword{
#plaintext;
constructor(plaintext){
this.#plaintext=plaintext}
lendTo(verify){
return verify(this.#plaintext)}
toString(){
return`(a password)`}
toJSON(){
return undefined}}
const MAX_LINES=100;
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
if(rest===undefined)problems.push(`password-canary line ${line}: must be "identifier,plaintext".`);else if(identifier===``)problems.push(`password-canary line ${line}: the identifier is missing.`);else if(plaintext===``)problems.push(`password-canary line ${line}: the plaintext is missing.`);else lines.push({line,identifier,password:new CanaryPassword(plaintext)})}
if(lines.length>MAX_LINES)problems.push(`password-canary has ${lines.length} lines; a few accounts are enough, and ${MAX_LINES} is the maximum.`);
if(problems.length>0)throw new input_error.d(problems);
return lines}
function unquoted(text){
return QUOTED.exec(text.trim())?.[1]?.replaceAll(`""`,`"`)??text}
var source_secrets=__webpack_require__(56012);
var secret_finder=__webpack_require__(21716);
;
function readCanary(text,problems){
return readOrAdd(()=>parseCanary(text),[],problems)}
function readSourceSecrets(text,problems){
return readOrAdd(()=>(0,source_secrets._h)(text),new Map,problems)}
function readOrAdd(read,none,problems){
try{
return read()}catch(error){
if(!(error instanceof input_error.d))throw error;
problems.push(...error.problems);
return none}}
function secretTexts(name,value){
if(name===`password-canary`)return[];
const passwords=name===`queue-url`?passwordTexts(value.trim()):[];
const whole=name===`password-secrets`?(0,source_secrets.IL)(value):[value,...value.split(/\r\n|\n|\r/)];
const texts=[...whole,...passwords].map(text=>text.trim());
return[...new Set(texts)].filter(({length})=>length>=secret_finder.vb)}
function passwordTexts(url){
const written=/^[a-z]+:\/\/[^/?#]*?:([^/?#]*)@/i.exec(url)?.[1];
if(written===undefined)return[];
try{
return[written,decodeURIComponent(written)]}catch{
return[written]}}
const CHECKED=[`client-secret`,`login-client-secret`,`github-token`];
function refuseShortSecrets(text,problems){
for(const name of CHECKED){
const{length}=text(name);
if(length>0&&length<secret_finder.vb)problems.push(`\`${name}\`: expected at least ${secret_finder.vb} characters; a shorter secret cannot be hidden in the log. Check that the whole secret is set`)}}}),94973:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ce:()=>UnpacksToTooMuch,TJ:()=>limited,kO:()=>unpackLimit,uH:()=>UnpackBudget});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(95064);
const MAX_RATIO=1e3;
const ALWAYS_ALLOWED_BYTES=64e6;
const MAX_BYTES=0xe8d4a51000;
class UnpacksToTooMuch extends _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d{
constructor(name,limit,setting){
const bound=setting===null&&limit<MAX_BYTES?` or its ratio is above 1,000`:``;
super([`${name}: it unpacks to more than ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_1__.Ej)(limit)}${setting===null?`, the default limit`:", the limit of `max-unpacked`"}${bound}. If it is that large, set \`max-unpacked\` to a higher limit, such as \`${nextLimit(limit)}\`; otherwise create or transfer it again. Nothing was sent.`]);
this.name=`UnpacksToTooMuch`}}
function nextLimit(limit){
return(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_1__.Ej)(limit*10).replace(` `,``)}
function unpackLimit(packedBytes,setting){
if(setting!==null)return setting;
return Math.min(MAX_BYTES,Math.max(ALWAYS_ALLOWED_BYTES,packedBytes*MAX_RATIO))}
async function*limited(bytes,{left,tooMuch}){
let read=0;
for await(const chunk of bytes){
read+=chunk.length;
if(read>left)throw tooMuch();
yield chunk}}
class UnpackBudget{
#setting;
#artifactBytes;
#packed=0;
#unpacked=0;
constructor(setting,artifactBytes){
this.#setting=setting;
this.#artifactBytes=artifactBytes}
allow(name,fileBytes){
this.#packed+=fileBytes;
const limit=unpackLimit(this.#artifactBytes??this.#packed,this.#setting);
return{left:Math.max(0,limit-this.#unpacked),tooMuch:()=>new UnpacksToTooMuch(name,limit,this.#setting)}}
count(bytes){
this.#unpacked+=bytes}}}),68600:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{N:()=>NotFetched});
class NotFetched extends Error{
constructor(message,options){
super(message,options);
this.name=`NotFetched`}}}),56074:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{q:()=>restoreOutcomes});
var _ledger_planned_row_changes_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(12254);
var _ledger_planned_users_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(16994);
var _ledger_query_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(80617);
var _runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(14124);
const CHUNK=1e3;
async function restoreOutcomes(ledger,entries,fingerprint,stop){
ledger.db.exec(`CREATE TEMP TABLE resume_entry (fingerprint TEXT PRIMARY KEY, outcome TEXT NOT NULL, sub TEXT, run TEXT) WITHOUT ROWID`);
const known=await loadEntries(ledger,stop===undefined?entries:(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_0__.p)(entries,stop));
const find=(0,_ledger_query_js__WEBPACK_IMPORTED_MODULE_1__.I)(ledger.db,`SELECT outcome, sub, run FROM resume_entry WHERE fingerprint = ?`);
const changes=(0,_ledger_planned_row_changes_js__WEBPACK_IMPORTED_MODULE_2__.s)(ledger);
let settled=0;
let refused=0;
for await(const users of(0,_ledger_planned_users_js__WEBPACK_IMPORTED_MODULE_3__.P)(ledger)){
stop?.throwIfAborted();
ledger.transaction(()=>{
for(const{row,body}of users){
const found=find.get(fingerprint(body));
if(found===undefined)continue;
if(found.outcome===`failed`)refused++;else{
changes.restoreOutcome(row,found.outcome,found.sub,found.run);
settled++}}})}
ledger.db.exec(`DROP TABLE temp.resume_entry`);
return{rows:settled,refused,isComplete:settled+refused===known}}
async function loadEntries(ledger,entries){
const insert=ledger.db.prepare(`INSERT OR REPLACE INTO resume_entry (fingerprint, outcome, sub, run) VALUES (?, ?, ?, ?)`);
let waiting=[];
let known=0;
const write=()=>{
ledger.transaction(()=>{
for(const{fingerprint,outcome,sub,run}of waiting)insert.run(fingerprint,outcome,sub,run)});
waiting=[]};
for await(const{outcome,...entry}of entries){
if(outcome===`unknown`)continue;
known++;
waiting.push({...entry,outcome});
if(waiting.length===CHUNK)write()}
write();
return known}}),89320:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{CK:()=>writeSealed,DS:()=>SealedFileError,KI:()=>readSeal,j5:()=>openSealed,r3:()=>WrongKeyError,re:()=>refuseForeign});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
var node_fs__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(73024);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(51455);
var node_stream__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(57075);
var node_stream_promises__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(46466);
var node_zlib__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(38522);
class SealedFileError extends Error{
constructor(message,options){
super(message,options);
this.name=`SealedFileError`}}
class WrongKeyError extends SealedFileError{}
const MAGIC=`cidaas-migrate sealed file 1
`;
const TAG_BYTES=16;
const SALT_BYTES=16;
const NONCE=Buffer.alloc(12);
const MAX_HEADER_BYTES=4096;
async function writeSealed(path,seal,keys,lines){
const salt=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(SALT_BYTES);
const written={...seal,salt:salt.toString(`base64`)};
const header=Buffer.from(`${MAGIC}${JSON.stringify(written)}\n`);
const cipher=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createCipheriv)(`aes-256-gcm`,keys.ofFile(salt),NONCE);
cipher.setAAD(header);
const part=`${path}.part`;
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(part,{force:true});
const file=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(part,{flags:`wx`,mode:384});
file.write(header);
await(0,node_stream_promises__WEBPACK_IMPORTED_MODULE_4__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(lines),(0,node_zlib__WEBPACK_IMPORTED_MODULE_5__.createZstdCompress)(),cipher,file,{end:false});
await new Promise((done,fail)=>file.end(cipher.getAuthTag(),error=>error?fail(error):done()));
const complete=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(part,`r+`);
await complete.sync().finally(()=>complete.close());
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rename)(part,path);
return written.salt}
async function readSeal(path){
return(await readHeader(path)).seal}
function refuseForeign(seal,wanted,storedBy){
if(seal.kind!==wanted.kind)throw new SealedFileError(`it is a ${seal.kind} file`);
if(seal.version!==wanted.version)throw new SealedFileError(`it has version ${seal.version}, this release reads version ${wanted.version}`);
for(const part of[`repository`,`workflow`,`tenant`]){
if(seal[part]!==wanted[part])throw new SealedFileError(`it belongs to another ${part}`)}
if(seal.runId!==storedBy)throw new SealedFileError(`it belongs to another run: somebody stored a copy of an older file`)}
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
throw new WrongKeyError(`it was not sealed with this key, or it was damaged or changed`,{cause})}}
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
const{buffer,bytesRead}=await file.read(Buffer.alloc(MAX_HEADER_BYTES),0,MAX_HEADER_BYTES,0);
const end=buffer.indexOf(10,MAGIC.length)+1;
const header=buffer.subarray(0,end);
if(end===0||end>bytesRead||!header.toString(`utf8`).startsWith(MAGIC))throw new SealedFileError(`it is not a sealed file of this tool`);
const seal=parseHeader(header.toString(`utf8`).slice(MAGIC.length));
return{seal,header:Buffer.from(header),salt:Buffer.from(seal.salt,`base64`)}}finally{
await file.close()}}
function parseHeader(json){
let header;
try{
header=JSON.parse(json)}catch(cause){
throw new SealedFileError(`its header cannot be read`,{cause})}
if(!isHeader(header))throw new SealedFileError(`its header was not written by this tool`);
return header}
function isHeader(header){
if(typeof header!==`object`||header===null)return false;
const fields={...header};
const texts=[`kind`,`repository`,`workflow`,`tenant`,`branch`,`sync`,`runId`,`writtenAt`,`salt`];
const numbers=[`version`,`attempt`,`sequence`];
return texts.every(name=>typeof fields[name]===`string`)&&numbers.every(name=>Number.isSafeInteger(fields[name]))&&[`string`,`undefined`].includes(typeof fields.previous)&&(fields.uncertain===undefined||Number.isSafeInteger(fields.uncertain))}
async function openBody(path,header,key){
const{size}=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.stat)(path);
const end=size-TAG_BYTES;
if(end<header.length)throw new SealedFileError(`it is truncated`);
const file=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.open)(path,`r`);
const tag=Buffer.alloc(TAG_BYTES);
await file.read(tag,0,TAG_BYTES,end).finally(()=>file.close());
const decipher=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createDecipheriv)(`aes-256-gcm`,key,NONCE);
decipher.setAAD(header).setAuthTag(tag);
return{body:(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(path,{start:header.length,end:end-1}),decipher}}}),62458:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{k:()=>OutageClock});
var _retry_policy_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(54313);
class OutageClock{
#policy;
since;
#asked=0;
#askedMs=0;
constructor(policy,since){
this.#policy=policy;
this.since=since}
isUsedUp(failures,now){
return failures>=this.#policy.maxAttempts&&now>=this.#endsAt()}
waitMs(probe,askedMs,now,random){
const wait=(0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_0__.Gq)(this.#policy,probe,random);
if(askedMs!==null&&askedMs>=wait){
if(this.#asked++<this.#policy.maxAttempts)this.#askedMs+=askedMs;
return askedMs}
const left=this.#endsAt()-now;
return probe>=this.#policy.maxAttempts&&left>0?Math.min(wait,left):wait}
#endsAt(){
return this.since+this.#policy.patienceMs+this.#askedMs}}}),54313:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Gq:()=>probeWaitMs,Jb:()=>retryPolicy,PS:()=>isRetryableStatus,jo:()=>backoffMs,mu:()=>parseRetryAfter,uD:()=>isOutage});
function retryPolicy(maxAttempts,patienceMs){
return{maxAttempts,baseMs:500,capMs:3e4,patienceMs}}
const MAX_RETRY_AFTER_MS=6e5;
function isRetryableStatus(status){
if(status===408||status===425||status===429)return true;
return status>=500&&status<=599&&status!==501&&status!==505&&status!==507}
function isOutage(status,code){
if(status!==null)return status===429||status>500&&isRetryableStatus(status);
return WITHOUT_ANSWER.has(code)}
const WITHOUT_ANSWER=new Set([`tenant.unreachable`,`tenant.tls`,`tenant.proxy`,`tenant.timeout`,`tenant.connection_lost`]);
function probeWaitMs(policy,probe,random){
const half=Math.min(policy.capMs,policy.baseMs*2**(probe-1))/2;
return Math.floor(half+random()*half)}
function backoffMs(policy,attempt,random){
return Math.floor(random()*Math.min(policy.capMs,policy.baseMs*2**(attempt-1)))}
function parseRetryAfter(value,nowMs){
const text=value?.trim()??``;
const ms=/^\d+(\.\d+)?$/.test(text)?Number(text)*1e3:httpDate(text)-nowMs;
return Number.isNaN(ms)?null:Math.min(Math.max(Math.ceil(ms),0),MAX_RETRY_AFTER_MS)}
function httpDate(text){
if(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*, \d{2}[ -][a-z]{3}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/i.test(text))return Date.parse(text);
if(/^(mon|tue|wed|thu|fri|sat|sun) [a-z]{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/i.test(text))return Date.parse(`${text} GMT`);
return Number.NaN}}),25833:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{l:()=>ownError,v:()=>knownErrorCode});
const KNOWN_CODES=[`access_denied`,`authorization_pending`,`expired_token`,`invalid_client`,`invalid_grant`,`invalid_request`,`invalid_scope`,`invalid_token`,`server_error`,`slow_down`,`temporarily_unavailable`,`unauthorized_client`,`unsupported_grant_type`,`unsupported_response_type`];
function knownErrorCode(code){
const word=KNOWN_CODES.find(known=>known===code);
if(word!==undefined)return`tenant.${word}`;
return/^[1-9]\d{0,2}$/.test(code)?`tenant.${Number(code)}`:null}
function ownError(code,message){
return{code,bodyCode:null,message,reference:null}}}),51372:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Q6:()=>openTenantText,cv:()=>say,mD:()=>TenantText});
const MAX_READ=2e4;
const MAX_KEPT=2048;
let open;
class TenantText{
#parts;
static{open=text=>text.#parts}
constructor(parts){
this.#parts=parts}
static theirs(received){
const line=received.slice(0,MAX_READ).replaceAll(/[\s\p{Cc}]+/gu,` `).trim();
const isCut=received.length>MAX_READ||line.length>MAX_KEPT;
return new TenantText([{kind:`theirs`,raw:line.slice(0,MAX_KEPT),isCut}])}
static ours(words){
return new TenantText([{kind:`ours`,words}])}
static joined(texts){
return new TenantText(texts.flatMap(text=>text.#parts))}
asSentence(){
return new TenantText([...this.#parts,{kind:`stop`}])}
equals(own){
const[part,...others]=this.#parts;
return part?.kind===`theirs`&&others.length===0&&!part.isCut&&part.raw===own}
matches(other){
const[part]=other.#parts;
return part?.kind===`theirs`&&other.#parts.length===1&&this.equals(part.raw)}
toString(){
return`(a text of the tenant)`}
toJSON(){
return undefined}}
function say(words,...texts){
const parts=words.flatMap((own,at)=>{
const text=texts[at];
const next=typeof text===`number`?TenantText.ours(String(text)):text;
return next===undefined?[TenantText.ours(own)]:[TenantText.ours(own),next]});
return TenantText.joined(parts)}
function openTenantText(text){
return open(text)}}),38322:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>parseTenantUrl,U:()=>isLoopback});
function parseTenantUrl(text){
const url=parse(text.trim());
const faults=url===null?[`is not a valid https URL`]:faultsOf(text.trim(),url);
if(url!==null&&faults.length===0)return{origin:url.origin};
const[,host]=HOST_ALONE.exec(text.trim())??[];
if(url===null&&host!==undefined)return{problem:`has no scheme. Did you mean https://${host}?`};
return{problem:`${faults.join(`; `)}. Write only scheme and host, like https://acme.cidaas.de`}}
const HOST_ALONE=/^(?:https?:?\/?|htt?ps?:\/\/)?((?:[a-z\d-]{1,63}\.){1,5}[a-z]{2,24})\/?$/i;
function isLoopback(hostname){
return hostname===`localhost`||hostname===`[::1]`||/^127\.\d+\.\d+\.\d+$/.test(hostname)}
function parse(text){
if(!/^https?:\/\/[^/\\]/i.test(text)||/[\s\\]/.test(text))return null;
return URL.parse(text)}
function faultsOf(text,url){
const loopback=isLoopback(url.hostname);
const faults=[];
if(url.protocol===`http:`&&!loopback)faults.push(`must begin with https, otherwise the client secret is sent unencrypted`);
if(text.includes(`@`))faults.push(`must not contain credentials, which belong in client-id and client-secret`);
if(url.port!==``&&!loopback)faults.push(`must not have a port other than 443`);
if(url.pathname!==`/`)faults.push(`must not have a path`);
if(text.includes(`?`))faults.push(`must not have a query`);
if(text.includes(`#`))faults.push(`must not have a fragment`);
return faults}}),18944:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{BP:()=>logLine,D9:()=>markdownCode,FV:()=>escapeMarkdown,GO:()=>escapeJson,HD:()=>shownName,ZD:()=>escapeHtml,_s:()=>escapeControlChars,eC:()=>scriptJson,iQ:()=>markdownLink,ml:()=>shorten,rK:()=>csvCell});
const CONTROL_CHARS=/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u3164\uffa0\u{e0000}-\u{e00ff}]/gu;
const PRINTABLE_ASCII=/^[ -~]*$/;
const SHORT_ESCAPES={"\n":`\\n`,"\r":`\\r`,"	":`\\t`};
function escapeControlChars(text){
if(PRINTABLE_ASCII.test(text))return text;
return text.replace(CONTROL_CHARS,character=>SHORT_ESCAPES[character]??unicodeEscape(character))}
function unicodeEscape(character){
const hex=(character.codePointAt(0)??0).toString(16);
return hex.length>4?`\\u{${hex}}`:`\\u${hex.padStart(4,`0`)}`}
function escapeHtml(text){
return escapeControlChars(text).replace(/[&<>"'`]/g,reference)}
const MARKDOWN=/[&<>\\`*[\]|~$@#]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:(?![\s\d]|$)|(?<=www)\./gi;
function escapeMarkdown(text){
return escapeControlChars(text).replace(MARKDOWN,character=>{
return/[@#]/.test(character)?`${reference(character)}&#8203;`:reference(character)})}
function markdownCode(text){
const safe=escapeControlChars(text).replace(MARKDOWN,reference);
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
const safe=escapeControlChars(value.replace(/^(?=[\s"']*[=+\-@＝＋－＠\t\r\n])/u,`'`)).replace(/;[\s"']*(?=[=+\-@＝＋－＠])/gu,separator=>`${separator}'`);
return/[",;]|^\s|\s$/.test(safe)?`"${safe.replaceAll(`"`,`""`)}"`:safe}
function logLine(text){
return escapeControlChars(text).replace(/:(?=:)/g,`: `).replace(/##(?=\[)/g,`# #`)}
function escapeJson(json){
if(PRINTABLE_ASCII.test(json))return json;
return json.replace(CONTROL_CHARS,character=>{
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
return`${points.slice(0,characters-1).join(``)}…`}
function shownName(name){
return escapeControlChars(shorten(name,100))}}),21716:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{R4:()=>SecretFinder,T5:()=>occurrences,vb:()=>MIN_SECRET_LENGTH});
var _text_view_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(38836);
const MIN_SECRET_LENGTH=8;
const MAX_PART=12;
const MAX_LENGTH_OF_INNER=200;
class SecretFinder{
#parts=new Map;
#wholes=[];
#secrets=[];
#signs=[];
#starts=new Uint8Array(36**4/8);
add(secret){
if(secret.length<MIN_SECRET_LENGTH)return;
const letters=(0,_text_view_js__WEBPACK_IMPORTED_MODULE_0__.Mf)(secret);
if(letters.length>=MIN_SECRET_LENGTH){
this.#secrets.push(secret.toLowerCase());
this.#addSpelling(letters,true);
if(!/^[ -~]*$/.test(secret))this.#addSpelling((0,_text_view_js__WEBPACK_IMPORTED_MODULE_0__.Mf)(Buffer.from(secret).toString(`latin1`)),true)}else this.#signs.push(visibleText(secret));
const bytes=Buffer.from(secret);
const inner=[secret,bytes.toString(`base64`),bytes.toString(`hex`),encodeURIComponent(secret.toWellFormed())];
for(const text of new Set(secret.length>MAX_LENGTH_OF_INNER?[secret]:inner))for(const encoded of base64Spellings(text))this.#addSpelling(encoded,false)}
find(readings,mayHaveWords=true){
const found=readings.map(reading=>this.#findIn(reading,mayHaveWords));
const whole=found.flatMap(each=>each.whole);
const isCovered=({start,end})=>whole.some(each=>each.start<=start&&end<=each.end);
return{whole,hasParts:!found.flatMap(({parts})=>parts).every(isCovered)}}
#addSpelling(letters,isPlain){
if(letters.length<MIN_SECRET_LENGTH)return;
this.#wholes.push(letters);
this.#mark(startOf(letters,0));
const length=Math.min(MAX_PART,Math.max(MIN_SECRET_LENGTH,Math.ceil(letters.length/2)));
const parts=this.#parts.get(length)??new Map;
this.#parts.set(length,parts);
for(let at=0;at+length<=letters.length;at++){
const part=letters.slice(at,at+length);
parts.set(part,!isPlain||/\d/.test(part)||parts.get(part)===true);
this.#mark(startOf(letters,at))}}
#mark(start){
this.#starts[start>>3]=(this.#starts[start>>3]??0)|1<<(start&7)}
#findIn({view,letters:folded},mayHaveWords){
const whole=[];
const parts=[];
const{text}=folded;
for(let at=0;at+MIN_SECRET_LENGTH<=text.length;at++){
const start=startOf(text,at);
if(((this.#starts[start>>3]??0)&1<<(start&7))===0)continue;
for(const[length,known]of this.#parts){
const isCertain=known.get(text.slice(at,at+length));
if(isCertain===true||isCertain===false&&!mayHaveWords)parts.push((0,_text_view_js__WEBPACK_IMPORTED_MODULE_0__.hO)(folded,at,at+length))}
for(const letters of this.#wholes)if(text.startsWith(letters,at))whole.push((0,_text_view_js__WEBPACK_IMPORTED_MODULE_0__.hO)(folded,at,at+letters.length))}
if(whole.length>0)whole.push(...this.#asTheyAre(view));
const visible=this.#signs.length>0?visibleText(view.text):``;
if(this.#signs.some(signs=>visible.includes(signs)))whole.push((0,_text_view_js__WEBPACK_IMPORTED_MODULE_0__.hO)(view,0,view.text.length));
return{whole,parts}}
#asTheyAre(view){
const lower={...view,text:view.text.toLowerCase()};
if(lower.text.length!==view.text.length)return[];
return this.#secrets.flatMap(secret=>occurrences(lower,secret))}}
function occurrences(view,text){
const found=[];
for(let at=view.text.indexOf(text);at>=0;at=view.text.indexOf(text,at+1))found.push((0,_text_view_js__WEBPACK_IMPORTED_MODULE_0__.hO)(view,at,at+text.length));
return found}
function base64Spellings(text){
return[0,1,2].map(before=>{
const bytes=Buffer.concat([Buffer.alloc(before),Buffer.from(text)]);
const encoded=bytes.toString(`base64`).replace(/=+$/,``);
const first=before===0?0:before+1;
return(0,_text_view_js__WEBPACK_IMPORTED_MODULE_0__.Mf)(encoded.slice(first,bytes.length%3===0?undefined:-1))})}
function visibleText(text){
return text.normalize(`NFKC`).replace(/[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu,``).toLowerCase()}
function startOf(text,at){
let start=0;
for(let next=at;next<at+4;next++){
const code=text.charCodeAt(next);
start=start*36+(code<58?code-48:code<123?code-87:code%36)}
return start}}),49062:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{K:()=>asSentence});
function asSentence(text){
return/[.!?…]$/.test(text)?text:`${text}.`}}),38836:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{HA:()=>ViewBuilder,Mf:()=>foldedText,OB:()=>foldedView,hO:()=>rangeIn,v9:()=>replaceRanges,wg:()=>identityView});
function identityView(text){
const starts=[];
const ends=[];
for(let at=0;at<text.length;at++){
starts.push(at);
ends.push(at+1)}
return{text,starts,ends}}
function rangeIn({starts,ends},from,to){
return{start:starts[from]??0,end:ends[to-1]??0}}
class ViewBuilder{
#of;
#parts=[];
#starts=[];
#ends=[];
constructor(of){
this.#of=of}
add(text,from,to){
const start=this.#of.starts[from]??0;
const end=this.#of.ends[to-1]??0;
this.#parts.push(text);
for(let at=0;at<text.length;at++){
this.#starts.push(start);
this.#ends.push(end)}}
copy(from,to){
for(let at=from;at<to;at++)this.add(this.#of.text[at]??``,at,at+1)}
view(){
return{text:this.#parts.join(``),starts:this.#starts,ends:this.#ends}}}
function foldedView(view){
const folded=new ViewBuilder(view);
for(let at=0;at<view.text.length;){
const code=view.text.charCodeAt(at);
if(code<128){
if(code>47&&code<58||code>96&&code<123)folded.add(view.text[at]??``,at,at+1);else if(code>64&&code<91)folded.add(String.fromCharCode(code+32),at,at+1);
at++;
continue}
const character=String.fromCodePoint(view.text.codePointAt(at)??0);
const letters=foldedCharacter(character);
if(letters!==``)folded.add(letters,at,at+character.length);
at+=character.length}
return folded.view()}
function foldedText(text){
return foldedView(identityView(text)).text}
function foldedCharacter(character){
return character.normalize(`NFKD`).replace(/[^\p{L}\p{N}]/gu,``).toLowerCase().replaceAll(`ß`,`ss`)}
function replaceRanges(text,ranges,by){
let replaced=``;
let at=0;
let isOpen=false;
for(const{start,end}of[...ranges].sort((a,b)=>a.start-b.start)){
if(!isOpen||start>at)replaced+=text.slice(at,start)+by;
isOpen=true;
at=Math.max(at,end)}
return replaced+text.slice(at)}}),41528:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{k:()=>UUID});
const UUID=/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i})};