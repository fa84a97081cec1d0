export const id=165;
export const ids=[165];
export const modules={27165:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{runAction:()=>runAction});
var external_node_crypto_=__webpack_require__(77598);
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var core=__webpack_require__(91659);
var run_folder=__webpack_require__(87533);
var action_log=__webpack_require__(74958);
var job_summary=__webpack_require__(11797);
var outputs=__webpack_require__(96497);
var repository_files=__webpack_require__(22041);
var resume_artifact=__webpack_require__(4899);
var artifact_download=__webpack_require__(12862);
var artifact_service=__webpack_require__(38135);
var artifact_upload=__webpack_require__(86959);
var github_client=__webpack_require__(9258);
;
const PREFIX=`cidaas-migrate-state-`;
const TIMEOUT_MS=10*60*1e3;
const PAGE_SIZE=100;
function stateArtifacts(options){
const{env,log,token,parts,folder,retentionDays}=options;
const scope=(0,external_node_crypto_.createHash)(`sha256`).update(parts.join(`
`)).digest(`hex`).slice(0,12);
const name=`${PREFIX}${scope}`;
let fetched=0;
async function*fetchAll(){
for await(const runId of runsWithState(name,env,token)){
const run={runId,repository:null,token};
const ports={env,timeoutMs:TIMEOUT_MS};
const matching=(await(0,artifact_download.wn)(run,ports,`rest`)).filter(one=>isNamed(one.name,name));
for(const artifact of matching.sort((a,b)=>b.id-a.id)){
const to=(0,external_node_path_.join)(folder,`state-${++fetched}`);
try{
await(0,artifact_download.bk)(artifact,to,ports)}catch(error){
if(!(error instanceof artifact_download.eD))throw error;
log.warning(`The state ${artifact.name} of run ${runId} is not used: ${error.message}`);
continue}
const file=(await(0,promises_.readdir)(to)).find(entry=>entry.endsWith(`.bin`));
if(file!==undefined)yield{path:(0,external_node_path_.join)(to,file),name:`${artifact.name} of run ${runId}`}}}}
return{async*candidates(){
try{
yield*fetchAll()}catch(error){
log.warning(`The last state could not be downloaded: ${(0,artifact_service.qo)(error)}. This needs \`permissions: actions: read\` and \`github-token\`.`)}},async put(path){
const uploaded=await(0,artifact_upload.m)(name,[path],{retentionDays},{env,log,timeoutMs:TIMEOUT_MS});
if(uploaded.kind===`uploaded`)return true;
const write=uploaded.kind===`unavailable`?log.notice:log.warning;
write(`The state was not saved: ${uploaded.reason}. The next delta compares with the state before this run and sends these users again.`);
return uploaded.kind===`unavailable`}}}
function isNamed(found,name){
return found===name||found.startsWith(`${name}-`)&&/^\d+$/.test(found.slice(name.length+1))}
async function*runsWithState(name,env,token){
const[owner=``,repo=``]=(env.GITHUB_REPOSITORY??``).split(`/`);
const branch=branchOf(env);
const{rest}=await(0,github_client.U)(token,env);
const deadline=()=>({signal:AbortSignal.timeout(TIMEOUT_MS)});
const seen=new Set;
for(let page=1;;page++){
const query={owner,repo,per_page:PAGE_SIZE,page};
const{data}=await rest.actions.listArtifactsForRepo({...query,request:deadline()});
for(const artifact of data.artifacts){
const run=artifact.workflow_run;
if(!isNamed(artifact.name,name)||artifact.expired||typeof run?.id!==`number`||seen.has(run.id))continue;
seen.add(run.id);
if(run.head_branch!==branch||run.head_repository_id!==run.repository_id)continue;
const{data:details}=await rest.actions.getWorkflowRun({owner,repo,run_id:run.id,request:deadline()});
if(isSameWorkflow(details.path,env)&&!details.event.startsWith(`pull_request`))yield run.id}
if(data.artifacts.length<PAGE_SIZE)return}}
function branchOf({GITHUB_REF=``}){
return GITHUB_REF.startsWith(`refs/heads/`)?GITHUB_REF.slice(`refs/heads/`.length):``}
function isSameWorkflow(path,{GITHUB_WORKFLOW_REF=``,GITHUB_REPOSITORY=``}){
const own=GITHUB_WORKFLOW_REF.slice(GITHUB_REPOSITORY.length+1).split(`@`)[0];
return own!==``&&path.split(`@`)[0]===own}
var text_escape=__webpack_require__(18944);
;
function failedStart(problems,couldStart){
return[`## 💥 cidaas migration: error`,``,couldStart?`The run failed unexpectedly. The log has the details.`:`Nothing was sent.`,``,...problems.map(problem=>`- ${(0,text_escape.FV)(problem)}`),``].join(`
`)}
var delta_step=__webpack_require__(10166);
var disk_full=__webpack_require__(36589);
var input_error=__webpack_require__(30199);
var progress_log=__webpack_require__(9078);
var tool_version=__webpack_require__(1041);
var entry_interrupt=__webpack_require__(65659);
var job=__webpack_require__(46257);
var publish_run=__webpack_require__(86574);
var step_environment=__webpack_require__(84276);
var written_report=__webpack_require__(66814);
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
const log=(0,action_log.Z)();
const interrupt=__addDisposableResource(env_1,(0,entry_interrupt.v)(),false);
try{
const settings=(0,step_environment.Ko)(log);
log.findLinesWith(message=>(0,repository_files.r)((0,step_environment.B3)(env),(0,step_environment.VI)(settings),message));
interrupt.limitTime(settings.timeLimitMs);
const folder=(0,external_node_path_.join)(env.RUNNER_TEMP??process.cwd(),`cidaas-migrate-${(0,external_node_crypto_.randomUUID)()}`);
(0,core.LZ)(step_environment.hS.folder,folder);
(0,core.LZ)(step_environment.hS.pid,process.pid);
await(0,promises_.mkdir)(folder,{mode:448});
let isPublished=false;
const environment={cwd:(0,step_environment.B3)(env),folder,env,log,progress:(0,progress_log.mS)(log,Date.now),stop:interrupt.stop,abortInFlight:interrupt.abortInFlight,run:(0,step_environment.cI)(env),toolVersion:tool_version.w,onSecret:log.secret,workflow:env.GITHUB_WORKFLOW??``,resumeFiles:(0,resume_artifact.d)((0,step_environment.KK)(settings,env,folder,log)),stateStore:stateArtifacts((0,step_environment.iy)(settings,env,folder,log)),branch:branchOf(env)};
const{head}=await(0,job.b)(settings,environment,async(result,resumeStore,state)=>{
isPublished=await(0,publish_run.Z)(settings,result,resumeStore,{env,log,folder});
await(0,delta_step.Jg)(state,log)});
if(isPublished){
await(0,run_folder.v)(folder);
(0,core.LZ)(step_environment.hS.published,`true`)}
return head.outcome===`succeeded`?0:1}catch(error){
await reportError(error,log);
return 1}finally{
forgetProcess(log)}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}
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
await(0,job_summary.j)(failedStart(problems,!isBadInput),log)}
function forgetProcess(log){
try{
(0,core.LZ)(step_environment.hS.pid,``)}catch(cause){
log.warning(`The state of the step could not be saved, the runner's disk may be full: ${(0,disk_full.u)(cause)}`)}}})};