export const id=46;
export const ids=[46];
export const modules={28046:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{runCli:()=>runCli});
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var run_folder=__webpack_require__(87533);
var github_retry=__webpack_require__(40535);
var closing_lines=__webpack_require__(87927);
var failure_tally=__webpack_require__(27675);
var number_text=__webpack_require__(95064);
;
const TYPICAL_BYTES={ledger:1800,resume:31,state:119,report:36};
const LEG_MS=330*6e4;
const LEGS=6;
function sendingMs(users,{batchSize,concurrency,latencyMs,requestsPerSecond}){
const requests=Math.ceil(users/batchSize);
const limited=requestsPerSecond===null?0:requests/requestsPerSecond*1e3;
return Math.max(Math.ceil(requests/concurrency)*latencyMs,limited)}
function legsNeeded(planMs,sendMs){
if(planMs>=LEG_MS)return null;
const legs=Math.max(1,Math.ceil(sendMs/(LEG_MS-planMs)));
return legs>LEGS?null:legs}
const LATENCIES_MS=[200,1e3,5e3];
function forecastLines(facts){
const{users,planMs,batchSize,concurrency,requestsPerSecond,ledgerBytes}=facts;
const requests=Math.ceil(users/batchSize);
const lines=[`Forecast for ${(0,number_text.hS)(users,`user`)} in ${(0,number_text.hS)(requests,`request`)} of up to ${batchSize}:`];
lines.push(`  Planning: ${(0,number_text.p0)(planMs)}, as measured now.`);
for(const each of[...new Set([concurrency,concurrency*2,concurrency*4])]){
const times=LATENCIES_MS.map(latencyMs=>{
const pace={batchSize,concurrency:each,latencyMs,requestsPerSecond};
return`${(0,number_text.p0)(sendingMs(users,pace))} at ${(0,number_text.p0)(latencyMs)} a request`});
lines.push(`  Sending with concurrency ${each}: ${times.join(`, `)}.`)}
if(requestsPerSecond!==null)lines.push(`  None is faster than max-requests-per-second: ${requestsPerSecond} allows.`);
const disk=Math.max(ledgerBytes,users*TYPICAL_BYTES.ledger);
const{resume,state,report}=TYPICAL_BYTES;
lines.push(`  Disk of the runner: ${(0,number_text.Ej)(disk)}. Artifacts: report ${(0,number_text.Ej)(users*report)}, resume ${(0,number_text.Ej)(users*resume)}, state ${(0,number_text.Ej)(users*state)}.`);
const slowest=sendingMs(users,{batchSize,concurrency,latencyMs:1e3,requestsPerSecond});
if(planMs+slowest>LEG_MS)lines.push(`  At 1 s a request, that is more than one job of GitHub: use examples/large.yml.`);
return lines}
const TABLE_USERS=null&&[1e4,1e5,1e6,1e7];
const TABLE_PACES=[{batchSize:50,concurrency:8,latencyMs:200,requestsPerSecond:null},{batchSize:50,concurrency:8,latencyMs:1e3,requestsPerSecond:null},{batchSize:50,concurrency:32,latencyMs:1e3,requestsPerSecond:null},{batchSize:50,concurrency:8,latencyMs:1e3,requestsPerSecond:2}];
const PLAN_MS_PER_USER=.2;
function sizingTable(){
const paces=TABLE_PACES.map(({latencyMs,concurrency,requestsPerSecond})=>requestsPerSecond===null?`${duration(latencyMs)} × ${concurrency}`:`${requestsPerSecond} requests/s`);
const head=[`users`,`planning`,...paces,`disk`,`resume`,`state`,`report`];
const rows=TABLE_USERS.map(users=>{
const planMs=users*PLAN_MS_PER_USER;
const{ledger,resume,state,report}=TYPICAL_BYTES;
const sizes=[ledger,resume,state,report].map(bytes=>size(users*bytes));
const times=TABLE_PACES.map(pace=>paceCell(planMs,sendingMs(users,pace)));
return[count(users),duration(planMs),...times,...sizes]});
const line=cells=>`| ${cells.join(` | `)} |`;
return[line(head),line(head.map(()=>`---`)),...rows.map(line)].join(`
`)}
function paceCell(planMs,sendMs){
const legs=legsNeeded(planMs,sendMs);
if(legs===null)return`${duration(sendMs)}, too long for ${LEGS} jobs`;
const minutes=Math.ceil((planMs*legs+sendMs)/6e4);
return`${duration(sendMs)}, ${counted(legs,`job`)}, ${count(minutes)} min`}
var expression_process=__webpack_require__(37407);
var clock=__webpack_require__(10552);
var disk_full=__webpack_require__(36589);
var input_error=__webpack_require__(30199);
var runtime_log=__webpack_require__(94998);
var output_guard=__webpack_require__(41059);
var progress_log=__webpack_require__(9078);
var tool_version=__webpack_require__(1041);
var inputs=__webpack_require__(792);
var read_settings=__webpack_require__(60901);
var secret_inputs=__webpack_require__(82820);
var external_node_util_=__webpack_require__(57975);
var nearest=__webpack_require__(4581);
;
const NAMES=[...Object.keys(inputs.mc),...Object.keys(inputs.hi)];
const KNOWN=[...NAMES,...inputs.kM];
const HELP="(`cidaas-migrate --help` lists the flags)";
const MODES=[`plan`,`apply`,`check`];
const COMMANDS=[`init`,`sandbox`];
function readFlags(args){
if(args.length===0)return`nothing`;
const options={help:{type:`boolean`},version:{type:`boolean`}};
for(const name of NAMES)options[name]={type:`string`};
for(const name of inputs.kM)options[name]={type:`boolean`};
const{tokens}=(0,external_node_util_.parseArgs)({args:[...args],options,strict:false,allowPositionals:true,tokens:true});
if(tokens.some(token=>token.kind===`option`&&token.name===`help`))return`help`;
if(tokens.some(token=>token.kind===`option`&&token.name===`version`))return`version`;
const values={};
const problems=[];
let mayBeValue=false;
for(const token of tokens){
if(token.kind===`positional`){
if(!mayBeValue){
refuseModeOrCommand(token.value);
problems.push(`Unexpected argument: the command takes only flags, like --export users.csv ${HELP}`)}
mayBeValue=false}else if(token.kind===`option`){
const problem=problemWith(token);
mayBeValue=problem!==null&&!token.inlineValue;
if(problem!==null)problems.push(problem);else values[token.name]=token.value??(isSwitch(token.name)?`true`:``)}}
return{values,problems}}
function refuseModeOrCommand(word){
if(MODES.includes(word))throw new input_error.d([`\`${word}\` is not a command: the mode is given as a flag. Did you mean \`--mode ${word}\`? ${HELP}`]);
if(COMMANDS.includes(word))throw new input_error.d([`\`${word}\` is a command and has to come before all flags. Did you mean \`cidaas-migrate ${word} …\`? (\`cidaas-migrate ${word} --help\`)`])}
function problemWith(token){
const{name,rawName,value}=token;
if(isSwitch(name))return value===undefined?null:`--${name} takes no value`;
if(!NAMES.includes(name)){
const found=(0,nearest.p)(name,KNOWN);
return`${rawName}: unknown flag.${found===null?``:` Did you mean --${found}?`} ${HELP}`}
const variable=inputs.cW[name];
if(variable!==undefined)return`--${name}: set ${variable} in the environment instead; a command line is visible in process lists and shell histories`;
if(value===undefined||!token.inlineValue&&value.startsWith(`--`))return`--${name}: the value is missing (write one that begins with -- as --${name}=--…)`;
return null}
function isSwitch(name){
return inputs.kM.includes(name)}
;
const CLI_DEFAULTS={"report-dir":`./migration-report`};
function cliHelp(){
const flags=[...Object.entries(inputs.mc),...Object.entries(inputs.hi)].filter(([name])=>!(name in inputs.cW));
const width=Math.max(...flags.map(([name])=>name.length))+4;
return[`cidaas-migrate moves the users of a legacy system into cidaas.`,``,`Usage: cidaas-migrate --mode plan --export users.csv --mapping mapping.yml`,`       cidaas-migrate --export users.csv --mapping mapping.yml --tenant-url https://acme.cidaas.de`,`       cidaas-migrate --version`,``,"Commands (`init --help` and `sandbox --help` list their flags):",`  init users.csv --out mapping.yml    proposes a first mapping for an export, or writes a sample of it with invented values`,`  sandbox [--port 8080]               starts a local stand-in for a tenant`,``,`Flags and their defaults (docs/reference.md explains each):`,...flags.map(([name,standard])=>`  ${`--${name}`.padEnd(width)}${CLI_DEFAULTS[name]??standard??``}`.trimEnd()),...inputs.kM.map(name=>`  --${name}`),``,`From the environment: ${Object.values(inputs.cW).join(`, `)}`,``].join(`
`)}
var entry_interrupt=__webpack_require__(65659);
var job=__webpack_require__(82976);
var external_node_fs_=__webpack_require__(73024);
var external_node_os_=__webpack_require__(48161);
var external_node_sqlite_=__webpack_require__(80099);
var ledger_ledger=__webpack_require__(60455);
var run_notes=__webpack_require__(2896);
var sealed_file=__webpack_require__(89320);
;
function stateFolder(dir){
const resume=(0,external_node_path_.join)(dir,`resume.bin`);
const state=(0,external_node_path_.join)(dir,`state.bin`);
const sequence=(0,external_node_path_.join)(dir,`state.sequence`);
return{resume:{find:async()=>await isFile(resume)?[keptFile(resume)]:null,put:([written=``])=>replace(resume,written)},state:{candidates:async()=>({...{files:await isFile(state)?[keptFile(state)]:[],expired:[],listedSince:0},remembered:await readNumber(sequence)}),runOf:async()=>null,async put(written){
const result=await replace(state,written);
await(0,promises_.writeFile)(`${sequence}.part`,String((await(0,sealed_file.KI)(written)).sequence),{mode:384});
await(0,promises_.rename)(`${sequence}.part`,sequence);
return result}},deleteResume:()=>(0,promises_.rm)(resume,{force:true})}}
function isFile(path){
return(0,promises_.stat)(path).then(found=>found.isFile(),()=>false)}
async function readNumber(path){
const text=await(0,promises_.readFile)(path,`utf8`).catch(()=>``);
return/^\d{1,15}$/.test(text)?Number(text):0}
function keptFile(path){
const discard=async()=>undefined;
return{id:path,name:path,storedBy:null,storedAt:0,fetch:async()=>path,discard}}
async function replace(path,written){
await(0,promises_.mkdir)((0,external_node_path_.dirname)(path),{recursive:true,mode:448});
const part=`${path}.part`;
await(0,promises_.copyFile)(written,part);
await(0,promises_.rename)(part,path);
return{kind:`kept`,paths:[written]}}
var open_stores=__webpack_require__(50863);
;
async function openRunStorage(settings,stateDir,log){
if(settings.mode!==`apply`||settings.tenant?.kind!==`origin`)return temporaryStorage(stateDir);
await makeStateDir(stateDir);
const unlock=lock((0,external_node_path_.join)(stateDir,`lock.db`));
const folder=(0,external_node_path_.join)(stateDir,`run`);
const kept=stateFolder(stateDir);
try{
await refuseForeignState(settings,kept.state);
if((0,external_node_fs_.existsSync)((0,run_folder.t)(folder)))await recoverKilledRun(settings,folder,kept.resume,log);
await(0,run_folder.v)(folder);
await(0,promises_.mkdir)(folder,{mode:448});
await(0,promises_.writeFile)((0,external_node_path_.join)(folder,`.gitignore`),`*
`)}catch(error){
unlock();
throw error}
let isRemovable=false;
return{folder,resumeFiles:kept.resume,stateStore:kept.state,async finish({outcome,totals},{isResumeSaved,state}){
const isFinished=state!==`lost`&&(outcome===`succeeded`||outcome===`failed`);
const isDone=isFinished&&totals.failed+totals.unknown+totals.unsent===0;
if(isDone)await kept.deleteResume();
isRemovable=isDone||isResumeSaved},async[Symbol.asyncDispose](){
if(isRemovable)await(0,run_folder.v)(folder);
unlock()}}}
async function makeStateDir(stateDir){
const found=await(0,promises_.stat)(stateDir).catch(()=>null);
if(found?.isDirectory()===false)throw new input_error.d([`--state-dir: ${stateDir} is not a folder.`]);
await(0,promises_.mkdir)(stateDir,{recursive:true,mode:448});
const replaced=[`state.bin`,`state.sequence`,`resume.bin`].flatMap(name=>[name,`${name}.part`]);
for(const name of[`lock.db`,...replaced]){
const path=(0,external_node_path_.join)(stateDir,name);
const file=await(0,promises_.stat)(path).catch(()=>null);
if(file?.isFile()===false)throw new input_error.d([`--state-dir: ${path} is a folder or a device, not a file. Remove it, or use another folder.`])}}
async function temporaryStorage(stateDir){
const folder=await(0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(),`cidaas-migrate-`));
return{folder,resumeFiles:{find:async()=>null,put:async()=>({kind:`kept`,paths:[]})},stateStore:stateFolder(stateDir).state,finish:async()=>undefined,[Symbol.asyncDispose]:()=>(0,run_folder.v)(folder)}}
async function refuseForeignState({tenant,stateKey},store){
if(tenant?.kind!==`origin`||stateKey===null)return;
for(const{name:path}of(await store.candidates(`all`,0)).files){
const seal=await(0,sealed_file.KI)(path).catch(()=>null);
if(seal===null||seal.tenant===tenant.origin)continue;
throw new input_error.d([`--state-dir: the state in this folder belongs to ${seal.tenant}. Use another --state-dir for runs against ${tenant.origin}.`])}}
async function recoverKilledRun(settings,folder,resumeFiles,log){
const ledger=new ledger_ledger.O((0,run_folder.t)(folder));
try{
const record=(0,run_notes.F3)(ledger);
if(record===undefined||!(0,run_notes.I1)(ledger))return;
if(settings.tenant?.kind===`origin`&&record.tenant!==settings.tenant.origin){
throw new input_error.d([`--state-dir: a run against ${record.tenant} was interrupted in this folder. Finish that run first, or use another --state-dir for this one.`])}
const owner={folder,workflow:``,run:null,branch:``,sync:``};
await(0,open_stores.hX)(settings,{...owner,resumeFiles,log},ledger)?.save(null);
log.notice(`An earlier run was interrupted; the rows that it had settled were recovered from its ledger.`)}finally{
ledger.close()}}
function lock(path){
const db=new external_node_sqlite_.DatabaseSync(path);
try{
db.exec(`PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE`)}catch(cause){
db.close();
if(!isBusy(cause))throw cause;
throw new input_error.d([`--state-dir: another run is using this folder. Wait until it has finished, or use another --state-dir.`],{cause})}
return()=>db.close()}
function isBusy(error){
return error instanceof Error&&`errcode`in error&&error.errcode===5}
var uncaught_errors=__webpack_require__(62313);
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
async function runCli(args,env){
const env_1={stack:[],error:void 0,hasError:false};
try{
const guard=__addDisposableResource(env_1,new output_guard.j,false);
const shell=openShell(guard);
const{out,err,log}=shell;
const _uncaught=__addDisposableResource(env_1,(0,uncaught_errors.f)(async error=>log.error(describe(error))),false);
const interrupt=__addDisposableResource(env_1,(0,entry_interrupt.v)(),false);
try{
if(args[0]===`sandbox`)return await runSandbox(args.slice(1),shell,interrupt);
if(args[0]===`init`)return await proposeMapping(args.slice(1),env,shell,interrupt);
for(const[name,variable]of Object.entries(inputs.cW)){
for(const text of(0,secret_inputs.Vh)(name,env[variable]??``))log.secret(text)}
const flags=readFlags(args);
switch(flags){case`nothing`:err.write(cliHelp());return 1;case`help`:out.write(cliHelp());return 0;case`version`:out.write(`${tool_version.w}\n`);return 0;default:return await migrateFromShell(flags,env,shell,interrupt)}}catch(error){
for(const problem of error instanceof input_error.d?error.problems:[describe(error)])log.error(problem);
return 1}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}
function openShell(guard){
const out=guard.ownStream(process.stdout);
const err=guard.ownStream(process.stderr);
const log=(0,runtime_log.a)(out,err);
guard.deliverTo(written=>{
const{kind,text}=(0,output_guard.n)(written);
if(kind===`info`&&text!==``)log.notice(text)});
return{out,err,log}}
async function runSandbox(args,{out,log},{stop}){
const env_2={stack:[],error:void 0,hasError:false};
try{
const{SANDBOX_HELP,serveSandbox}=await Promise.all([__webpack_require__.e(202),__webpack_require__.e(920)]).then(__webpack_require__.bind(__webpack_require__,58920));
if(args.includes(`--help`)){
out.write(SANDBOX_HELP);
return 0}
const sandbox=__addDisposableResource(env_2,await serveSandbox(args,line=>out.write(`${line}\n`)),true);
if(!stop.aborted)await new Promise(resolve=>stop.addEventListener(`abort`,resolve,{once:true}));
log.info(`${sandbox.userCount} users were stored.`);
return 0}catch(e_2){
env_2.error=e_2;
env_2.hasError=true}finally{
const result_1=__disposeResources(env_2);
if(result_1)await result_1}}
async function proposeMapping(args,env,{out,err,log},{stop}){
const stderrLog=(0,runtime_log.a)(err,err);
for(const text of(0,secret_inputs.Vh)(`export-key`,env[inputs.cW[`export-key`]]??``))for(const each of[log,stderrLog])each.secret(text);
const{runInit}=await Promise.all([__webpack_require__.e(815),__webpack_require__.e(843),__webpack_require__.e(942),__webpack_require__.e(346)]).then(__webpack_require__.bind(__webpack_require__,46346));
const print=text=>void out.write(text);
return await runInit(args,{cwd:process.cwd(),env,log:stderrLog,stop,print})?0:1}
async function migrateFromShell({values,problems},env,{err,log},interrupt){
const env_3={stack:[],error:void 0,hasError:false};
try{
const settings=(0,read_settings.s)(name=>inputOf(name,values,env),problems);
if(values.forecast!==undefined&&settings.mode!==`plan`)throw new input_error.d(["--forecast: only a plan is forecast. Add `--mode plan`, or leave --forecast out."]);
interrupt.limitTime(settings.timeLimitMs);
const storage=__addDisposableResource(env_3,await openRunStorage(settings,(0,external_node_path_.resolve)(values[`state-dir`]??inputs.hi[`state-dir`]),log),true);
const environment={cwd:process.cwd(),workspace:null,folder:storage.folder,env,log,progress:err.isTTY===true?(0,progress_log.e3)(err,clock.m.now):(0,progress_log.mS)(log,clock.m.now),openEvaluator:stop=>new expression_process.i(stop),stop:interrupt.stop,abortInFlight:interrupt.abortInFlight,patience:(0,github_retry.h)(interrupt.stop,settings.timeLimitMs),run:null,toolVersion:tool_version.w,onSecret:log.secret,workflow:``,resumeFiles:storage.resumeFiles,stateStore:storage.stateStore,branch:``,sync:``};
const{head,report,kept}=await(0,job.b)(settings,environment,async()=>undefined);
const forecast=values.forecast===undefined?[]:await forecastOf(head,settings,storage.folder);
await storage.finish(head,kept);
const fileNames=head.export.files.map(({name})=>name);
const more=group=>(0,failure_tally.Ku)(group,settings.report.identifiers,fileNames);
for(const line of(0,closing_lines.P)(head,report.failures.groups(),report.json,more))log.info(line);
for(const line of forecast)log.info(line);
return head.outcome===`succeeded`?0:1}catch(e_3){
env_3.error=e_3;
env_3.hasError=true}finally{
const result_2=__disposeResources(env_3);
if(result_2)await result_2}}
async function forecastOf({totals,durationMs},{batchSize,concurrency,maxRequestsPerSecond},folder){
const requestsPerSecond=maxRequestsPerSecond===0?null:maxRequestsPerSecond;
const{size:ledgerBytes}=await(0,promises_.stat)((0,run_folder.t)(folder));
const plan={users:totals.planned,planMs:durationMs,ledgerBytes};
return forecastLines({...plan,batchSize,concurrency,requestsPerSecond})}
function inputOf(name,flags,env){
const variable=inputs.cW[name];
return variable===undefined?flags[name]??CLI_DEFAULTS[name]??``:env[variable]??``}
function describe(error){
if(!(error instanceof Error)||(0,disk_full.b)(error))return(0,disk_full.u)(error);
const isSystemError=[error,error.cause].some(each=>each instanceof Error&&`errno`in each);
return isSystemError?error.message:error.stack??error.message}})};