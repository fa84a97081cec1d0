export const id=943;
export const ids=[943];
export const modules={41943:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{compareWithBase:()=>compareWithBase});
var promises_=__webpack_require__(58500);
var compare=__webpack_require__(21337);
var query=__webpack_require__(80617);
;
const CHUNK=1e3;
function*comparedRows(ledger,fileNames){
const select=(0,query.I)(ledger.db,`SELECT row.row, file, line, state AS outcome, code, field, message, body FROM row LEFT JOIN user USING (row)
     WHERE row.row > ? ORDER BY row.row LIMIT ${CHUNK}`);
for(let last=0;;){
const rows=select.all(last);
if(rows.length===0)return;
yield rows.map(row=>({...row,file:fileNames[row.file]??``}));
last=rows.at(-1)?.row??last}}
var ledger_ledger=__webpack_require__(16746);
var ledger_file=__webpack_require__(27186);
var mapping_words=__webpack_require__(74815);
var value_shower=__webpack_require__(34050);
var input_error=__webpack_require__(30199);
var log=__webpack_require__(94998);
var progress_log=__webpack_require__(9078);
var chosen_mapping=__webpack_require__(2360);
var plan_step=__webpack_require__(82111);
;
async function compareWithBase(settings,ports,base,{exported,mapping,warnings}){
const{ledger,stop}=ports;
let baseLedger=null;
try{
const chosen=await chooseBaseMapping(settings,base);
const named={name:base.name,sha256:chosen.sha256};
const totals=ledger.totals();
if(chosen.sha256===mapping?.sha256)return{base:named,problems:[],before:totals,warnings:[],...noDifference(totals)};
baseLedger=new ledger_ledger.O(base.ledgerPath);
const{baseExport,planned}=await planBase(settings,{...ports,ledger:baseLedger},exported,chosen.mapping);
const texts=[...chosen.texts,...mapping?.texts??[]];
const words=new Set(texts.flatMap(text=>[...(0,mapping_words.y)(text)]));
const difference=await compareRows(new RowReader(comparedRows(baseLedger,namesOf(baseExport))),new RowReader(comparedRows(ledger,namesOf(exported))),new compare.bu((0,value_shower.E)(settings.report.identifiers,words)),stop);
const changed=changedWarnings(planned.warnings,warnings);
return{base:named,problems:[],warnings:changed,before:baseLedger.totals(),...difference}}catch(error){
if(!(error instanceof input_error.d))throw error;
return nothingCompared(base.name,error.problems)}finally{
baseLedger?.close();
(0,ledger_file.Ov)(base.ledgerPath)}}
async function chooseBaseMapping(settings,base){
const source=await base.read();
const chosen=source===null?null:await(0,chosen_mapping.C)(settings,{readMappingFile:async()=>source});
if(chosen!==null)return chosen;
throw new input_error.d([`${base.name} does not exist, so nothing was compared. This is expected for the change that adds the mapping.`])}
async function planBase(settings,ports,exported,mapping){
const baseExport=await ports.openExport(mapping)??exported;
const quiet={...ports,state:null,log:log.x,progress:progress_log.cf};
return{baseExport,planned:await(0,plan_step.L)(settings,quiet,baseExport,mapping)}}
function changedWarnings(before,after){
const codes=[...new Set([...Object.keys(before),...Object.keys(after)])].sort();
return codes.map(code=>({code,before:before[code]??0,after:after[code]??0})).filter(change=>change.before!==change.after)}
function namesOf({files}){
return files.map(({name})=>name)}
async function compareRows(before,after,comparison,stop){
for(let compared=1;before.row!==null||after.row!==null;compared++){
const order=before.row===null?1:after.row===null?-1:compareOrder(before.row,after.row);
comparison.add(order<=0?before.take():null,order>=0?after.take():null);
if(compared%1e3!==0)continue;
await(0,promises_.setImmediate)();
stop.throwIfAborted()}
return comparison.result()}
function compareOrder(a,b){
if(a.file!==b.file)return a.file<b.file?-1:1;
return a.line-b.line}
class RowReader{
#chunks;
#chunk=[];
#at=0;
constructor(chunks){
this.#chunks=chunks;
this.#fill()}
get row(){
return this.#chunk[this.#at]??null}
take(){
const{row}=this;
this.#at++;
if(this.#at>=this.#chunk.length)this.#fill();
return row}
#fill(){
const next=this.#chunks.next();
this.#chunk=next.done===true?[]:next.value;
this.#at=0}}
function noDifference({rows}){
return{rows:{same:rows,changed:0,moved:0},fields:[],moves:[]}}
function nothingCompared(name,problems){
const rows={same:0,changed:0,moved:0};
return{base:{name,sha256:null},problems,warnings:[],before:null,rows,fields:[],moves:[]}}})};