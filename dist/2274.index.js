export const id=2274;
export const ids=[2274];
export const modules={2274:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{runAction:()=>runAction});
var external_node_crypto_=__webpack_require__(77598);
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var core=__webpack_require__(91659);
var run_folder=__webpack_require__(87533);
var action_log=__webpack_require__(74958);
var github_retry=__webpack_require__(40535);
var job_summary=__webpack_require__(11797);
var kept_names=__webpack_require__(10858);
var outputs=__webpack_require__(96497);
var report_files=__webpack_require__(84566);
var repository_files=__webpack_require__(22041);
var resume_artifact=__webpack_require__(4899);
var state_artifact=__webpack_require__(47713);
var language=__webpack_require__(63223);
var words_of=__webpack_require__(51001);
var text_escape=__webpack_require__(18944);
;
function failedStart(problems,couldStart,words){
return[`## 💥 ${words.text(`start.title`)}`,``,words.text(couldStart?`start.unexpected`:`start.nothing-sent`),``,...problems.map(problem=>`- ${(0,text_escape.FV)(problem)}`),``].join(`
`)}
var number_text=__webpack_require__(95064);
;
function workerSummary(work){
const{outcome,message,users}=work;
return`### cidaas-migrate: a worker ${outcome}\n\n${(0,number_text.U9)(users)} users sent. ${(0,text_escape.FV)(message)}\n`}
var expression_process=__webpack_require__(37407);
var clock=__webpack_require__(10552);
var disk_full=__webpack_require__(36589);
var input_error=__webpack_require__(30199);
var output_guard=__webpack_require__(41059);
var progress_log=__webpack_require__(36282);
var tool_version=__webpack_require__(1041);
var artifact_service=__webpack_require__(38135);
;
const INSTEAD="For deltas and to continue a run, use the command with `--state-dir` on a self-hosted runner: see docs/enterprise-server.md.";
function refuseWithoutArtifacts(settings,env,log){
const why=(0,artifact_service.fJ)(env);
if(why===null)return;
const inputs=[...settings.sync===`delta`?["`sync: delta`"]:[],...settings.resume.runId===null?[]:["`resume-run-id`"],...settings.mode===`undo`?["`mode: undo`"]:[],...settings.export.artifact===null?[]:["`export-artifact`"]];
if(inputs.length>0)throw new input_error.d([`${inputs.join(`, `)}: ${why}. Plans and full runs of an export in the workspace (\`export\`) work here. ${INSTEAD} Nothing was sent.`]);
if(settings.mode===`apply`&&settings.stateKey!==null)log.warning(`\`state-key\`: ${why}, so this run keeps no state for a later delta. ${INSTEAD}`)}
var fleet=__webpack_require__(21348);
var entry_interrupt=__webpack_require__(65659);
var entry_job=__webpack_require__(89577);
var main_process=__webpack_require__(11599);
var publish_run=__webpack_require__(26268);
var step_environment=__webpack_require__(36516);
var uncaught_errors=__webpack_require__(62313);
var written_report=__webpack_require__(62139);
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
const NO_REPORT={path:``,artifactId:null,url:null};
async function runAction(env){
const env_1={stack:[],error:void 0,hasError:false};
try{
const guard=__addDisposableResource(env_1,new output_guard.j,false);
const log=(0,action_log.Z)(guard);
const _uncaught=__addDisposableResource(env_1,(0,uncaught_errors.f)(error=>reportError(error,log)),false);
const interrupt=__addDisposableResource(env_1,(0,entry_interrupt.v)(),false);
try{
await removeEarlierReport(env,log);
const settings=(0,step_environment.Ko)(env,log);
refuseWithoutArtifacts(settings,env,log);
log.findLinesWith(message=>(0,repository_files.r)((0,step_environment.B3)(env),(0,written_report.VI)(settings),message));
interrupt.limitTime(settings.timeLimitMs);
const folder=(0,external_node_path_.join)((0,step_environment.UM)(env),`cidaas-migrate-${(0,external_node_crypto_.randomUUID)()}`);
(0,core.LZ)(step_environment.hS.folder,folder);
(0,core.LZ)(step_environment.hS.pid,(0,main_process.h)());
await(0,promises_.mkdir)(folder,{mode:448});
let isPublished=false;
const patience=(0,github_retry.h)(interrupt.stop,settings.timeLimitMs);
const closingPatience=(0,github_retry.h)(interrupt.abortClosing,0);
const kept={env,log,folder,patience,closingPatience};
const environment={cwd:(0,step_environment.B3)(env),workspace:(0,step_environment.B3)(env),folder,env,log,progress:(0,progress_log.mS)(log,clock.m.now),openEvaluator:stop=>new expression_process.i(stop),stop:interrupt.stop,abortInFlight:interrupt.abortInFlight,run:(0,step_environment.cI)(env),toolVersion:tool_version.w,onSecret:log.secret,confirm:null,workflow:env.GITHUB_WORKFLOW??``,patience,resumeFiles:(0,resume_artifact.d)((0,step_environment.KK)(settings,kept)),stateStore:(0,state_artifact.r)((0,step_environment.iy)(settings,kept)),branch:(0,kept_names.W0)(env),sync:(0,step_environment.iy)(settings,kept).names.state,onEnded:head=>{
if(head.outcome===`cancelled`)(0,outputs.n)((0,outputs.r)(head,NO_REPORT))}};
if(settings.role===`work`)return await endWorker(await(0,fleet.W)(settings,environment),folder,log);
const job=await(0,entry_job.b)(settings,environment,async result=>{
isPublished=await(0,publish_run.Z)(settings,result,{env,log,folder,patience:closingPatience})});
const isKept=job.kept.isResumeSaved&&job.kept.state!==`lost`;
if(isKept)(0,core.LZ)(step_environment.hS.kept,`true`);
if(isPublished&&isKept){
await(0,run_folder.v)(folder);
(0,core.LZ)(step_environment.hS.published,`true`)}
return job.head.outcome===`succeeded`?0:1}catch(error){
if(error instanceof written_report.vI)await removeEarlierReport(env,log);
await reportError(error,log);
return 1}finally{
forgetProcess(log)}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}
async function endWorker({outcome,message,users,isWarning},folder,log){
if(isWarning)log.warning(message);else if(outcome===`succeeded`)log.notice(message);else log.error(message);
(0,outputs.n)({outcome});
await(0,job_summary.j)(workerSummary({outcome,message,users}),log);
await(0,run_folder.v)(folder);
(0,core.LZ)(step_environment.hS.published,`true`);
return outcome===`succeeded`?0:1}
async function removeEarlierReport(env,log){
const dir=(0,core.V4)(`report-dir`);
if(dir===``)return;
await(0,report_files.Jr)((0,external_node_path_.resolve)((0,step_environment.B3)(env),dir)).catch(cause=>log.warning(`The report of an earlier step in ${dir} could not be removed: ${(0,disk_full.u)(cause)}`))}
async function reportError(error,log){
const isBadInput=error instanceof input_error.d;
const problems=isBadInput?error.problems:[(0,disk_full.u)(error)];
for(const problem of problems)log.error(problem);
if(!isBadInput&&!(0,disk_full.b)(error)&&error instanceof Error)log.info(error.stack??``);
try{
if(!isBadInput)(0,core.LZ)(step_environment.hS.broke,(0,disk_full.u)(error));
const known=error instanceof written_report.vI?(0,outputs.r)(error.head,NO_REPORT):{};
(0,outputs.n)({...known,outcome:`error`})}catch(cause){
log.error(`The outputs could not be passed to the runner, whose disk may be full: ${(0,disk_full.u)(cause)}`)}
await(0,job_summary.j)(failedStart(problems,!isBadInput,(0,words_of.Z)(givenLanguage())),log)}
function givenLanguage(){
return language.Y.find(language=>language===(0,core.V4)(`language`).toLowerCase())??`en`}
function forgetProcess(log){
try{
(0,core.LZ)(step_environment.hS.pid,``)}catch(cause){
log.warning(`The state of the step could not be saved, the runner's disk may be full: ${(0,disk_full.u)(cause)}`)}}})};