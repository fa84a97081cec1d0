export const id=4614;
export const ids=[4614];
export const modules={44614:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{joinFleet:()=>joinFleet});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _claims_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(37590);
var _database_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(65198);
var _membership_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(16239);
var _postgres_queue_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(33010);
var _postgres_throttle_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(69821);
var _schema_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(61368);
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
const POLL_MS=1e3;
const WAITING_LINE_MS=5*6e4;
const LIVES_MS=6e4;
async function joinFleet(options,waitMs){
const env_1={stack:[],error:void 0,hasError:false};
try{
const{clock,tenant,stop,onWaiting}=options;
const cleanUp=__addDisposableResource(env_1,new AsyncDisposableStack,true);
const database=cleanUp.use((0,_database_js__WEBPACK_IMPORTED_MODULE_1__.q)({...options,...clock}));
const since=clock.now();
for(let nextLineMs=WAITING_LINE_MS;;){
const worker=await join(database,cleanUp,options).catch(error=>{
throw(0,_database_js__WEBPACK_IMPORTED_MODULE_1__.E)(error)??(0,_schema_js__WEBPACK_IMPORTED_MODULE_5__.o7)(error)??error});
if(worker!==null&&worker!==`filling`){
const kept=cleanUp.move();
return{...worker,[Symbol.asyncDispose]:()=>kept.disposeAsync()}}
const waitedMs=clock.now()-since;
if(stop.aborted||worker===null&&waitedMs>=waitMs)return null;
if(waitedMs>=nextLineMs){
onWaiting(waitedMs);
nextLineMs+=WAITING_LINE_MS}
await clock.sleep(POLL_MS,stop).catch(()=>undefined)}
async function join(database,cleanUp,{sealOf,worker,leaseMs}){
const[known]=await database.query(`SELECT to_regclass('${_schema_js__WEBPACK_IMPORTED_MODULE_5__.yx}.settlement')::text AS found`);
if(known?.found==null)return null;
const[open]=await database.query(`SELECT id, format, state, salt, sealed_order FROM ${_schema_js__WEBPACK_IMPORTED_MODULE_5__.yx}.run
       WHERE tenant = $1 AND (state IN ('probing', 'open')
         OR (state = 'filling' AND lead_seen > clock_timestamp() - $2 * interval '1 millisecond'))`,[tenant,LIVES_MS]);
if(open===undefined)return null;
const{id:run,salt}=open;
if(open.format!==_schema_js__WEBPACK_IMPORTED_MODULE_5__.uB)throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d([`\`queue-url\`: the lead runs another version of this tool (format ${open.format}; this worker has ${_schema_js__WEBPACK_IMPORTED_MODULE_5__.uB}). Use the same version for both.`]);
const seal=sealOf(run,salt);
const text=seal.open(`order`,run,open.sealed_order);
if(text===null)throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d(["`state-key`: the lead seals its batches with another key, so this worker cannot read them. Give both the same `state-key` (without one, the same client secret) and the same `tenant-url`."]);
if(open.state===`filling`)return`filling`;
const order=JSON.parse(text);
const boss=await(0,_schema_js__WEBPACK_IMPORTED_MODULE_5__.yv)(database);
cleanUp.defer(()=>boss.stop({graceful:false,close:false}));
const membership=new _membership_js__WEBPACK_IMPORTED_MODULE_2__.DL({...{database,boss,run,seal,worker,claims:new _claims_js__WEBPACK_IMPORTED_MODULE_6__.U,isLead:false,limitText:order.limitText},...{...clock,...leaseMs!==undefined&&{leaseMs}}});
await membership.beat();
let requests=[];
let retried=0;
const takeLog=()=>{
const log={requests,retried};
requests=[];
retried=0;
return log};
return{order,queue:(0,_postgres_queue_js__WEBPACK_IMPORTED_MODULE_3__.b)(membership,takeLog),throttle:(0,_postgres_throttle_js__WEBPACK_IMPORTED_MODULE_4__.s)({database,run,maxRequestsPerSecond:order.maxRequestsPerSecond,sleep:clock.sleep}),stop:reason=>membership.stop(reason),follow:(onStop,until)=>membership.follow(onStop,until),observe:request=>void requests.push(request),retried:()=>void retried++}}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}})};