export const id=1943;
export const ids=[1943,4815];
export const modules={74815:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{mappingWords:()=>mappingWords});
var _yaml_lines_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(4677);
function mappingWords(text){
const words=new Set;
collect((0,_yaml_lines_js__WEBPACK_IMPORTED_MODULE_0__.g)(text.replace(/^\uFEFF/,``)).value,words);
return words}
function collect(value,words){
if(typeof value===`object`&&value!==null){
for(const[key,inner]of Object.entries(value)){
if(!Array.isArray(value))words.add(key);
collect(inner,words)}}else if(value!==null&&value!==undefined)words.add(String(value))}}),4677:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>readYaml});
var dist=__webpack_require__(38815);
;
const MAX_TOKENS=2e5;
function outlineProblem(text){
let tokens=0;
let line=1;
for(const token of new dist.JG().lex(text)){
tokens+=1;
if(tokens>MAX_TOKENS)return{line,message:`the file has too many words and signs: is it a mapping? Put long tables into a join`};
for(let at=token.indexOf(`
`);at>=0;at=token.indexOf(`
`,at+1))line+=1}
return null}
;
const MAX_NODES=5e4;
const MAX_DEPTH=32;
const MAX_TEXT=1024*1024;
const MAX_ERRORS=100;
const TOO_DEEP=`values are nested too deeply`;
function readYaml(text){
if(text.length>MAX_TEXT)return unreadable(1,`the file has more than a million characters: is it a mapping?`);
const outline=outlineProblem(text);
if(outline!==null)return unreadable(outline.line,outline.message);
const counter=new dist.HN;
const document=(0,dist.Tp)(text,{lineCounter:counter,prettyErrors:false,version:`1.2`,uniqueKeys:false});
const overflow=document.errors.find(({code})=>code===`RESOURCE_EXHAUSTION`);
if(overflow!==undefined)return unreadable(counter.linePos(overflow.pos[0]).line,TOO_DEEP);
const reader=new ValueReader(document,counter);
const errors=document.errors.slice(0,MAX_ERRORS).map(error=>({line:counter.linePos(error.pos[0]).line,message:messageOf(error)}));
if(errors.length>0)return{value:undefined,lineOf:()=>1,errors};
const value=reader.read();
const lineOf=path=>{
let place=reader.places;
for(const key of path){
const inner=place.inner.get(typeof key===`symbol`?key:String(key));
if(inner===undefined)break;
place=inner}
return place.line};
return{value:reader.errors.length===0?value:undefined,lineOf,errors:reader.errors}}
class ValueReader{
errors=[];
places;
#document;
#counter;
#anchors=new Map;
#nodes=0;
constructor(document,counter){
this.#document=document;
this.#counter=counter;
this.places={line:this.#lineAt(document.contents)??1,inner:new Map}}
read(){
return this.#value(this.#document.contents,this.places,0)}
#lineAt(node){
const range=(0,dist.Ll)(node)?node.range:undefined;
return range?this.#counter.linePos(range[0]).line:undefined}
#fail(node,message){
if(this.errors.length<MAX_ERRORS)this.errors.push({line:this.#lineAt(node)??1,message});
return undefined}
#value(node,place,depth){
this.#nodes+=1;
if(this.#nodes>MAX_NODES){
if(this.#nodes===MAX_NODES+1)this.#fail(node,`the file expands to too many values; use fewer values and aliases`);
return undefined}
if(depth>MAX_DEPTH)return this.#fail(node,TOO_DEEP);
if((0,dist.Vj)(node)){
const target=this.#anchors.get(node.source);
return target===undefined?this.#fail(node,`an alias refers to an unknown anchor`):this.#value(target,place,depth+1)}
if((0,dist.Ll)(node)&&`anchor`in node&&node.anchor!==undefined)this.#anchors.set(node.anchor,node);
if((0,dist.jn)(node))return scalar(node);
if((0,dist.oP)(node))return node.items.map((item,index)=>{
const line=this.#lineAt(item)??place.line;
return this.#value(item,inside(place,String(index),line),depth+1)});
if(!(0,dist.jh)(node))return null;
const object={};
for(const pair of node.items){
if(!(0,dist.jn)(pair.key)){
this.#fail(pair.key,`a key must be plain text`);
continue}
if(pair.key.anchor!==undefined)this.#anchors.set(pair.key.anchor,pair.key);
const name=pair.key.source??String(pair.key.value);
if(Object.hasOwn(object,name))this.#fail(pair.key,`the key "${name}" appears twice`);
const line=this.#lineAt(pair.key)??place.line;
Object.defineProperty(object,name,{value:this.#value(pair.value,inside(place,name,line),depth+1),enumerable:true,configurable:true,writable:true})}
return object}}
function inside(place,key,line){
const made={line,inner:new Map};
place.inner.set(key,made);
return made}
function messageOf({code,message}){
if(code===`MULTIPLE_DOCS`)return`a second document begins here: a mapping is one document, so remove the line ---`;
return code===`RESOURCE_EXHAUSTION`?TOO_DEEP:message}
function unreadable(line,message){
return{value:undefined,lineOf:()=>line,errors:[{line,message}]}}
function scalar(node){
const{value,source}=node;
if(typeof value===`number`||typeof value===`bigint`){
return source!==undefined&&String(value)!==source?source:Number(value)}
if(typeof value===`boolean`)return source!==undefined&&String(value)!==source?source:value;
return value}}),41943:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{compareWithBase:()=>compareWithBase});
var promises_=__webpack_require__(58500);
var compare=__webpack_require__(21337);
var query=__webpack_require__(80617);
;
const CHUNK=1e3;
function*comparedRows(ledger,fileNames){
const select=(0,query.I)(ledger.db,`SELECT row, file, line, state AS outcome, code, field, message, user_body(row) AS body FROM row
     WHERE row > ? ORDER BY row LIMIT ${CHUNK}`);
for(let last=0;;){
const rows=select.all(last);
if(rows.length===0)return;
yield rows.map(row=>({...row,file:fileNames[row.file]??``}));
last=rows.at(-1)?.row??last}}
var ledger_ledger=__webpack_require__(24758);
var ledger_file=__webpack_require__(27186);
var mapping_words=__webpack_require__(74815);
var value_shower=__webpack_require__(34050);
var input_error=__webpack_require__(30199);
var log=__webpack_require__(94998);
var progress_log=__webpack_require__(36282);
var chosen_mapping=__webpack_require__(2360);
var plan_step=__webpack_require__(26288);
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
const words=new Set(texts.flatMap(text=>[...(0,mapping_words.mappingWords)(text)]));
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