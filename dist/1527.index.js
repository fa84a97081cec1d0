export const id=1527;
export const ids=[1527];
export const modules={77160:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Be:()=>expressionEvaluation,CA:()=>errorCode,Jn:()=>readExpression});
var _record_limit_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36761);
const LIMITS={timeout:1e3,stack:200,sequence:1e4};
function readExpression(jsonata,text){
return jsonata(text,LIMITS)}
function expressionEvaluation(jsonata){
const known=new Map;
return async(text,input)=>{
const expression=known.get(text)??readExpression(jsonata,text);
known.set(text,expression);
try{
return plainValue(await expression.evaluate(input))}catch(error){
const code=errorCode(error);
return{code:code===`D1012`?`time`:code}}}}
function plainValue(value){
if(typeof value===`string`&&value.length>_record_limit_js__WEBPACK_IMPORTED_MODULE_0__.l)return{code:`length`};
if(typeof value===`function`||typeof value===`symbol`)return{code:`error`};
if(typeof value!==`object`||value===null)return{value};
if(`_jsonata_function`in value||`_jsonata_lambda`in value)return{code:`error`};
const json=JSON.stringify(value);
return json.length>_record_limit_js__WEBPACK_IMPORTED_MODULE_0__.l?{code:`length`}:{value:JSON.parse(json)}}
function errorCode(error){
const code=typeof error===`object`&&error!==null&&`code`in error?error.code:undefined;
return typeof code===`string`&&/^[A-Z]\d{4}$/.test(code)?code:`error`}}),36761:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>RecordLimit,l:()=>MAX_TEXT});
const MAX_TEXT=1024*1024;
class RecordLimit extends Error{
problem;
constructor(code,message,hint){
super(message);
this.name=`RecordLimit`;
this.problem={code,field:null,message,hint}}
static text(what,at,limit=MAX_TEXT){
return new RecordLimit(`value.too_long`,`${what.replace(/^\w/,letter=>letter.toUpperCase())} (${at}) has more than ${limit} characters.`,'Correct the rule or the record, or leave such values out: `when: { from: …, matches: "^.{0,1000}$" }`.')}
static work(what,at){
return new RecordLimit(`pattern.limit`,`The rule at ${at} has ${what}.`,'Write the pattern with fewer repetitions, or leave such values out: `when: { from: …, matches: "^.{0,1000}$" }`.')}}}),31527:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{serveExpressions:()=>serveExpressions});
var node_worker_threads__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(75919);
var jsonata__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(79132);
var _mapping_compile_evaluate_expression_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(77160);
var _runtime_clock_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(10552);
var _expression_message_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(57781);
const REPLY_EVERY_MS=20;
const WATCH_EVERY_MS=1e3;
async function serveExpressions(){
endWithParent(process.ppid);
const evaluate=(0,_mapping_compile_evaluate_expression_js__WEBPACK_IMPORTED_MODULE_2__.Be)(jsonata__WEBPACK_IMPORTED_MODULE_1__);
const send=reply=>process.send?.(reply);
const ended=Promise.withResolvers();
process.once(`disconnect`,()=>ended.resolve(0));
process.on(`message`,async question=>{
let results=[];
let repliedAt=_runtime_clock_js__WEBPACK_IMPORTED_MODULE_3__.m.now();
for(const given of question.inputs){
const input=question.hasMarks?(0,_expression_message_js__WEBPACK_IMPORTED_MODULE_4__.u7)(given):given;
const values=[];
for(const text of question.expressions)values.push(await evaluate(text,input));
results.push(values);
if(_runtime_clock_js__WEBPACK_IMPORTED_MODULE_3__.m.now()-repliedAt<REPLY_EVERY_MS)continue;
send({kind:`results`,results});
results=[];
repliedAt=_runtime_clock_js__WEBPACK_IMPORTED_MODULE_3__.m.now()}
if(results.length>0)send({kind:`results`,results})});
send({kind:`ready`});
return ended.promise}
function endWithParent(parent){
const watch=`setInterval(() => process.ppid === ${parent} || process.kill(process.pid, 'SIGKILL'), ${WATCH_EVERY_MS})`;
new node_worker_threads__WEBPACK_IMPORTED_MODULE_0__.Worker(watch,{eval:true,env:{}}).unref()}}),10552:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{m:()=>systemClock});
;
const MAX_TIMER_MS=2**31-1;
const sleep=async(ms,signal)=>{
let left=ms;
for(;left>MAX_TIMER_MS;left-=MAX_TIMER_MS)await once(MAX_TIMER_MS,signal);
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
const systemClock={now:()=>Math.floor(performance.now()),wallNow:()=>Date.now(),sleep,random:Math.random}})};