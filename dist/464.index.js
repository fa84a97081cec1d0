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
var _run_close_run_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(37785);
var _run_resume_step_js__WEBPACK_IMPORTED_MODULE_12__=__webpack_require__(3481);
var _run_run_notes_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(2896);
var _open_stores_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(63297);
var _publish_run_js__WEBPACK_IMPORTED_MODULE_9__=__webpack_require__(86574);
var _step_environment_js__WEBPACK_IMPORTED_MODULE_10__=__webpack_require__(84276);
var _written_report_js__WEBPACK_IMPORTED_MODULE_11__=__webpack_require__(66814);
const MAX_WAIT_MS=6e4;
const POLL_MS=250;
const KILLED={outcome:`cancelled`,message:`The main step ended before it could close the run; this report was written from its ledger.`};
async function runPost(env){
const log=(0,_publish_action_log_js__WEBPACK_IMPORTED_MODULE_4__.Z)();
const folder=(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.hS.folder);
try{
if(folder===``||(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.hS.published)===`true`||!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))return 0;
await waitForMainStep(Number((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.hS.pid)),log);
if((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_3__.t)(folder)))await closeAndPublish(folder,env,log)}catch(error){
log.warning(`The report of the cancelled run could not be published: ${error instanceof Error?error.message:String(error)}`)}finally{
if(folder!==``)await(0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_3__.v)(folder).catch(error=>log.warning(`${folder} contains users' data and could not be removed: ${String(error)}`))}
return 0}
function earlyEndOfMainStep(){
const broke=(0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.hS.broke);
return broke===``?KILLED:{outcome:`error`,message:broke}}
async function closeAndPublish(folder,env,log){
const settings=(0,_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.Ko)(log);
const ledger=new _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_2__.O((0,_ledger_run_folder_js__WEBPACK_IMPORTED_MODULE_3__.t)(folder));
try{
const record=(0,_run_run_notes_js__WEBPACK_IMPORTED_MODULE_7__.F3)(ledger);
if(record===undefined)return;
ledger.releaseSpace();
const head=(0,_run_run_notes_js__WEBPACK_IMPORTED_MODULE_7__.Zl)(ledger)??(0,_run_close_run_js__WEBPACK_IMPORTED_MODULE_6__.Q)(ledger,record,earlyEndOfMainStep(),Date.now());
const resumeFiles=(0,_publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_5__.d)((0,_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.KK)(settings,env,folder,log));
const owner={folder,workflow:env.GITHUB_WORKFLOW??``,run:(0,_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.cI)(env),resumeFiles};
const resumeStore=(0,_run_run_notes_js__WEBPACK_IMPORTED_MODULE_7__.I1)(ledger)?(0,_open_stores_js__WEBPACK_IMPORTED_MODULE_8__.hX)(settings,owner,ledger):null;
if((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__.Gu)(_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.hS.reported)===`true`){
if(resumeStore!==null)await(0,_run_resume_step_js__WEBPACK_IMPORTED_MODULE_12__.V)(resumeStore,log);
return}
const report=await(0,_written_report_js__WEBPACK_IMPORTED_MODULE_11__.pX)({settings,cwd:(0,_step_environment_js__WEBPACK_IMPORTED_MODULE_10__.B3)(env),head,ledger,resumeStore,log});
await(0,_publish_run_js__WEBPACK_IMPORTED_MODULE_9__.Z)(settings,{head,report,ruleLines:(0,_run_run_notes_js__WEBPACK_IMPORTED_MODULE_7__.YI)(ledger)},resumeStore,{env,log,folder})}finally{
ledger.close()}}
async function waitForMainStep(pid,log){
for(let waited=0;isRunning(pid);waited+=POLL_MS){
if(waited>=MAX_WAIT_MS){
log.warning(`The main step (process ${pid}) was still running ${MAX_WAIT_MS/1e3} s after SIGTERM, so it is killed now.`);
process.kill(pid,`SIGKILL`);
return}
if(waited===0)sendSignal(pid,`SIGTERM`);
await new Promise(resolve=>setTimeout(resolve,POLL_MS))}}
function isRunning(pid){
return sendSignal(pid,0)}
function sendSignal(pid,signal){
if(!Number.isInteger(pid)||pid<=1)return false;
try{
return process.kill(pid,signal)}catch{
return false}}})};