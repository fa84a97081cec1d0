export const id=464;
export const ids=[464];
export const modules={6464:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{runPost:()=>runPost});
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(73024);
var _actions_core__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(91659);
var _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(60455);
var _ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(87533);
var _publish_action_log_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(74958);
var _publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(4899);
var _run_run_record_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(56718);
var _run_send_step_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(21002);
var _action_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(8397);
var _job_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__(4163);
var _open_stores_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__(63297);
const PATIENCE_MS=6e4;
const LOOK_EVERY_MS=250;
const ENDED={outcome:`cancelled`,message:`The main step ended before it could close the run; this report was written from its ledger.`};
async function runPost(env){
const log=(0,_publish_action_log_js__WEBPACK_IMPORTED_MODULE_4__.Z)();
const folder=(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_action_js__WEBPACK_IMPORTED_MODULE_8__.STATE.folder);
try{
if(folder===``||(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_action_js__WEBPACK_IMPORTED_MODULE_8__.STATE.published)===`true`||!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))return 0;
await mainStepEnded(Number((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_action_js__WEBPACK_IMPORTED_MODULE_8__.STATE.pid)),log);
if((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_3__.t)(folder)))await takeOver(folder,env,log)}catch(error){
log.warning(`The report of the cancelled run could not be published: ${error instanceof Error?error.message:String(error)}`)}finally{
if(folder!==``)await(0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_3__.v)(folder).catch(error=>log.warning(`${folder} could not be removed and holds users' data: ${String(error)}`))}
return 0}
function whyEnded(){
const broke=(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_action_js__WEBPACK_IMPORTED_MODULE_8__.STATE.broke);
return broke===``?ENDED:{outcome:`error`,message:broke}}
async function takeOver(folder,env,log){
const settings=(0,_action_js__WEBPACK_IMPORTED_MODULE_8__.readInputs)(log);
const ledger=new _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_2__.O((0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_3__.t)(folder));
try{
const draft=(0,_run_run_record_js__WEBPACK_IMPORTED_MODULE_6__.C_)(ledger);
if(draft===undefined)return;
const run=(0,_action_js__WEBPACK_IMPORTED_MODULE_8__.readRun)(env);
ledger.freeRoom();
const head=(0,_run_run_record_js__WEBPACK_IMPORTED_MODULE_6__.Zu)(ledger)??(0,_run_run_record_js__WEBPACK_IMPORTED_MODULE_6__.Ql)(ledger,draft,whyEnded(),Date.now());
const store=(0,_publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_5__.d)((0,_action_js__WEBPACK_IMPORTED_MODULE_8__.resumeOptions)(settings,env,folder,log));
const opened=(0,_open_stores_js__WEBPACK_IMPORTED_MODULE_10__.hX)(settings,{folder,workflow:env.GITHUB_WORKFLOW??``,run,store},ledger);
const memory=(0,_run_send_step_js__WEBPACK_IMPORTED_MODULE_7__.zb)(ledger)?opened:null;
if((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_action_js__WEBPACK_IMPORTED_MODULE_8__.STATE.reported)===`true`){
if(memory!==null)await(0,_run_send_step_js__WEBPACK_IMPORTED_MODULE_7__.Vl)(memory,log);
return}
const report=await(0,_job_js__WEBPACK_IMPORTED_MODULE_9__.pT)(settings,(0,_action_js__WEBPACK_IMPORTED_MODULE_8__.workspaceOf)(env),head,ledger).catch(async error=>{
if(memory!==null)await(0,_run_send_step_js__WEBPACK_IMPORTED_MODULE_7__.Vl)(memory,log);
throw error});
await(0,_action_js__WEBPACK_IMPORTED_MODULE_8__.publish)(settings,{head,report,ruleLines:(0,_run_run_record_js__WEBPACK_IMPORTED_MODULE_6__.YI)(ledger)},memory,{env,log,folder})}finally{
ledger.close()}}
async function mainStepEnded(pid,log){
for(let waited=0;isRunning(pid);waited+=LOOK_EVERY_MS){
if(waited>=PATIENCE_MS){
log.warning(`The main step (process ${pid}) still ran ${PATIENCE_MS/1e3} s after it was ended; it is stopped now.`);
process.kill(pid,`SIGKILL`);
return}
if(waited===0)signal(pid,`SIGTERM`);
await new Promise(resolve=>setTimeout(resolve,LOOK_EVERY_MS))}}
function isRunning(pid){
return signal(pid,0)}
function signal(pid,what){
if(!Number.isInteger(pid)||pid<=1)return false;
try{
return process.kill(pid,what)}catch{
return false}}})};