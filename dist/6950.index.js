export const id=6950;
export const ids=[6950];
export const modules={6464:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{runPost:()=>runPost});
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(73024);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
var _actions_core__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(91659);
var _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(24758);
var _ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(87533);
var _publish_action_log_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(74958);
var _publish_github_retry_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(40535);
var _publish_kept_names_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(10858);
var _publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(4899);
var _publish_state_artifact_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__(47713);
var _run_close_run_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__(99765);
var _run_keep_step_js__WEBPACK_IMPORTED_MODULE_21__=__webpack_require__(42775);
var _run_run_notes_js__WEBPACK_IMPORTED_MODULE_11__=__webpack_require__(2896);
var _runtime_clock_js__WEBPACK_IMPORTED_MODULE_12__=__webpack_require__(10552);
var _runtime_output_guard_js__WEBPACK_IMPORTED_MODULE_13__=__webpack_require__(41059);
var _interrupt_js__WEBPACK_IMPORTED_MODULE_20__=__webpack_require__(65659);
var _main_process_js__WEBPACK_IMPORTED_MODULE_14__=__webpack_require__(11599);
var _open_stores_js__WEBPACK_IMPORTED_MODULE_15__=__webpack_require__(22247);
var _publish_run_js__WEBPACK_IMPORTED_MODULE_16__=__webpack_require__(26268);
var _step_environment_js__WEBPACK_IMPORTED_MODULE_17__=__webpack_require__(36516);
var _uncaught_errors_js__WEBPACK_IMPORTED_MODULE_19__=__webpack_require__(62313);
var _written_report_js__WEBPACK_IMPORTED_MODULE_18__=__webpack_require__(62139);
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
const KILLED={outcome:`cancelled`,message:`The main step ended before it could close the run; this report was written from its ledger.`};
async function runPost(env){
const env_1={stack:[],error:void 0,hasError:false};
try{
const guard=__addDisposableResource(env_1,new _runtime_output_guard_js__WEBPACK_IMPORTED_MODULE_13__.j,false);
const log=(0,_publish_action_log_js__WEBPACK_IMPORTED_MODULE_5__.Z)(guard);
const folder=privateFolder((0,_actions_core__WEBPACK_IMPORTED_MODULE_2__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.hS.folder),env);
const _uncaught=__addDisposableResource(env_1,(0,_uncaught_errors_js__WEBPACK_IMPORTED_MODULE_19__.f)(async error=>log.warning(notPublished(error))),false);
const interrupt=__addDisposableResource(env_1,(0,_interrupt_js__WEBPACK_IMPORTED_MODULE_20__.v)(),false);
const patience=(0,_publish_github_retry_js__WEBPACK_IMPORTED_MODULE_6__.h)(interrupt.stop,0);
try{
if(folder===``||(0,_actions_core__WEBPACK_IMPORTED_MODULE_2__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.hS.published)===`true`||!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))return 0;
await(0,_main_process_js__WEBPACK_IMPORTED_MODULE_14__.q)((0,_actions_core__WEBPACK_IMPORTED_MODULE_2__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.hS.pid),log,interrupt.stop);
if((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_4__.t)(folder)))await closeAndPublish(folder,env,log,patience)}catch(error){
log.warning(notPublished(error))}finally{
if(folder!==``)await(0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_4__.v)(folder).catch(error=>log.warning(`${folder} contains users' data and could not be removed: ${String(error)}`))}
return 0}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}
function notPublished(error){
return`The report of the cancelled run could not be published: ${error instanceof Error?error.message:String(error)}`}
function privateFolder(saved,env){
const isOurs=/^cidaas-migrate-[0-9a-f-]{36}$/.test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(saved));
return isOurs&&(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(saved)===(0,_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.UM)(env)?saved:``}
function earlyEndOfMainStep(){
const broke=(0,_actions_core__WEBPACK_IMPORTED_MODULE_2__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.hS.broke);
return broke===``?KILLED:{outcome:`error`,message:broke}}
async function closeAndPublish(folder,env,log,patience){
const settings=(0,_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.Ko)(env,log);
const ledger=new _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_3__.O((0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_4__.t)(folder));
try{
const record=(0,_run_run_notes_js__WEBPACK_IMPORTED_MODULE_11__.F3)(ledger);
if(record===undefined)return;
ledger.releaseSpace();
const head=(0,_run_run_notes_js__WEBPACK_IMPORTED_MODULE_11__.Zl)(ledger)??(0,_run_close_run_js__WEBPACK_IMPORTED_MODULE_10__.Q)(ledger,record,earlyEndOfMainStep(),_runtime_clock_js__WEBPACK_IMPORTED_MODULE_12__.m.wallNow());
const keeping=(0,_run_run_notes_js__WEBPACK_IMPORTED_MODULE_11__.I1)(ledger)&&(0,_actions_core__WEBPACK_IMPORTED_MODULE_2__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.hS.kept)!==`true`;
if(keeping)await keepLeftRun(settings,ledger,record.startedAt,{env,log,folder,patience});
if((0,_actions_core__WEBPACK_IMPORTED_MODULE_2__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.hS.reported)===`true`)return;
const report=await(0,_written_report_js__WEBPACK_IMPORTED_MODULE_18__.pX)({settings,cwd:(0,_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.B3)(env),env,head,ledger,keepFirst:null});
await(0,_publish_run_js__WEBPACK_IMPORTED_MODULE_16__.Z)(settings,{head,report,ruleLines:(0,_run_run_notes_js__WEBPACK_IMPORTED_MODULE_11__.YI)(ledger)},{env,log,folder,patience})}finally{
ledger.close()}}
async function keepLeftRun(settings,ledger,startedAt,{env,log,folder,patience}){
const ports={env,log,folder,patience,closingPatience:patience};
const owner={...{folder,log,branch:(0,_publish_kept_names_js__WEBPACK_IMPORTED_MODULE_7__.W0)(env),workflow:env.GITHUB_WORKFLOW??``,run:(0,_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.cI)(env)},resumeFiles:(0,_publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_8__.d)((0,_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.KK)(settings,ports)),stateStore:(0,_publish_state_artifact_js__WEBPACK_IMPORTED_MODULE_9__.r)((0,_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.iy)(settings,ports)),sync:(0,_step_environment_js__WEBPACK_IMPORTED_MODULE_17__.iy)(settings,ports).names.state};
const keys=(0,_open_stores_js__WEBPACK_IMPORTED_MODULE_15__.OR)(settings,owner);
const resumeStore=(0,_open_stores_js__WEBPACK_IMPORTED_MODULE_15__.hX)(settings,owner,ledger,keys,startedAt);
const state=(0,_open_stores_js__WEBPACK_IMPORTED_MODULE_15__.VR)(settings,owner,ledger,keys,startedAt);
const kept=await(0,_run_keep_step_js__WEBPACK_IMPORTED_MODULE_21__.X)((0,_open_stores_js__WEBPACK_IMPORTED_MODULE_15__.uq)(settings,resumeStore,state),log);
if(kept.lostState!==null)log.error(kept.lostState);else if(kept.state===`stored`)log.notice(`The state of this run was stored after the main step had ended.`)}}),64713:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G1:()=>bytesOfBase64,QV:()=>sameText,Td:()=>bytesOfLength,ZD:()=>hexOf,er:()=>sameBytes,fL:()=>bytesOfAdaptedBase64,hd:()=>unpaddedBase64,ju:()=>base64Of,w8:()=>bytesOfHex});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
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
return one.length===other.length&&(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(one,other)}
function sameText(one,other){
return sameBytes(Buffer.from(one),Buffer.from(other))}
function view(bytes){
return Buffer.from(bytes.buffer,bytes.byteOffset,bytes.byteLength)}}),23735:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{I$:()=>isSecretId,dR:()=>SECRET_ID,lN:()=>FIREBASE_SIGNER_KEY});
const SECRET_ID=/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/;
function isSecretId(name){
return SECRET_ID.test(name)}
const FIREBASE_SIGNER_KEY=`firebase-signer-key`})};