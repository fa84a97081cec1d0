export const id=4376;
export const ids=[4376];
export const modules={35715:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{j:()=>RequestStats});
;
const GROWTH=1.05;
class Latencies{
#classes=[];
#count=0;
#max=0;
add(ms){
const at=ms<1?0:Math.ceil(Math.log(ms)/Math.log(GROWTH));
this.#classes[at]=(this.#classes[at]??0)+1;
this.#count++;
this.#max=Math.max(this.#max,ms)}
merge(other){
for(let at=0;at<other.#classes.length;at++){
const more=other.#classes[at]??0;
if(more>0)this.#classes[at]=(this.#classes[at]??0)+more}
this.#count+=other.#count;
this.#max=Math.max(this.#max,other.#max)}
get count(){
return this.#count}
get max(){
return Math.round(this.#max)}
quantile(share){
let left=Math.ceil(this.#count*share);
for(let at=0;at<this.#classes.length;at++){
left-=this.#classes[at]??0;
if(left<=0)return Math.round(Math.min(GROWTH**at,this.#max))}
return 0}}
;
const MAX_BUCKETS=600;
const FIRST_WIDTH_MS=1e3;
class Timeline{
#startedAt;
#wallStartedAt;
#buckets=[];
#width=FIRST_WIDTH_MS;
constructor(startedAt,wallStartedAt){
this.#startedAt=startedAt;
this.#wallStartedAt=wallStartedAt}
request(ms,at){
this.#bucket(at).latencies.add(ms)}
settled(accepted,failed,at){
const bucket=this.#bucket(at);
bucket.settled+=accepted;
bucket.failed+=failed}
summary(){
const buckets=this.#buckets.flatMap((bucket,index)=>{
if(bucket===undefined)return[];
const{settled,failed,latencies}=bucket;
const requests=latencies.count;
const[p50,p95]=requests===0?[null,null]:[latencies.quantile(.5),latencies.quantile(.95)];
return[{ms:index*this.#width,settled,failed,requests,p50,p95}]});
return{startedAt:new Date(this.#wallStartedAt).toISOString(),bucketMs:this.#width,buckets}}
#bucket(at){
const since=at-this.#startedAt;
while(since>=this.#width*MAX_BUCKETS)this.#doubleWidth();
const index=Math.floor(since/this.#width);
const bucket=this.#buckets[index]??{settled:0,failed:0,latencies:new Latencies};
this.#buckets[index]=bucket;
return bucket}
#doubleWidth(){
const wider=[];
for(const[index,bucket]of this.#buckets.entries()){
const at=Math.floor(index/2);
const first=wider[at];
if(first===undefined||bucket===undefined)wider[at]=first??bucket;else{
first.settled+=bucket.settled;
first.failed+=bucket.failed;
first.latencies.merge(bucket.latencies)}}
this.#buckets=wider;
this.#width*=2}}
;
class RequestStats{
#byStatus=new Map;
#latencies=new Latencies;
#timeline=new Timeline(0,0);
#retried=0;
#batches=0;
begin(at,wallAt){
this.#timeline=new Timeline(at,wallAt)}
*counting(batches){
for(const batch of batches){
this.#batches++;
yield batch}}
observe({status,ms},at){
const name=status===null?`none`:String(status);
this.#byStatus.set(name,(this.#byStatus.get(name)??0)+1);
this.#latencies.add(ms);
this.#timeline.request(ms,at)}
settled(accepted,failed,at){
this.#timeline.settled(accepted,failed,at)}
retried(){
this.#retried++}
summary(course,concurrency){
const byStatus=Object.fromEntries([...this.#byStatus].sort(([a],[b])=>a<b?-1:1));
const latencyMs={p50:this.#latencies.quantile(.5),p95:this.#latencies.quantile(.95),max:this.#latencies.max};
const timeline=this.#timeline.summary();
const counts={batches:this.#batches,sent:this.#latencies.count,retried:this.#retried};
const limits=course.map(({ms,limit})=>[ms,limit]);
const found=concurrency===null?{}:{concurrency};
return{...counts,byStatus,latencyMs,limits,...found,timeline}}}}),21348:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{e:()=>openRunFleet,W:()=>runWorker});
var external_node_crypto_=__webpack_require__(77598);
var external_node_os_=__webpack_require__(48161);
var external_node_path_=__webpack_require__(76760);
var tenant_door=__webpack_require__(19074);
var circuit_breaker=__webpack_require__(46030);
var fleet=__webpack_require__(40155);
var input_error=__webpack_require__(30199);
var run_sender=__webpack_require__(18247);
;
const GRACE_MS=5e3;
async function work(options){
const{member,order,tenant,clock,log,progress}=options;
const ownStop=new AbortController;
const late=new AbortController;
const stop=AbortSignal.any([options.stop,ownStop.signal]);
const stops=[];
const breaker=new circuit_breaker.a({maxFailedRows:Number.POSITIVE_INFINITY,limitText:order.limitText,acceptedBefore:true,refusedBefore:order.refusedBefore,onTripped:reason=>ownStop.abort(reason)});
let users=0;
const sender=(0,run_sender.a)({...{queue:member.queue,send:tenant.send,door:options.door,breaker,clock,stop},pressure:(0,run_sender.A)({...order,concurrency:options.concurrency},member.throttle,clock),abortInFlight:AbortSignal.any([options.abortInFlight,late.signal]),onSettled:(accepted,failed)=>{
users+=accepted+failed},onRetry:({code},_attempt,waitMs)=>{
options.onRetry();
progress.waiting(waitMs,code)}});
const end=new AbortController;
const following=member.follow(reason=>{
stops.push(reason);
ownStop.abort(reason);
clock.sleep(GRACE_MS,end.signal).then(()=>late.abort(reason),()=>undefined)},end.signal);
try{
await sender.send();
if(breaker.tripped!==null)await member.stop(breaker.tripped)}catch(error){
if(error instanceof input_error.d)await member.stop({code:`worker.failed`,message:error.message}).catch(()=>undefined);
throw error}finally{
end.abort();
await following}
if(stops.length===0&&!options.stop.aborted)await member.follow(reason=>void stops.push(reason),AbortSignal.abort());
const advice=sender.advice();
if(advice!==null)log.warning(advice);
return{users,end:endOf(options.stop,breaker.tripped,stops[0]),stopped:stoppedBy(stops[0]),isTakenOver:stops[0]?.code===fleet.z}}
function stoppedBy(remote){
if(remote===undefined||remote.code.startsWith(`queue.`))return null;
return remote.message}
function endOf(stop,tripped,remote){
if(tripped!==null)return{outcome:`aborted`,message:tripped.message};
if(stop.aborted)return stop.reason;
if(remote?.code===`queue.lost`)return{outcome:`error`,message:remote.message};
return null}
var clock=__webpack_require__(10552);
var state_keys=__webpack_require__(30325);
var external_node_zlib_=__webpack_require__(38522);
;
const NONCE_BYTES=12;
const TAG_BYTES=16;
function createPayloadSeal(keys,salt,run){
const key=keys.ofFile(salt);
const bound=(kind,name)=>Buffer.from(JSON.stringify([`cidaas-migrate fleet 1`,keys.binding.tenant,run,kind,name]));
return{fingerprint:keys.fingerprint,seal(kind,name,text){
const nonce=(0,external_node_crypto_.randomBytes)(NONCE_BYTES);
const cipher=(0,external_node_crypto_.createCipheriv)(`aes-256-gcm`,key,nonce).setAAD(bound(kind,name));
const body=Buffer.concat([cipher.update((0,external_node_zlib_.zstdCompressSync)(text)),cipher.final()]);
return Buffer.concat([nonce,body,cipher.getAuthTag()])},open(kind,name,sealed){
try{
const decipher=(0,external_node_crypto_.createDecipheriv)(`aes-256-gcm`,key,sealed.subarray(0,NONCE_BYTES));
decipher.setAAD(bound(kind,name)).setAuthTag(sealed.subarray(-TAG_BYTES));
const body=Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES,-TAG_BYTES)),decipher.final()]);
return(0,external_node_zlib_.zstdDecompressSync)(body).toString()}catch{
return null}}}}
var checked_tls=__webpack_require__(78497);
var connect=__webpack_require__(39889);
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
const LEAD_PATIENCE={firstMs:30*6e4,nextMs:5*6e4};
async function openRunFleet(settings,environment,ledger){
const{queueUrl:url,tenant,mode}=settings;
const sealOf=fleetSeal(settings);
if(url===null||sealOf===null||tenant?.kind!==`origin`||mode!==`apply`)return null;
const{openFleet}=await Promise.all([__webpack_require__.e(5233),__webpack_require__.e(7086),__webpack_require__.e(4077)]).then(__webpack_require__.bind(__webpack_require__,4077));
return openFleet({...{url,sealOf,ledger,clock:clock.m,tenant:tenant.origin},connections:connectionsFor(settings),owners:ownersOf(settings,environment),worker:`lead ${processName(environment)}`,stop:environment.abortInFlight,warn:environment.log.warning})}
async function runWorker(settings,environment,{firstMs,nextMs}=LEAD_PATIENCE){
const{queueUrl:url,tenant,client}=settings;
const{log,stop,abortInFlight}=environment;
const sealOf=fleetSeal(settings);
if(url===null||sealOf===null||tenant?.kind!==`origin`||client===null)throw new Error(`a worker without a database, a tenant or a client`);
for(const warning of settings.warnings)log.warning(warning);
(0,checked_tls._)(tenant.origin,environment.env);
const{joinFleet}=await Promise.all([__webpack_require__.e(5233),__webpack_require__.e(7086),__webpack_require__.e(4614)]).then(__webpack_require__.bind(__webpack_require__,44614));
const name=`worker ${processName(environment)}`;
let users=0;
for(let isFirst=true;;isFirst=false){
const env_1={stack:[],error:void 0,hasError:false};
try{
const waitMs=isFirst?firstMs:nextMs;
log.info(`Waiting for a lead that sends to ${tenant.origin}, up to ${minutes(waitMs)} …`);
const joined=__addDisposableResource(env_1,await joinFleet({...{url,sealOf,clock:clock.m,tenant:tenant.origin,worker:name,warn:log.warning},connections:connectionsFor(settings),stop,onWaiting:ms=>log.info(`No lead has begun to send to ${tenant.origin} for ${minutes(ms)}; waiting.`)},waitMs),true);
if(joined===null){
if(stop.aborted)return{users,...stop.reason,isWarning:false};
const message=isFirst?noLead(tenant.origin,waitMs):noNextLead(users,waitMs);
return{users,outcome:`succeeded`,message,isWarning:true}}
log.info(`Sending as ${name}.`);
const{order}=joined;
const connection=__addDisposableResource(env_1,(0,connect.H)({...{...environment,clock:clock.m,origin:tenant.origin,client,connections:settings.concurrency.max},loginClient:client,timeoutMs:order.requestTimeoutMs,maxAttempts:order.maxAttempts,outagePatienceMs:order.outagePatienceMs,onRequest:({status,ms,users:sent})=>joined.observe([status,Math.round(ms),sent])}),true);
const result=await work({...{...environment,clock:clock.m,abortInFlight,member:joined,order,tenant:connection},door:(0,tenant_door.h)(connection.secrets,order.identifiers),concurrency:settings.concurrency,onRetry:()=>joined.retried()});
users+=result.users;
if(!result.isTakenOver||stop.aborted)return summaryOf(users,result);
log.notice(`Another lead took this run over; waiting until it sends.`)}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}}
function summaryOf(users,{end,stopped}){
if(end!==null)return{users,outcome:end.outcome,message:end.message,isWarning:false};
const why=stopped===null?``:` The run was stopped: ${stopped}`;
const message=`${users} users were sent.${why} The report of the run is made by its lead.`;
return{users,outcome:`succeeded`,message,isWarning:false}}
function noLead(origin,waitMs){
return`No lead began to send to ${origin} within ${minutes(waitMs)}, so this worker sent nothing. If a lead ran meanwhile, it had nothing to send, or it has another \`queue-url\` or \`tenant-url\`.`}
function noNextLead(users,waitMs){
return`${users} users were sent. Then another lead took the run over, and this worker did not see it send within ${minutes(waitMs)}: it had nothing left to send, was done quickly, or failed. Its own job reports the run.`}
function minutes(ms){
const count=Math.round(ms/6e4);
return count===1?`1 minute`:`${count} minutes`}
function fleetSeal({stateKey,client,tenant}){
const secret=stateKey??client?.secret??null;
if(secret===null||tenant?.kind!==`origin`)return null;
const keys=(0,state_keys.zX)(secret,{repository:``,workflow:`fleet`,tenant:tenant.origin});
return(run,salt)=>createPayloadSeal(keys,salt,run)}
function ownersOf({resume},{run,workflow,folder}){
const hash=(...parts)=>(0,external_node_crypto_.createHash)(`sha256`).update(JSON.stringify(parts)).digest(`base64url`);
if(run===null)return[hash(`folder`,(0,external_node_os_.hostname)(),(0,external_node_path_.dirname)(folder))];
const own=hash(`run`,run.repository,workflow,run.id);
return resume.runId===null?[own]:[own,hash(`run`,run.repository,workflow,String(resume.runId))]}
function processName({env}){
return`${env.RUNNER_NAME??(0,external_node_os_.hostname)()} ${(0,external_node_crypto_.randomBytes)(2).toString(`hex`)}`}
function connectionsFor({concurrency}){
return Math.min(concurrency.max,8)+2}}),89577:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{b:()=>runJob});
var external_node_path_=__webpack_require__(76760);
var external_node_v8_=__webpack_require__(78877);
var joined_record_store=__webpack_require__(832);
var ledger_ledger=__webpack_require__(24758);
var run_folder=__webpack_require__(87533);
var report_files=__webpack_require__(84566);
var embedded_queue=__webpack_require__(12855);
var close_run=__webpack_require__(99765);
var export_opener=__webpack_require__(74328);
var keep_step=__webpack_require__(42775);
var migrate=__webpack_require__(30458);
var run_notes=__webpack_require__(2896);
var external_node_crypto_=__webpack_require__(77598);
var request_stats=__webpack_require__(35715);
var account_changes=__webpack_require__(10474);
;
const CHUNK=1e3;
async function planUndo(ledger,users){
const insert=ledger.db.prepare(`INSERT INTO account_change (sub, action, state) VALUES (?, 'undo', 'planned')`);
let waiting=[];
const write=()=>{
ledger.transaction(()=>{
for(const{sub}of waiting)insert.run(sub)});
waiting=[]};
for await(const user of users){
waiting.push(user);
if(waiting.length===CHUNK)write()}
write()}
var digest=__webpack_require__(79627);
var tenant_door=__webpack_require__(19074);
var input_error=__webpack_require__(30199);
var until_stopped=__webpack_require__(14124);
var kept_file=__webpack_require__(68600);
var number_text=__webpack_require__(95064);
var change_step=__webpack_require__(98084);
var plan_approval=__webpack_require__(35528);
var recorded_run=__webpack_require__(58017);
var run_record=__webpack_require__(76944);
var send_step=__webpack_require__(11706);
var sending=__webpack_require__(26571);
var setup_request=__webpack_require__(87433);
var tenant_error=__webpack_require__(25833);
var tenant_text=__webpack_require__(51372);
var token_request=__webpack_require__(8829);
;
async function takeBack(accounts,times,{first,log,stop}){
const probe=first===null?null:await accounts.activity(first,stop);
const canRead=probe===null||!(0,setup_request.NL)(probe);
if(!canRead)log.warning(`This app may not read users (scope cidaas:users_read), so nothing shows who has logged in or was changed since: these users are deleted like the others.`);
const remove=async(sub,abortInFlight,stopped)=>{
const reply=await accounts.change(`delete`,sub,abortInFlight,stopped);
return reply.kind===`changed`||reply.kind===`absent`?{kind:`settled`,status:reply.status,outcome:`undone`}:reply};
if(!canRead)return remove;
return async(sub,abortInFlight,stopped)=>{
let stored;
try{
stored=await accounts.activity(sub,abortInFlight)}catch(error){
return(0,token_request.Y)(error,abortInFlight)}
if(stored.kind===`unread`){
const error=(0,tenant_error.l)(`tenant.answer_unusable`,(0,tenant_text.cv)`The account could not be read before its deletion.`);
return{kind:`unavailable`,status:null,error,retryAfterMs:null,mayHaveBeenApplied:false}}
if(stored.value===null)return{kind:`settled`,status:404,outcome:`undone`};
const reason=whyKept(stored.value,times);
return reason===null?remove(sub,abortInFlight,stopped):{kind:`settled`,status:200,outcome:`kept`,reason}}}
const TOLERANCE_MS=6e4;
function whyKept({loggedInAt,updatedAt},{startedAt,writtenAt}){
const hint=`Delete the account by hand if it must go.`;
if(loggedInAt>Date.parse(startedAt))return{code:`undo.logged_in`,field:null,message:`The user has logged in since the run.`,hint};
if(updatedAt>Date.parse(writtenAt)+TOLERANCE_MS)return{code:`undo.changed`,field:null,message:`The account was changed after the run.`,hint};
return null}
;
function undoRun(settings,ports){
return(0,recorded_run.i)(settings,ports,undoSteps)}
async function undoSteps(settings,ports,recorder){
const{ledger,log,clock,stop,state}=ports;
ledger.reserveSpace(send_step.rl);
const run=await createdBy(settings,ports);
const{uncertain}=run;
await planUndo(ledger,ownCreated((0,until_stopped.p)(run.entries,stop)));
const changes=new account_changes.t(ledger);
const digest=digestOfUndo(settings,changes);
const undo={from:run.from,writtenAt:run.writtenAt,unknownRows:uncertain};
recorder.add({changes:`undo`,undo,planDigest:digest});
const{total}=changes.totals();
const left=uncertain===0?``:` ${(0,number_text.hS)(uncertain,`user`)} of it ended unknown and may exist too.`;
log.notice(`${run.from} (${run.writtenAt}) created ${(0,number_text.hS)(total,`user`)} that can be deleted.${left}`);
const unapproved=(0,plan_approval.uJ)(settings,digest);
if(unapproved!==null)return unapproved;
if(total===0)return null;
if(state!==null)await loadStateOf(run,state,log,stop);
const stats=new request_stats.j;
const tenant=await ports.connect(request=>stats.observe(request,clock.now()));
const door=(0,tenant_door.h)(tenant.secrets,settings.report.identifiers);
const taking=await takeBack(tenant.accounts,run,{first:firstSub(changes),log,stop});
if(settings.expectedPlan===null){
log.notice(`Nothing was deleted. To delete ${(0,number_text.U9)(total)}, run again with \`expected-plan: ${digest}\`.`);
return null}
await ports.resumeStore?.retire();
if(ports.run!==null)log.notice(`Do not re-run run ${settings.undoRunId} or name it in \`resume-run-id\`: it would take these users for settled.`);
return(0,change_step.j)(settings,ports,(0,sending.Z)(settings,ports.clock,{stats,door}),taking)}
async function loadStateOf({hasOtherState},state,log,stop){
const risk=`The next delta would take the deleted users for known ones and not send them, so nothing was deleted.`;
if(hasOtherState)throw new input_error.d([`\`mapping\`, \`preset\`: that run had others, or ran on another branch, so its state cannot be found. ${risk} Name them as in that run, on its branch.`]);
const loaded=await state.load(stop).catch(cause=>{
if(!(cause instanceof kept_file.N))throw cause;
throw new input_error.d([`The last state could not be fetched. ${cause.message} ${risk}`],{cause})});
if(loaded.kind===`unusable`||loaded.kind===`outdated`)log.warning("The last state cannot be used, so no user is taken out of it. Run `sync: full` before the next delta.")}
async function createdBy(settings,{resumeStore,run}){
if(run!==null&&settings.undoRunId===null)throw new input_error.d(["`undo-run-id`: name the run to take back; it is the number in its address"]);
if(run===null&&settings.undoRunId!==null)throw new input_error.d(["`undo-run-id`: the command takes back the last run of its `--state-dir`; leave it out"]);
const found=await resumeStore?.created()??null;
if(found===null)throw new input_error.d([`There is no run to take back: ${run===null?"`--state-dir`":`this run`} holds no progress of a run. Nothing was deleted.`]);
return found}
async function*ownCreated(entries){
for await(const{outcome,run,sub}of entries)if(run===null&&outcome===`created`)yield{sub}}
function digestOfUndo(settings,changes){
const users=(0,external_node_crypto_.createHash)(`sha256`);
for(const sub of changes.subs())users.update(`${JSON.stringify(sub)}\n`);
return(0,digest.G)({tenant:(0,run_record.a)(settings),...{exportHashes:[],mappingHashes:[]},options:{mode:`undo`,"undo-run-id":String(settings.undoRunId??``)},users:users.digest(`hex`)})}
function firstSub(changes){
for(const sub of changes.subs())if(sub!==null)return sub;
return null}
var clock=__webpack_require__(10552);
var disk_full=__webpack_require__(36589);
var checked_tls=__webpack_require__(78497);
var connect=__webpack_require__(39889);
var promises_=__webpack_require__(71553);
var external_node_url_=__webpack_require__(73136);
;
function systemResolver(){
return new promises_.Resolver({timeout:2e3,tries:2})}
function mailDomainLookUp(resolver){
return async domain=>{
const name=(0,external_node_url_.domainToASCII)(domain);
if(name===``)return`absent`;
for(const ask of[()=>resolver.resolveMx(name),()=>resolver.resolve4(name),()=>resolver.resolve6(name)]){
try{
if((await ask()).length>0)return`found`}catch(error){
if(!ABSENT.has(error.code??``))return`unknown`}}
return`absent`}}
const ABSENT=new Set([`ENOTFOUND`,`ENODATA`]);
var entry_fleet=__webpack_require__(21348);
var mapping_source=__webpack_require__(9386);
var open_stores=__webpack_require__(22247);
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
async function runJob(settings,environment,publish){
const env_1={stack:[],error:void 0,hasError:false};
try{
const{log,folder}=environment;
(0,external_node_v8_.setFlagsFromString)(`--semi-space-growth-factor=1`);
for(const warning of settings.warnings)log.warning(warning);
if(settings.tenant?.kind===`origin`)(0,checked_tls._)(settings.tenant.origin,environment.env);
await(0,report_files._L)((0,external_node_path_.resolve)(environment.cwd,settings.report.dir));
const cleanUp=__addDisposableResource(env_1,new AsyncDisposableStack,true);
const ledger=new ledger_ledger.O((0,run_folder.t)(folder));
cleanUp.defer(()=>ledger.close());
const keys=(0,open_stores.OR)(settings,environment);
const resumeStore=(0,open_stores.hX)(settings,environment,ledger,keys);
const state=(0,open_stores.VR)(settings,environment,ledger,keys);
const fleet=await(0,entry_fleet.e)(settings,environment,ledger);
if(fleet!==null)cleanUp.use(fleet);
const opener=(0,export_opener.y)(settings,environment);
const runMode=settings.mode===`undo`?undoRun:migrate._;
const ended=await runMode(settings,{...environment,ledger,resumeStore,state,queue:(0,embedded_queue.W)(ledger),fleet,clock:clock.m,...opener,evaluator:cleanUp.use(environment.openEvaluator(environment.stop)),openExport:async mapping=>isGiven(settings.export)?opener.openExport(mapping):null,joinStore:target=>new joined_record_store.S(target),readMappingFile:()=>(0,mapping_source.n)(settings,environment),base:(0,mapping_source.B)(settings,environment),lookUpDomain:mailDomainLookUp(systemResolver()),connect:onRequest=>job_connect(settings,environment,cleanUp,request=>{
onRequest(request);
environment.onRequest?.(request)})});
environment.onEnded?.(ended);
const sent=(0,run_notes.I1)(ledger)?(0,open_stores.uq)(settings,resumeStore,state):{resumeStore:null,state:null};
const keptBefore=ended.outcome===`cancelled`?null:await(0,keep_step.X)(sent,log);
const head=withLostState(ledger,ended,keptBefore,log);
const keepFirst=keptBefore===null?()=>(0,keep_step.X)(sent,log):null;
const report=await(0,written_report.pX)({settings,cwd:environment.cwd,env:environment.env,head,ledger,keepFirst});
const result={head,report,ruleLines:(0,run_notes.YI)(ledger)};
await publish(result);
const kept=keptBefore??await(0,keep_step.X)(sent,log);
if(keptBefore===null&&kept.lostState!==null)log.error(kept.lostState);
if(kept.isResumeSaved)await fleet?.forget().catch(error=>log.warning(`The ended run is still in the database: ${(0,disk_full.u)(error)}`));
return{...result,kept}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}
function withLostState(ledger,head,kept,log){
if(kept===null||kept.lostState===null)return head;
log.error(kept.lostState);
return(0,close_run.T)(ledger,head,kept.lostState)}
function isGiven({patterns,artifact}){
return patterns!==null||artifact!==null}
async function job_connect(settings,{env,log,onSecret,toolVersion},cleanUp,onRequest){
const{tenant,client,concurrency,requestTimeoutMs,maxAttempts,outagePatienceMs}=settings;
const options={connections:concurrency.max,timeoutMs:requestTimeoutMs,maxAttempts,outagePatienceMs,env,onSecret,onRequest,toolVersion,clock:clock.m};
if(tenant?.kind===`origin`&&client!==null){
const loginClient=settings.loginClient??client;
return cleanUp.use((0,connect.H)({...options,origin:tenant.origin,client,loginClient}))}
const{startSandbox}=await __webpack_require__.e(3272).then(__webpack_require__.bind(__webpack_require__,70891));
const rehearsal={id:`rehearsal`,secret:`rehearsal`};
const sandbox=cleanUp.use(await startSandbox({client:rehearsal,store:`index`}));
log.notice(`tenant-url is sandbox: this is a rehearsal, no user is sent to a tenant.`);
return cleanUp.use((0,connect.H)({...options,origin:sandbox.url,client:rehearsal,loginClient:rehearsal}))}}),9386:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>comparisonBase,n:()=>readMappingFile});
var node_path__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(76760);
var _source_text_file_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(22513);
async function readMappingFile({mapping},places){
return mapping===null?null:{name:mapping,text:await mappingText(`mapping`,mapping,places)}}
function comparisonBase({compareMapping:name},environment){
if(name===null)return null;
return{name,ledgerPath:(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(environment.folder,`base.db`),async read(){
try{
return{name,text:await mappingText(`compare-mapping`,name,environment)}}catch(error){
const{code}=error.cause??{};
if(code===`ENOENT`)return null;
throw error}}}}
function mappingText(input,name,{cwd,workspace,stop}){
const file={path:(0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(cwd,name),name:`\`${input}\`: ${name}`,given:name,within:workspace===null?null:[workspace],advice:workspace===null?"`cidaas-migrate init users.csv --out mapping.yml` proposes a first mapping.":`Is the repository checked out, and the path relative to its root?`};
return(0,_source_text_file_js__WEBPACK_IMPORTED_MODULE_1__.G)(file,stop)}}),832:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{S:()=>JoinedRecordStore});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _query_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(80617);
const MATCHES_PER_TRANSACTION=1e3;
const MAX_SAME_KEY=1e4;
const MAX_PAIRS=100;
class JoinedRecordStore{
#db;
#transaction;
#insert;
#find;
#markMatched;
#columns=new Map;
#matched=[];
constructor(ledger){
this.#db=ledger.db;
this.#transaction=work=>ledger.transaction(work);
this.#db.exec(`
      CREATE TEMP TABLE joined (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        key TEXT NOT NULL,
        file INTEGER NOT NULL,
        line INTEGER NOT NULL,
        matched INTEGER NOT NULL DEFAULT 0,
        body TEXT NOT NULL
      ) STRICT;
      CREATE INDEX temp.joined_key ON joined (name, key);
    `);
this.#insert=this.#db.prepare(`INSERT INTO joined (name, key, file, line, body) VALUES (?, ?, ?, ?, ?)`);
this.#find=(0,_query_js__WEBPACK_IMPORTED_MODULE_1__.I)(this.#db,`SELECT id, matched, body FROM joined WHERE name = ? AND key = ? ORDER BY id`);
this.#markMatched=this.#db.prepare(`UPDATE joined SET matched = 1 WHERE id = ?`)}
begin(join,columns){
this.#columns.set(join,columns)}
add(join,rows){
this.#transaction(()=>{
for(const{key,file,line,body}of rows)this.#insert.run(join,key,file,line,body)})}
finish(join,many){
if(many){
this.#refuseTooMany(join);
return[]}
const pairs=(0,_query_js__WEBPACK_IMPORTED_MODULE_1__.I)(this.#db,`SELECT first.file AS file1, first.line AS line1, second.file AS file2, second.line AS line2
       FROM joined AS second
       JOIN joined AS first ON first.id = (
         SELECT min(id) FROM joined WHERE name = second.name AND key = second.key
       )
       WHERE second.name = ? AND second.key <> '' AND first.id < second.id
       ORDER BY second.id LIMIT ${MAX_PAIRS}`);
return pairs.all(join).map(({file1,line1,file2,line2})=>({first:{file:file1,line:line1},second:{file:file2,line:line2}}))}
#refuseTooMany(join){
const most=(0,_query_js__WEBPACK_IMPORTED_MODULE_1__.I)(this.#db,`SELECT count(*) AS n, min(line) AS line FROM joined WHERE name = ? AND key <> '' GROUP BY key HAVING n > ${MAX_SAME_KEY} LIMIT 1`).get(join);
if(most===undefined)return;
throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d([`join ${join}: ${most.n} of its records have the same key (the first in line ${most.line}), and at most ${MAX_SAME_KEY} may belong to one record. Check \`key\`, or leave these records out of the file.`])}
columns(join){
return this.#columns.get(join)??null}
find(join,key){
return this.#find.all(join,key).map(({id,matched,body})=>{
if(matched===0)this.#matched.push(id);
if(this.#matched.length>=MATCHES_PER_TRANSACTION)this.#writeMatches();
return JSON.parse(body)})}
unmatched(join){
this.#writeMatches();
const count=(0,_query_js__WEBPACK_IMPORTED_MODULE_1__.I)(this.#db,`SELECT count(*) AS n FROM joined WHERE name = ? AND matched = 0`);
return count.get(join)?.n??0}
#writeMatches(){
this.#transaction(()=>{
for(const id of this.#matched)this.#markMatched.run(id)});
this.#matched=[]}}}),57809:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{F:()=>plannedStatuses,H:()=>isPlanned});
var _query_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(80617);
function isPlanned(ledger){
const find=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(ledger.db,`SELECT state FROM row WHERE row = ?`);
return row=>find.get(row)?.state===`planned`}
function plannedStatuses(ledger){
const statuses=(0,_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(ledger.db,`SELECT user_body(row) ->> '$.userStatus' AS name, count(*) AS users FROM row
     WHERE state = 'planned' GROUP BY 1 ORDER BY 2 DESC, 1`);
return statuses.all()}}),32569:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{e:()=>isSecretName,t:()=>isPasswordName});
var _text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36754);
const PASSWORD=/passw|passphrase|passcode|passhash|hashedpass|userpass|pwd|pwhash|psswd|kennwort|kennwoert|losungswort|geheim|credential|wachtwoord|motdepasse|contrase[nñ]a/;
const SHORT=new Set([...[`pass`,`pw`,`pws`,`psw`,`pin`,`pincode`,`mdp`,`senha`,`clave`,`hash`,`digest`],...[`salt`,`salz`,`pepper`]]);
const ABOUT=/(?:algorithm|algorithmus|hasher|encoder|encoding|scheme|iterations|rounds|changed|changedat|changedon|updatedat|date|datum|geaendertam|expired|expires|expiresat|required)$/;
const SECRET=/token|secret|totp|apikey|(?:backup|recovery|access|login|zugangs)code|activationkey|securitystamp|concurrencystamp|(?:security|sicherheits)(?:answer|antwort)/;
function isPasswordName(name){
if(ABOUT.test((0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(name)))return false;
if(PASSWORD.test((0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(name)))return true;
const words=name.replaceAll(/(\p{Ll}|\d)(?=\p{Lu})/gu,`$1 `).split(/[^\p{L}\p{N}]+/u);
return words.some(word=>SHORT.has((0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(word).replace(/\d+$/,``)))}
function isSecretName(name){
return SECRET.test((0,_text_normalize_name_js__WEBPACK_IMPORTED_MODULE_0__.P)(name))||isPasswordName(name)}}),79627:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G:()=>planDigest,d:()=>differingParts});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
const PARTS=[`version`,`tenant`,`export`,`mapping`,`options`,`users`];
function planDigest(input){
const options=Object.entries(input.options).sort(([a],[b])=>a<b?-1:1);
return[`v1`,input.tenant===null?`none`:short(input.tenant),short(input.exportHashes.join(`
`)),input.mappingHashes.length===0?`none`:short(input.mappingHashes.join(`
`)),short(JSON.stringify(options)),input.users.slice(0,32)].join(`.`)}
function differingParts(a,b){
const theirs=b.split(`.`);
const ours=a.split(`.`);
return PARTS.filter((_,at)=>ours[at]!==theirs[at])}
function short(text){
return(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(`sha256`).update(text).digest(`hex`).slice(0,16)}}),12855:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{W:()=>embeddedQueue});
var _ledger_query_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(80617);
const PUT_CHUNK=1e3;
const ROWS_OF_BATCH=`SELECT 1 FROM row WHERE row.row BETWEEN batch.first AND batch.last AND row.state`;
const HAS_OPEN_ROWS=`EXISTS (${ROWS_OF_BATCH} IN ('planned', 'sending'))`;
function embeddedQueue(ledger){
const{db}=ledger;
db.exec(`UPDATE batch SET state = 'waiting' WHERE state = 'taken'`);
const insert=db.prepare(`INSERT INTO batch (id, first, last, state) VALUES (?, ?, ?, 'waiting')`);
const take=(0,_ledger_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`UPDATE batch SET state = 'taken'
     WHERE id = (SELECT id FROM batch WHERE state = 'waiting' ORDER BY id LIMIT 1)
     RETURNING id, first, last, EXISTS (${ROWS_OF_BATCH} = 'sending') AS wasSent`);
const remove=db.prepare(`DELETE FROM batch WHERE id = ? AND NOT ${HAS_OPEN_ROWS}`);
const removeSettled=db.prepare(`DELETE FROM batch WHERE state = 'taken' AND NOT ${HAS_OPEN_ROWS}`);
const giveBack=db.prepare(`UPDATE batch SET state = 'waiting' WHERE state = 'taken'`);
const open=(0,_ledger_query_js__WEBPACK_IMPORTED_MODULE_0__.I)(db,`SELECT count(*) AS n FROM batch`);
return{outcomes:ledger,async put(batches){
let waiting=0;
db.exec(`BEGIN IMMEDIATE`);
try{
for(const{id,first,last}of batches){
insert.run(id,first,last);
if(++waiting%PUT_CHUNK===0)db.exec(`COMMIT; BEGIN IMMEDIATE`)}
db.exec(`COMMIT`)}catch(error){
if(db.isTransaction)db.exec(`ROLLBACK`);
throw error}},async take(){
const batch=take.get();
if(batch===undefined)return null;
const{id,first,last,wasSent}=batch;
return{id,users:ledger.waiting(first,last),mayHaveBeenApplied:wasSent===1}},async mayGetMore(){
return false},async done({id}){
remove.run(id)},async giveBack(){
removeSettled.run();
giveBack.run()},async open(){
return open.get()?.n??0}}}}),40155:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{z:()=>TAKEN_OVER});
const TAKEN_OVER=`queue.taken-over`}),55387:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Ej:()=>textsIn,P4:()=>explainedValues,_t:()=>ALGORITHM_ID,te:()=>isSecretCell});
var _password_secret_name_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(32569);
const HIDDEN=`***`;
const[MIN_PART,MIN_WHOLE]=[6,3];
const NO_SECRET=/^(?:true|false|yes|null|none|password)$/;
const ALGORITHM=`password_hash_info.algorithmTypeId`;
const ALGORITHM_ID=/^[A-Z][A-Z0-9_-]{2,40}$/;
function explainedValues(secrets,show){
const hidden=secrets.map(secret=>secret.trim().toLowerCase()).filter(secret=>secret.length>=MIN_WHOLE&&!NO_SECRET.test(secret));
const isSecret=text=>{
const lower=text.trim().toLowerCase();
return hidden.some(secret=>lower===secret||secret.length>=MIN_PART&&lower.includes(secret))};
const shown=(field,text)=>{
if(text===``||field===ALGORITHM&&ALGORITHM_ID.test(text))return text;
return isSecretField(field)||isSecret(text)?HIDDEN:show(field,text)};
const json=(value,field=``)=>{
if(typeof value===`string`)return shown(field,value);
if(typeof value===`number`){
const text=shown(field,String(value));
return text===String(value)?value:text}
if(Array.isArray(value))return value.map(item=>json(item,field));
if(typeof value!==`object`||value===null)return value;
const entries=Object.entries(value).map(([key,inner])=>[key,json(inner,field===``?key:`${field}.${key}`)]);
return Object.fromEntries(entries)};
return{json,text:(field,value)=>{
if(value===undefined)return null;
const made=json(value,field);
return typeof made===`string`?made:JSON.stringify(made)}}}
function isSecretField(field){
return/^password(?:$|\.)|^password_hash_info\.(?!algorithmTypeId$)/.test(field)}
function isSecretCell({name},passwordRefs){
if(name.endsWith(`algorithmTypeId`))return false;
const isRead=passwordRefs.some(ref=>name===ref||name.startsWith(`${ref}.`)||name.startsWith(`${ref}[`));
return isRead||(0,_password_secret_name_js__WEBPACK_IMPORTED_MODULE_0__.e)(name)}
function textsIn(value){
if(typeof value===`string`)return[value];
if(typeof value!==`object`||value===null)return[];
return Object.values(value).flatMap(textsIn)}}),52017:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{n:()=>recordCells});
const MAX_CELLS=500;
function recordCells(body,columns,line){
switch(body.kind){case`cells`:{
let at=line;
return body.cells.map((value,index)=>{
const cell={name:columns?.[index]??`column ${index+1}`,line:at,value};
at+=value.match(/\r\n|\r|\n/g)?.length??0;
return cell})}case`object`:{
const cells=[];
addScalars(body.object,``,line,cells);
return cells}case`broken`:return[]}}
function addScalars(value,name,line,cells){
if(cells.length>=MAX_CELLS)return;
if(Array.isArray(value))for(const[index,item]of value.entries())addScalars(item,`${name}[${index}]`,line,cells);else if(typeof value===`object`&&value!==null)for(const[key,inner]of Object.entries(value))addScalars(inner,name===``?key:`${name}.${key}`,line,cells);else cells.push({name,line,value})}}),19074:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{h:()=>createTenantDoor});
var tenant_text=__webpack_require__(51372);
var text_escape=__webpack_require__(18944);
var sentence=__webpack_require__(49062);
var decode=__webpack_require__(81161);
var text_view=__webpack_require__(38836);
;
const MAX_DEPTH=4;
const MAX_UNITS=6e4;
function readingsOf(text){
const found=[];
const seen=new Set;
let units=0;
const waiting=[{view:(0,text_view.wg)(text),depth:0}];
for(let next=waiting.pop();next!==undefined;next=waiting.pop()){
const{view,depth}=next;
if(view.text===``||seen.has(view.text))continue;
seen.add(view.text);
units+=view.text.length;
if(units>MAX_UNITS)return null;
const letters=(0,text_view.OB)(view);
found.push({view,letters});
waiting.push({view:unescaped(view,true),depth});
if(view.text.includes(`\\`))waiting.push({view:unescaped(view,false),depth});
if(depth<MAX_DEPTH)for(const inner of decodedRuns(view,letters))waiting.push({view:inner,depth:depth+1})}
return found}
const ESCAPE=/(?:%[\da-f]{2})+|%u([\da-f]{4})|(&#?[a-z\d]{2,32};?)|\\u\{([\da-f]{1,6})\}|\\u([\da-f]{4})|\\x([\da-f]{2})|\\([0-3][0-7]{2})|\\([nrtbf"'\\/])|\bU\+([\da-f]{4,6})|\b0x([\da-f]{2})(?![\da-f])|=([\da-f]{2})/gi;
function unescaped(view,withBackslash){
const resolved=new text_view.HA(view);
let at=0;
for(const match of view.text.matchAll(ESCAPE)){
const end=match.index+match[0].length;
resolved.copy(at,match.index);
at=end;
if(/^%[\da-f]{2}/i.test(match[0]))addBytes(resolved,match[0],match.index);else{
const character=!withBackslash&&match[0].startsWith(`\\`)?null:characterOf(match);
if(character===null)resolved.copy(match.index,end);else resolved.add(character,match.index,end)}}
if(at===0)return view;
resolved.copy(at,view.text.length);
return resolved.view()}
function addBytes(resolved,run,start){
const bytes=Buffer.from(run.replaceAll(`%`,``),`hex`);
if(bytes.every(byte=>byte<128))bytes.forEach((byte,at)=>{
resolved.add(String.fromCharCode(byte),start+at*3,start+at*3+3)});else resolved.add(bytes.toString(),start,start+run.length)}
function characterOf(match){
const[,unit,reference,braced,json,byte,octal,short,point,number,quoted]=match;
if(reference!==undefined)return referenced(reference);
if(octal!==undefined)return fromCode(Number.parseInt(octal,8));
if(short!==undefined)return/["'\\/]/.test(short)?short:` `;
const hex=unit??braced??json??byte??point??number??quoted;
return hex===undefined?null:fromCode(Number.parseInt(hex,16))}
function fromCode(code){
return code<=1114111?String.fromCodePoint(code):null}
function referenced(reference){
for(const spelling of[reference,reference.toLowerCase()]){
const text=(0,decode.Gz)(spelling);
if(text!==spelling)return text}
return null}
function*decodedRuns(view,letters){
if(base64In(view.text.replace(BREAKS,``)).next().done!==true){
const joined=without(view,BREAKS);
for(const{bytes,start,end}of base64In(joined.text))yield base64(joined,bytes,start,end)}
for(const{0:run,index}of letters.text.matchAll(/[\da-f]{16,}/g))for(let offset=0;offset<2;offset++)yield*hex(letters,run,index,offset);
for(const{0:list,index}of view.text.matchAll(/(?:\b\d{2,3}\b[\s,;:.|/-]{0,3}){8,}/g))yield*codes(view,list,index)}
const BREAKS=/[\s\p{C}\p{Default_Ignorable_Code_Point}]/gu;
function*base64In(text){
for(const{0:run,index}of text.matchAll(/[a-z\d+/_-]{11,}/gi)){
for(let offset=0;offset<4;offset++){
const bytes=Buffer.from(run.slice(offset),`base64`);
if(mayBeText(bytes))yield{bytes,start:index+offset,end:index+run.length}}}}
function without(view,pattern){
const rest=new text_view.HA(view);
let at=0;
for(const{0:left,index}of view.text.matchAll(pattern)){
rest.copy(at,index);
at=index+left.length}
if(at===0)return view;
rest.copy(at,view.text.length);
return rest.view()}
function base64(view,bytes,start,end){
const decoded=new text_view.HA(view);
bytes.forEach((byte,at)=>{
const last=start+Math.ceil((at+1)*4/3);
decoded.add(String.fromCharCode(byte),start+Math.floor(at*4/3),Math.min(last,end))});
return decoded.view()}
function*hex(view,run,index,offset){
const bytes=Buffer.from(run.slice(offset,offset+2*Math.floor((run.length-offset)/2)),`hex`);
if(!mayBeText(bytes))return;
const decoded=new text_view.HA(view);
bytes.forEach((byte,at)=>{
const first=index+offset+at*2;
decoded.add(String.fromCharCode(byte),first,first+2)});
yield decoded.view()}
function*codes(view,list,index){
const decoded=new text_view.HA(view);
for(const{0:number,index:at}of list.matchAll(/\d+/g))decoded.add(String.fromCharCode(Number(number)),index+at,index+at+number.length);
yield decoded.view()}
function mayBeText(bytes){
return/(?:[\w@.+ -]\0?){6}|(?:[ -~]\0?){9}/.test(bytes.toString(`latin1`))}
var text_uuid=__webpack_require__(41528);
var hash_shape=__webpack_require__(75411);
var mask=__webpack_require__(19672);
var secret_finder=__webpack_require__(21716);
;
class OwnValues{
personal;
hashes;
#personalLetters;
#hashLetters;
constructor(bodies){
const found={personal:new Set,hashes:new Set};
for(const body of bodies)collect(JSON.parse(body),``,found);
this.personal=[...found.personal];
this.hashes=[...found.hashes];
this.#personalLetters=this.personal.flatMap(needlesOf);
this.#hashLetters=this.hashes.map(text_view.Mf).filter(({length})=>length>=MIN_PART)}
findHashes(readings){
return readings.flatMap(({letters})=>this.#hashLetters.flatMap(hash=>piecesOf(letters,hash)))}
findPersonal(readings){
return readings.flatMap(({letters},at)=>{
const least=at===0?MIN_LETTERS_ACROSS_WORDS:MIN_LETTERS;
const values=this.#personalLetters.filter(({length})=>length>=least);
return values.flatMap(value=>(0,secret_finder.T5)(letters,value))})}
has(text){
const lower=text.toLowerCase();
return this.personal.some(value=>value.toLowerCase().includes(lower))}
haveWordIn(word){
const letters=(0,text_view.Mf)(word);
const words=this.personal.flatMap(value=>value.split(/[^\p{L}]+/u)).map(text_view.Mf);
return this.areIn(word)||words.some(each=>each.length>=MIN_LETTERS&&letters.includes(each))}
areIn(word){
const letters=(0,text_view.Mf)(word);
const tokens=word.split(/[^\p{L}\p{N}]+/u).map(text_view.Mf);
const isNumber=/^\d+$/.test(letters);
const isPart=value=>{
if(value.length<MIN_PART)return tokens.includes(value);
const least=/^\d+$/.test(value)?MIN_DIGITS:MIN_PART;
return value.length>=least&&letters.includes(value)||letters.length>=MIN_PART&&value.includes(letters)};
const folded=[...this.personal,...this.hashes].map(text_view.Mf).concat(this.#personalLetters);
if(!(isNumber&&letters.length<MIN_PART)&&folded.some(value=>value.length>1&&isPart(value)))return true;
return this.#hashLetters.some(value=>piecesOf((0,text_view.wg)(letters),value).length>0)}}
const MIN_LETTERS=5;
const MIN_LETTERS_ACROSS_WORDS=8;
const MIN_PART=4;
const MIN_DIGITS=6;
const PIECE=12;
const STEP=6;
const SIGNIFICANT_DIGITS=8;
const COMMON=new Set([`algorithmTypeId`,`consents`,`gender`,`groups`,`iterations`,`keylen`,`locale`,`provider`,`roles`,`userStatus`,`zoneinfo`]);
function collect(value,field,found){
if(typeof value===`number`)found.personal.add(String(value));else if(typeof value===`string`){
if(field!==`password_hash_info`&&!(0,hash_shape.q)(value.trim()))found.personal.add(value);else for(const part of hashParts(value))found.hashes.add(part)}else if(Array.isArray(value))for(const each of value)collect(each,field,found);else if(typeof value===`object`&&value!==null){
for(const[key,child]of Object.entries(value))if(!COMMON.has(key))collect(child,field===`password_hash_info`?field:key,found)}}
const PARAMETER=/^(?:\d{1,7}|[a-z]{1,4}=.*|rounds=.*|(?:pbkdf2|bcrypt|argon2|scrypt|s?sha|s?md5|crypt|unsalted|hmac|sha\d).*|2[abxy])$/i;
function hashParts(hash){
const parts=hash.trim().split(/[$:{},]/);
return[hash,...parts.filter(part=>part.length>=MIN_PART&&!PARAMETER.test(part))]}
function needlesOf(value){
const text=value.trim();
const at=text.lastIndexOf(`@`);
const letters=[text,...at>0?[text.slice(0,at)]:[]].map(text_view.Mf);
if((0,mask.tp)(text))letters.push((0,text_view.Mf)(text).slice(-SIGNIFICANT_DIGITS));
if(!/^[ -~]*$/.test(text))letters.push((0,text_view.Mf)(Buffer.from(text).toString(`latin1`)));
return letters.filter(({length})=>length>=MIN_LETTERS)}
function piecesOf(view,letters){
const{text}=view;
if(letters.length<=PIECE)return(0,secret_finder.T5)(view,letters);
const found=[];
for(let from=0;from+PIECE<=letters.length;from+=STEP){
for(let at=text.indexOf(letters.slice(from,from+PIECE));at>=0;){
let start=at;
let end=at+PIECE;
for(let back=from;start>0&&back>0&&text[start-1]===letters[back-1];back--)start--;
for(let next=from+PIECE;end<text.length&&text[end]===letters[next];next++)end++;
found.push((0,text_view.hO)(view,start,end));
at=text.indexOf(letters.slice(from,from+PIECE),at+1)}}
return found}
var shown_row=__webpack_require__(91602);
;
const WITHHELD=`The text of the tenant is not shown, because it quotes something secret or cannot be searched for it.`;
const HIDDEN=`***`;
const MAX_CHARACTERS=300;
function createTenantDoor(secrets,level){
return{describe:(error,users)=>{
const own=ownValues(users);
const shown=printText(error.message,level,secrets.finder,own);
const reference=error.reference===null?null:referenceIn(error.reference,secrets.finder,own);
return reference===null?shown:`${shown} (reference ${reference})`},code:(error,users)=>codeOf(error,secrets.finder,users),sub:(text,user)=>subIn(text,secrets.finder,user),name:text=>nameIn(text,secrets.finder)}}
function ownValues(users){
return new OwnValues(users.map(({body})=>body))}
function printText(text,level,finder,own){
let shown=``;
let theirs=``;
let count=0;
for(const part of(0,tenant_text.Q6)(text)){
switch(part.kind){case`ours`:shown+=part.words;break;case`stop`:shown=(0,sentence.K)(shown);break;case`theirs`:{
const clean=cleanText(part.raw,part.isCut,finder,own);
if(clean===null)return WITHHELD;
shown+=(0,shown_row.Kj)(clean,level);
theirs+=clean;
count++}}}
return count>1&&hasSecret(theirs,finder)?WITHHELD:shown}
function cleanText(raw,isCut,finder,own){
const readings=readingsOf(raw);
if(readings===null)return null;
const{whole,hasParts}=finder.find(readings);
if(hasParts)return null;
const spelt=own.findPersonal(readings).filter(({start,end})=>!own.has(raw.slice(start,end)));
const known=(0,text_view.v9)(raw,[...whole,...own.findHashes(readings),...spelt],HIDDEN).replace(UNSEEN,``);
const masked=(0,mask.D8)((0,mask.gC)(withoutCutValue(known,[...own.personal,...own.hashes]),own.personal));
const again=masked===raw?readings:readingsOf(masked);
if(again===null)return null;
const personal=own.findPersonal(again);
const clean=(0,text_view.v9)(masked,personal,HIDDEN);
const last=personal.length===0?again:readingsOf(clean);
if(last!==readings&&(last===null||isSecretIn(last,finder,true)||isOwnIn(last,own)))return null;
if(isCut&&clean.length<=MAX_CHARACTERS)return null;
return(0,text_escape.ml)(clean,MAX_CHARACTERS)}
function isSecretIn(readings,finder,mayHaveWords){
const{whole,hasParts}=finder.find(readings,mayHaveWords);
return hasParts||whole.length>0}
function isOwnIn(readings,own){
return own.findHashes(readings).length+own.findPersonal(readings).length>0}
function hasOwnWord(word,own){
return own.haveWordIn(word)||hasOwn(word,own)}
function hasOwn(word,own){
const readings=readingsOf(word);
return readings===null||isOwnIn(readings,own)}
function hasSecret(text,finder,mayHaveWords=true){
const readings=readingsOf(text);
return readings===null||isSecretIn(readings,finder,mayHaveWords)}
const UNSEEN=/(?!\p{Join_Control}|\p{Variation_Selector})\p{Default_Ignorable_Code_Point}|(?<=^|[\p{Script=Latin}\p{Script=Common}])(?<!\p{Extended_Pictographic})(?<!\p{Variation_Selector})(?:\p{Join_Control}|\p{Variation_Selector})/gu;
function withoutCutValue(text,values){
const end=/(?:…|\.{3})$/.exec(text)?.[0];
if(end===undefined)return text;
const kept=text.slice(0,-end.length);
const folded=kept.toLowerCase();
let cut=0;
for(const value of values){
const full=value.trim().toLowerCase();
for(let length=Math.min(full.length-1,kept.length);length>Math.max(cut,2);length--){
if(folded.endsWith(full.slice(0,length)))cut=length}}
return`${kept.slice(0,kept.length-cut)}${end}`}
function wordIn(text,shape,finder){
const[part,...others]=(0,tenant_text.Q6)(text);
if(part?.kind!==`theirs`||others.length>0||part.isCut||!shape.test(part.raw))return null;
return hasSecret(part.raw,finder,false)?null:part.raw}
const CODE=/^(?=.{1,40}$)(?!(?:\D*\d){7})(?:[a-z]{1,20}\d{0,4}|\d{1,6})(?:[._-](?:[a-z]{1,20}\d{0,4}|\d{1,6})){0,5}$/;
function codeOf({code,bodyCode},finder,users){
const word=bodyCode===null?null:wordIn(bodyCode,CODE,finder);
return word===null||hasOwnWord(word,ownValues(users))?code:`tenant.${word}`}
const REFERENCE=/^[\w.:+/=-]{4,100}$/;
function referenceIn(text,finder,own){
const word=wordIn(text,REFERENCE,finder);
return word===null||(0,hash_shape.q)(word)||isSplitHash(word)||hasOwnWord(word,own)?null:word}
const NAME=/^[\p{L}\p{M}\p{N}_.: -]{1,64}$/u;
function isWords(name){
const numbers=name.match(/\p{N}+/gu)??[];
const single=name.split(/[_.: -]+/).filter(word=>word.length===1);
const changes=name.match(/(?<=[a-z])[A-Z\d]|(?<=[A-Z])[a-z\d]|(?<=\d)[A-Za-z]/g)??[];
if(name.normalize(`NFKC`)!==name||name.length>=10&&changes.length*5>=name.length*2)return false;
return numbers.length<=2&&numbers.every(({length})=>length<=4)&&single.length<4}
function nameIn(text,finder){
const word=wordIn(text,NAME,finder);
return word===null||!isWords(word)||(0,hash_shape.q)(word)||(0,mask.D8)((0,mask.gC)(word,[]))!==word?null:word}
const SUB=/^[!-~]{1,500}$/;
function subIn(text,finder,user){
const uuid=plainUuid(text,finder);
if(uuid!==null)return hasDigitsOrHash(uuid,user.body)?null:uuid;
const word=wordIn(text,SUB,finder);
if(word===null)return null;
if(text_uuid.k.test(word))return hasDigitsOrHash(word,user.body)?null:word;
const own=ownValues([user]);
return isSplitHash(word)||own.areIn(word)||hasOwn(word,own)?null:word}
function plainUuid(text,finder){
const[part]=(0,tenant_text.Q6)(text);
if(part?.kind!==`theirs`||!text_uuid.k.test(part.raw))return null;
const bytes=Buffer.from(part.raw.replaceAll(`-`,``),`hex`).toString(`latin1`);
const view=(0,text_view.wg)(part.raw);
const isPlain=!/[ -~]{6}/.test(bytes)&&!isSecretIn([{view,letters:(0,text_view.OB)(view)}],finder,false);
return isPlain?part.raw:null}
function hasDigitsOrHash(uuid,body){
const hex=uuid.replaceAll(`-`,``).toLowerCase();
if(body.toLowerCase().includes(hex))return true;
const runs=hex.match(/\d{8,}/g)??[];
if(runs.length===0)return false;
const digits=body.replace(/\D+/g,``);
return runs.some(run=>Array.from({length:run.length-7},(_,at)=>run.slice(at,at+8)).some(part=>digits.includes(part)))}
function isSplitHash(word){
return(0,mask.D8)(word)!==word}}),34050:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{E:()=>valueShower,Y:()=>textShower});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_uuid_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(41528);
var _user_hash_shape_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(75411);
var _mask_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(19672);
const HIDDEN=`***`;
const MAX_CHARACTERS=60;
const MAX_ENTRIES=3;
const SECRET_FIELD=/^password_hash_info\./;
function valueShower(level,words){
if(level===`none`)return null;
const shown=textShower(level,words);
const text=(field,value)=>value===``?`(empty)`:shown(field,value);
const show=(field,value)=>{
switch(typeof value){case`string`:return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(text(field,value),MAX_CHARACTERS);case`number`:return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(text(field,String(value)),MAX_CHARACTERS);case`boolean`:return String(value);default:if(value===null)return`(cleared)`;if(!Array.isArray(value))return`{…}`}
const list=value;
const first=list.slice(0,MAX_ENTRIES).map(entry=>show(field,entry));
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`[${[...first,...list.length>MAX_ENTRIES?[`…`]:[]].join(`, `)}]`,MAX_CHARACTERS*2)};
return show}
function textShower(level,words){
return(field,value)=>{
if((0,_user_hash_shape_js__WEBPACK_IMPORTED_MODULE_1__.q)(value.trim()))return HIDDEN;
if(words.has(value))return(0,_mask_js__WEBPACK_IMPORTED_MODULE_2__.QU)(value);
if(SECRET_FIELD.test(field))return HIDDEN;
const readable=level===`full`||level===`masked`&&field===`sub`&&_text_uuid_js__WEBPACK_IMPORTED_MODULE_3__.k.test(value);
if(readable)return(0,_mask_js__WEBPACK_IMPORTED_MODULE_2__.QU)(value);
return level===`none`?HIDDEN:(0,_mask_js__WEBPACK_IMPORTED_MODULE_2__.QS)(value)}}}),2360:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{C:()=>chooseMapping});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
var _mapping_presets_preset_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(74174);
async function chooseMapping({preset:wanted},ports){
const own=await ports.readMappingFile();
const preset=wanted===null?null:await(0,_mapping_presets_preset_js__WEBPACK_IMPORTED_MODULE_1__.n)(wanted);
if(own===null&&preset===null)return null;
const{parseMapping}=await Promise.all([__webpack_require__.e(8815),__webpack_require__.e(1843),__webpack_require__.e(9188)]).then(__webpack_require__.bind(__webpack_require__,9188));
const parts=[preset,own].filter(part=>part!==null);
const hash=(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(`sha256`);
for(const{text}of parts)hash.update(text);
const{name,text}=own??{name:preset?.name??``,text:``};
return{name:parts.map(part=>part.name).join(`, `),sha256:hash.digest(`hex`),texts:parts.map(part=>part.text),mapping:parseMapping(text,name,preset)}}}),91846:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{c:()=>earlyEndFor,e:()=>EndedByStep});
var node_path__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(76760);
var _runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(36589);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
var _run_notes_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(2896);
class EndedByStep extends Error{
result;
constructor(result){
super(result.earlyEnd?.message??`ended`);
this.name=`EndedByStep`;
this.result=result}}
function earlyEndFor(error,{ledger,stop}){
if(stop.aborted&&error===stop.reason)return{section:{},earlyEnd:stop.reason};
if(error instanceof EndedByStep)return error.result;
if(error instanceof _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_1__.d)return{section:{},earlyEnd:{outcome:`error`,message:error.problems.join(`
`)}};
if((0,_runtime_disk_full_js__WEBPACK_IMPORTED_MODULE_3__.b)(error))return endForFullDisk(ledger);
throw error}
function endForFullDisk(ledger){
ledger.releaseSpace();
const where=`The disk is full: there is not enough space in ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(ledger.path)} or in the system's temporary folder.`;
const next=`Free some space or use a machine with a larger disk`;
if((0,_run_notes_js__WEBPACK_IMPORTED_MODULE_2__.I1)(ledger)){
const message=`${where} Everything that the tenant answered is saved. ${next}, then run again: the run continues.`;
return{section:{},earlyEnd:{outcome:`error`,message}}}
ledger.discardPlan();
const message=`${where} Nothing was sent. The plan needs about as much space as the unpacked export, and the report the same again. ${next}, then run again.`;
return{section:{rowsRead:null},earlyEnd:{outcome:`error`,message}}}}),74328:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{y:()=>createExportOpener});
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var recognise_preset=__webpack_require__(41718);
var cidaas_fields=__webpack_require__(34952);
var source_path=__webpack_require__(61071);
var mapping_refs=__webpack_require__(15602);
;
function recordFit(mapping){
if(mapping===null)return keys=>(0,recognise_preset.FW)({keys})===null?keys.filter(isFieldName).length:keys.length;
const read=new Set([...(0,mapping_refs.X)(mapping)].map(ref=>(0,source_path.Rr)(ref)?.[0]));
return keys=>keys.filter(key=>read.has(key)).length}
function isFieldName(key){
return(0,cidaas_fields.UI)(`user`,key)!==undefined}
var input_error=__webpack_require__(30199);
var text_escape=__webpack_require__(18944);
var number_text=__webpack_require__(95064);
var artifact_download=__webpack_require__(24007);
var artifact_list=__webpack_require__(742);
var artifact_problem=__webpack_require__(26127);
;
const TRUSTED_EVENTS=[`push`,`schedule`,`workflow_dispatch`,`repository_dispatch`,`release`,`create`,`deployment`,`deployment_status`,`merge_group`,`pull_request`];
async function refuseUntrustedRun(run,ports){
if((0,artifact_list.qK)(run,ports.env))return;
const place=(0,artifact_list.$4)(run,ports.env);
const{owner,repo,runId}=place;
const found=await(0,artifact_list.zA)((0,artifact_list.rt)(place),run.token,ports,async(client,request)=>{
const{data}=await client.rest.actions.getWorkflowRun({owner,repo,run_id:runId,request});
return data});
const head=found.head_repository;
const why=head==null||head.id!==found.repository.id?`belongs to ${head==null?`a repository that was deleted`:`the fork ${(0,text_escape.HD)(head.full_name)}`}`:TRUSTED_EVENTS.includes(found.event)?null:`was started by the event ${(0,text_escape.HD)(found.event)}, which needs no write access`;
if(why===null)return;
throw new input_error.d([`\`export-run-id\`: ${(0,artifact_list.rt)(place)} ${why}: its artifact may be the work of anybody. Take the export from a run of ${owner}/${repo} that was started by ${TRUSTED_EVENTS.slice(0,3).join(`, `)} or the like. \`allow-fork-export: true\` is for exports of which that does not matter, as in a plan of invented users. Nothing was sent.`])}
var github_retry=__webpack_require__(40535);
;
const HALF_AN_HOUR=30*60*1e3;
const MAX_NAMES=20;
async function fetchExport(wanted,folder,ports){
const{env,log,timeoutMs=HALF_AN_HOUR,patience=(0,github_retry.uq)()}=ports;
const{allowFork=false,maxUnpacked=null}=ports;
const all={env,log,timeoutMs,patience,allowFork,maxUnpacked};
try{
const{createdAt,size}=(0,artifact_list.qK)(wanted,env)?await fetchFromOwnRun(wanted,folder,all):await fetchThroughRest(wanted,folder,all);
return{folder,uploadedAt:createdAt,packedBytes:size}}catch(cause){
if(!(cause instanceof artifact_problem.w))throw cause;
throw new input_error.d([`\`export-artifact\`: ${cause.message}`],{cause})}}
async function fetchFromOwnRun(wanted,folder,ports){
let problem;
try{
const artifacts=await(0,artifact_list.OT)(ports);
const found=artifacts.find(({name})=>name===wanted.name);
if(found!==undefined)return await fetch(found,folder,ports);
problem=notThere(wanted.name,`that run`,artifacts)}catch(error){
if(!(error instanceof artifact_problem.w)||error.kind===`damaged`)throw error;
problem=error}
if(wanted.token===``)throw problem;
try{
return await fetchThroughRest(wanted,folder,ports)}catch(error){
if(!(error instanceof artifact_problem.w)||error.kind===`damaged`||error.kind===`expired`)throw error;
if(error.kind===`unsupported`||problem.kind===`absent`&&error.kind===`absent`)throw problem;
throw new artifact_problem.w(error.kind,`${problem.message} It was also looked up through REST: ${error.message}`,{cause:error})}}
async function fetchThroughRest(wanted,folder,ports){
const where=(0,artifact_list.rt)((0,artifact_list.$4)(wanted,ports.env));
const named=await(0,artifact_list.NG)(wanted,ports,wanted.name);
const found=named.find(({name,expired})=>name===wanted.name&&!expired);
if(found!==undefined){
if(!ports.allowFork)await refuseUntrustedRun(wanted,ports);
return fetch(found,folder,ports)}
if(named.some(({name})=>name===wanted.name))throw new artifact_problem.w(`expired`,`The artifact ${(0,text_escape.HD)(wanted.name)} of ${where} has expired: GitHub deleted it when its retention ended. Run the workflow that uploads the export again, and set \`export-run-id\` to that run; \`retention-days\` of its upload step decides how long an artifact is kept.`);
throw notThere(wanted.name,where,await(0,artifact_list.NG)(wanted,ports))}
async function fetch(artifact,folder,ports){
ports.log.info(`Downloading the export from the artifact ${(0,text_escape.HD)(artifact.name)} (${(0,number_text.Ej)(artifact.size)}).`);
await(0,artifact_download.b)(artifact,folder,ports,ports.maxUnpacked);
return artifact}
const NEXT="Upload the export before this step (with `needs:` on the job that uploads it), or set `export-run-id` to the run that has it.";
function notThere(name,where,artifacts){
const names=[...new Set(artifacts.filter(({expired})=>!expired).map(one=>one.name))];
const shown=names.slice(0,MAX_NAMES).map(text_escape.HD);
const others=names.length>MAX_NAMES?` and ${names.length-MAX_NAMES} more`:``;
const available=names.length===0?`The run has no artifacts (yet).`:`The run has: ${shown.join(`, `)}${others}.`;
return new artifact_problem.w(`absent`,`There is no artifact ${(0,text_escape.HD)(name)} in ${where}: it was never uploaded, or it was deleted. ${available} ${NEXT}`)}
var runtime_log=__webpack_require__(94998);
var artifact_service=__webpack_require__(38135);
var github_client=__webpack_require__(9258);
var github_failure=__webpack_require__(31847);
var workflow_event=__webpack_require__(74715);
;
async function repositoryVisibility({repository,token},{env,timeoutMs,log=runtime_log.x,patience=(0,github_retry.uq)()}){
const fromEvent=(0,artifact_list.wl)(repository,env)?await visibilityFromEvent(env):null;
if(fromEvent!==null)return fromEvent;
const[owner=``,repo=``]=(repository??env.GITHUB_REPOSITORY??``).split(`/`);
if(owner===``||repo===``)return{kind:`unknown`,why:`no repository is given`};
if(token===``)return{kind:`unknown`,why:"there is no `github-token` to look it up with"};
try{
const client=await(0,github_client.U)(token,env);
const what=`Looking up the repository`;
const get=signal=>client.rest.repos.get({owner,repo,request:{signal}});
const answer=await(0,github_retry.R$)(what,()=>(0,artifact_service.wj)(what,timeoutMs,get,patience.stop),{patience,log});
return visibilityOf(answer.data)??{kind:`unknown`,why:`GitHub did not return its visibility`}}catch(error){
patience.stop.throwIfAborted();
const failure=(0,github_failure.o)(error,patience.wallNow());
switch(failure.kind){case`unauthorized`:return{kind:`unknown`,why:"`github-token` is invalid or has expired"};case`forbidden`:case`absent`:return{kind:`unknown`,why:"`github-token` cannot see it"};case`rate-limited`:return{kind:`unknown`,why:(0,artifact_problem.DT)(failure).replace(/\.$/,``)};case`locked`:case`expired`:case`unreachable`:case`other`:return{kind:`unknown`,why:(0,artifact_service.qo)(error)}}}}
async function visibilityFromEvent(env){
const repository=(0,workflow_event.M)(await(0,workflow_event.m)(env),`repository`);
const name=(0,workflow_event.M)(repository,`full_name`);
return typeof name===`string`&&(0,artifact_list.wl)(name,env)?visibilityOf(repository):null}
function visibilityOf(repository){
const visibility=(0,workflow_event.M)(repository,`visibility`);
if(visibility===`public`)return{kind:`public`};
if(visibility===`private`||visibility===`internal`)return{kind:`closed`};
const isPrivate=(0,workflow_event.M)(repository,`private`);
return typeof isPrivate===`boolean`?{kind:isPrivate?`closed`:`public`}:null}
var tracked_files=__webpack_require__(68119);
;
const HALF_A_MINUTE=30*1e3;
const public_export_MAX_NAMES=3;
async function refusePublicExport(files,run,{timeoutMs=HALF_A_MINUTE,...ports}){
const{env}=ports;
const plain=files.filter(({encrypted})=>!encrypted);
if(plain.length===0)return;
const found=await repositoryVisibility(run,{...ports,timeoutMs});
if(found.kind===`closed`)return;
const where=(0,text_escape._s)((0,text_escape.ml)((run.repository??env.GITHUB_REPOSITORY)||`that repository`,100));
const why=found.kind===`unknown`?`it is unknown whether ${where} is public (${found.why})`:`${where} is a public repository: anyone who is signed in to GitHub can download the artifact`;
const next=found.kind===`unknown`?"Encrypt the export with age and give its key as `export-key`, or give a `github-token` that can read the repository.":"Delete the artifact, encrypt the export with age, and give its key as `export-key`.";
throw new input_error.d([`\`export-artifact\`: ${listed(plain)} not encrypted, and ${why}. ${next} \`allow-public-export: true\` is for exports without real people.`])}
async function checkTrackedExport(files,{log,stop,token,timeoutMs=HALF_A_MINUTE,...ports}){
const plain=files.filter(({encrypted})=>!encrypted);
const tracked=await(0,tracked_files.O)(plain.map(({path})=>path),stop);
const found=plain.filter(({path})=>tracked.has(path));
if(found.length===0)return;
const what=`${listed(found)} not encrypted and tracked in git`;
const next="Encrypt the export with age and give its key as `export-key`, or keep it out of the repository; removing it from the history is a step of its own.";
const repository=ports.env.GITHUB_ACTIONS===`true`?ports.env.GITHUB_REPOSITORY:undefined;
const visibility=repository===undefined?null:await repositoryVisibility({repository:null,token},{...ports,log,timeoutMs});
if(visibility===null||visibility.kind===`closed`){
log.warning(`\`export\`: ${what}: everybody who can read the repository has all users and their password hashes. ${next}`);
return}
const where=(0,text_escape._s)((0,text_escape.ml)(repository??``,100));
const why=visibility.kind===`unknown`?`it is unknown whether ${where} is public (${visibility.why})`:`${where} is a public repository: everybody can read all users and their password hashes`;
throw new input_error.d([`\`export\`: ${what}, and ${why}. ${next} \`allow-public-export: true\` is for exports without real people. Nothing was sent.`])}
function listed(plain){
const names=plain.slice(0,public_export_MAX_NAMES).map(({name})=>(0,text_escape._s)((0,text_escape.ml)(name,100)));
const others=plain.length>public_export_MAX_NAMES?` and ${plain.length-public_export_MAX_NAMES} more`:``;
return`${names.join(`, `)}${others} ${plain.length===1?`is`:`are`}`}
var clock=__webpack_require__(10552);
var open_export=__webpack_require__(57130);
var regular_file=__webpack_require__(65e3);
var unpack_limit=__webpack_require__(94973);
var preset_hints=__webpack_require__(29641);
;
function createExportOpener({mode,tenant,export:given,exportMaxAgeMs,preset,mapping:mappingFile},environment){
const{env,log,patience,stop}=environment;
const{patterns,artifact,allowPublic,allowFork,token,...read}=given;
const isSent=mode===`apply`&&tenant?.kind===`origin`;
let unpacked=null;
const findFolder=async()=>{
if(artifact===null)return{cwd:environment.cwd,artifactBytes:null};
const{maxUnpacked}=read;
const ports={env,log,patience,allowFork,maxUnpacked};
unpacked??=fetchExport(artifact,(0,external_node_path_.join)(environment.folder,`artifact`),ports);
const{folder,uploadedAt,packedBytes}=await unpacked;
refuseStale(artifact.name,uploadedAt,exportMaxAgeMs);
return{cwd:folder,artifactBytes:packedBytes}};
const joinFolders=async()=>{
const{cwd,workspace}=environment;
if(artifact!==null)return[(await findFolder()).cwd];
if(workspace!==null)return[workspace];
const checkout=env.GITHUB_WORKSPACE;
const around=checkout!==undefined&&(0,regular_file.Yw)((0,external_node_path_.resolve)(checkout),(0,external_node_path_.resolve)(cwd))?checkout:cwd;
const folders=[around,...mappingFile===null?[]:[(0,external_node_path_.dirname)((0,external_node_path_.resolve)(cwd,mappingFile))]];
return[...new Set(folders.map(folder=>(0,external_node_path_.resolve)(folder)))]};
const checkSource=async opened=>{
if(artifact===null){
for(const{name,path}of opened.files)refuseStale(name,(await(0,promises_.stat)(path)).mtime,exportMaxAgeMs);
if(isSent&&!allowPublic)await checkTrackedExport(opened.files,{env,log,patience,stop,token})}else if(!allowPublic)await refusePublicExport(opened.files,artifact,{env,log,patience});
return opened};
const open=async mapping=>(0,open_export.V)({...read,stop,...await findFolder(),patterns:patterns??(artifact===null?``:`**/*`),leaveOutWithin:await joinFolders(),leaveOut:mapping?.joins.flatMap(({files})=>files)??[],recognise:found=>(0,recognise_preset.ft)(found,preset),fits:recordFit(mapping),...mapping!==null&&{layout:mapping.layout}});
const explain=async error=>{
const canOpen=error instanceof input_error.d&&!(error instanceof unpack_limit.Ce);
const hint=canOpen?await(0,preset_hints.Rl)(open):null;
throw hint===null?error:new input_error.d([hint,...error.problems],{cause:error})};
return{openExport:async mapping=>checkSource(await open(mapping).catch(error=>mapping===null?explain(error):Promise.reject(error))),openJoin:async({files,layout})=>checkSource(await(0,open_export.V)({...await findFolder(),within:await joinFolders(),patterns:files.join(`
`),layout,stop,exportKey:read.exportKey,maxUnpacked:read.maxUnpacked,format:`auto`,encoding:`auto`,delimiter:`auto`}))}}
function refuseStale(name,writtenAt,maxAgeMs){
if(maxAgeMs===null)return;
const ageMs=writtenAt===null?Number.POSITIVE_INFINITY:clock.m.wallNow()-writtenAt.getTime();
if(ageMs<=maxAgeMs)return;
const age=writtenAt===null?`of unknown age`:`${(0,number_text.p0)(ageMs)} old`;
throw new input_error.d([`${name} is ${age}, but export-max-age allows at most ${(0,number_text.p0)(maxAgeMs)}: changes made since then would be lost. Create a new export. Nothing was sent.`])}}),37407:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{i:()=>ExpressionProcess});
var node_child_process__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(31421);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(30199);
var _runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(14124);
var _expression_message_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(57781);
const IS_SOURCE=import.meta.filename.endsWith(`.ts`);
const MAIN=IS_SOURCE?(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname,`../main.ts`):(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname,`index.js`);
const READABLE=IS_SOURCE?(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname,`../..`):(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(MAIN);
const MAX_MEGABYTES=256;
const MAX_SILENCE_MS=3e3;
const MAX_START_MS=3e4;
class ExpressionProcess{
#stop;
#maxSilenceMs;
#child=null;
#running=null;
#kill=()=>this.#running?.kill(`SIGKILL`);
constructor(stop,maxSilenceMs=MAX_SILENCE_MS){
this.#stop=stop;
this.#maxSilenceMs=maxSilenceMs;
process.on(`exit`,this.#kill)}
async evaluate(expressions,inputs){
const results=[];
while(results.length<inputs.length){
const end=await this.#ask(expressions,inputs.slice(results.length),more=>results.push(...more));
if(end===`answered`)continue;
for(let isFound=false;!isFound&&results.length<inputs.length;){
const[values,failed]=await this.#one(expressions,inputs[results.length]??{});
results.push(values);
isFound=failed}}
return results}
async#one(expressions,input){
const values=[];
let isFailed=false;
for(const expression of expressions){
let value={code:`error`};
const end=await this.#ask([expression],[input],([values=[]])=>{
value=values[0]??value});
if(end!==`answered`){
isFailed=true;
value={code:end}}
values.push(value)}
return[values,isFailed]}
async#ask(expressions,inputs,onResults){
this.#child??=this.#start();
const child=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_4__.s)(this.#child,this.#stop);
const ended=Promise.withResolvers();
const timer=setTimeout(()=>ended.resolve(`time`),this.#maxSilenceMs);
const onExit=()=>ended.resolve(`memory`);
let missing=inputs.length;
const onMessage=reply=>{
if(reply.kind!==`results`)return;
timer.refresh();
missing-=reply.results.length;
onResults(reply.results);
if(missing<=0)ended.resolve(`answered`)};
child.on(`message`,onMessage).once(`exit`,onExit);
let isAnswered=false;
try{
if(child.exitCode!==null||child.signalCode!==null)return`memory`;
send(child,{expressions,inputs,hasMarks:false});
const end=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_4__.s)(ended.promise,this.#stop);
isAnswered=end===`answered`;
return end}finally{
clearTimeout(timer);
child.off(`message`,onMessage).off(`exit`,onExit);
if(!isAnswered){
child.kill(`SIGKILL`);
this.#child=null}}}
async#start(){
const child=(0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.fork)(MAIN,[_expression_message_js__WEBPACK_IMPORTED_MODULE_3__.WK],{execArgv:[...[`--permission`,`--allow-fs-read=${READABLE}`,`--allow-worker`],...[`--max-old-space-size=${MAX_MEGABYTES}`,`--disallow-code-generation-from-strings`,`--no-warnings`]],env:{},serialization:`advanced`,stdio:[`ignore`,`ignore`,`ignore`,`ipc`]});
this.#running=child;
const started=Promise.withResolvers();
const fail=why=>started.reject(new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_2__.d([`The process that evaluates the expressions (expr) of the mapping could not be started (${why}). Nothing was sent. Free memory on the runner, or write the mapping without expressions.`]));
const timer=setTimeout(()=>fail(`it does not answer`),MAX_START_MS);
child.once(`error`,error=>fail(error.message));
child.once(`exit`,(code,signal)=>fail(`it ended with ${signal??code}`));
child.once(`message`,()=>started.resolve(child));
try{
return await started.promise}catch(error){
child.kill(`SIGKILL`);
throw error}finally{
clearTimeout(timer)}}
[Symbol.dispose](){
process.off(`exit`,this.#kill);
this.#kill()}}
function send(child,question){
const ignore=()=>undefined;
try{
child.send(question,ignore)}catch{
child.send({...question,inputs:question.inputs.map(input=>(0,_expression_message_js__WEBPACK_IMPORTED_MODULE_3__.xI)(input)),hasMarks:true},ignore)}}}),13156:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{l:()=>openInput});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _chosen_mapping_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(2360);
async function openInput(settings,ports){
const choosing=(0,_chosen_mapping_js__WEBPACK_IMPORTED_MODULE_1__.C)(settings,ports);
const opening=choosing.then(chosen=>ports.openExport(chosen?.mapping??null),()=>ports.openExport(null));
const[exported,mapping]=await(0,_runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.o)([opening,choosing]);
return{exported,mapping}}}),30458:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{_:()=>migrate});
var request_stats=__webpack_require__(35715);
var log_lines=__webpack_require__(64302);
var query=__webpack_require__(80617);
;
const MAX_ROWS=10;
function plannedByKey(ledger){
const find=(0,query.I)(ledger.db,`SELECT row, user_body(row) AS body FROM row
     WHERE row IN (SELECT row FROM key WHERE hash = ?) AND state = 'planned' ORDER BY row LIMIT ${MAX_ROWS}`);
return hash=>find.all(hash)}
var password_algorithm=__webpack_require__(53660);
var hash_info=__webpack_require__(49194);
var password_hash=__webpack_require__(11109);
var phc_text=__webpack_require__(49378);
var encoded_bytes=__webpack_require__(64713);
;
function saltVariants({bytes}){
const variants=[];
const add=(salt,cause)=>{
if(salt!==null&&salt.bytes.length>0&&!(0,encoded_bytes.er)(salt.bytes,bytes))variants.push({salt,cause})};
const text=Buffer.from(bytes).toString(`utf8`);
add(decoded((0,encoded_bytes.w8)(text)),`the salt were decoded from hexadecimal`);
add(decoded((0,encoded_bytes.G1)(text)),`the salt were decoded from base64`);
add((0,password_hash.MK)((0,encoded_bytes.ju)(bytes)),`the salt were the base64 text itself, not decoded`);
add((0,password_hash.MK)((0,encoded_bytes.ZD)(bytes)),`the salt were the hexadecimal text itself, not decoded`);
add((0,password_hash.MK)((0,encoded_bytes.ZD)(bytes).toUpperCase()),`the salt were the hexadecimal text itself, in upper case`);
add((0,password_hash.MK)(text.trim()),`the salt had no white space around it`);
return variants}
function decoded(bytes){
return bytes===null?null:(0,password_hash.pz)(bytes)}
;
const ITERATIONS=[1,1e3,4096,1e4,24e3,27500,29e3,1e5,21e4,26e4,31e4,6e5];
const DIGESTS=[`sha256`,`sha1`,`sha512`,`md5`];
const ARGON2=[`argon2id`,`argon2i`,`argon2d`];
function hashVariants(hash){
switch(hash.kind){case`pbkdf2`:return pbkdf2Variants(hash);case`digest`:return digestVariants(hash);case`hmac`:return hmacVariants(hash);case`scrypt`:return saltVariants(hash.salt).map(({salt,cause})=>({hash:{...hash,salt},cause}));case`argon2`:return[...ARGON2.filter(variant=>variant!==hash.variant).map(variant=>({hash:{...hash,variant},cause:`the variant were ${variant}`})),...saltVariants((0,password_hash.pz)(hash.salt)).map(({salt,cause})=>({hash:{...hash,salt:salt.bytes},cause}))];case`shopware-sha256`:return[...iterationsNear(hash.iterations).map(iterations=>withIterations({...hash,iterations})),{hash:{kind:`pbkdf2`,digest:`sha256`,iterations:hash.iterations,salt:(0,password_hash.MK)(hash.salt),key:hash.value},cause:`it were PBKDF2 with SHA-256 and not the scheme of Shopware`}];case`firebase-scrypt`:return[{hash:{...hash,separator:Buffer.of(7)},cause:`the salt separator were the default Bw==`},{hash:{...hash,separator:new Uint8Array},cause:`there were no salt separator`},{hash:{...hash,cost:2**14,blockSize:8},cause:`mem_cost were 14 and rounds 8, the defaults`}];case`bcrypt`:return[{hash:{kind:`prehashed-bcrypt`,scheme:`double`,secret:null,text:hash.text,bcrypt:hash.text},cause:`the source hashed the password with bcrypt twice, as WoltLab does`}];case`prehashed-bcrypt`:return[prehashedVariant(hash)];case`peppered-digest`:case`iterated-digest`:case`digest-chain`:case`self-hmac`:case`upgraded-md5`:case`jtl`:case`phpass`:case`unix-crypt`:case`magento-chain`:return[]}}
function prehashedVariant({bcrypt}){
const variant=bcrypt.slice(1,3);
return{hash:{kind:`bcrypt`,variant,cost:Number(bcrypt.slice(4,6)),text:bcrypt},cause:`it were plain bcrypt of the password itself: an extension or an earlier version may have written it`}}
function pbkdf2Variants(hash){
return[...saltVariants(hash.salt).map(({salt,cause})=>({hash:{...hash,salt},cause})),...DIGESTS.filter(digest=>digest!==hash.digest).map(digest=>({hash:{...hash,digest},cause:`the digest were ${digest}`})),...[...iterationsNear(hash.iterations),...ITERATIONS.filter(count=>count!==hash.iterations)].map(iterations=>withIterations({...hash,iterations}))]}
function digestVariants(hash){
if(hash.position===`none`)return[];
const{digest,salt,encoding,value}=hash;
const other=hash.position===`prefix`?`suffix`:`prefix`;
const swapped=`the salt were ${other===`prefix`?`before`:`after`} the password`;
const salts=saltVariants(salt);
const hmac=(key,cause)=>(0,phc_text.Bc)(digest)?[{hash:{kind:`hmac`,digest,key,encoding,value},cause}]:[];
return[{hash:{...hash,position:other},cause:swapped},...salts.map(variant=>({hash:{...hash,salt:variant.salt},cause:variant.cause})),...salts.map(variant=>({hash:{...hash,salt:variant.salt,position:other},cause:`${swapped} and ${variant.cause}`})),{hash:{...hash,position:`none`,salt:(0,password_hash.Eg)()},cause:`the password were hashed without the salt`},...hmac(salt,`it were an HMAC with the salt as its key`),...salts.flatMap(variant=>hmac(variant.salt,`it were an HMAC with the salt as its key and ${variant.cause}`))]}
function hmacVariants(hash){
const{digest,key:salt,encoding,value}=hash;
return[...saltVariants(salt).map(variant=>({hash:{...hash,key:variant.salt},cause:variant.cause})),...[`prefix`,`suffix`].map(position=>({hash:{kind:`digest`,digest,position,salt,encoding,value},cause:`it were a plain digest with the salt ${position===`prefix`?`before`:`after`} the password`}))]}
function iterationsNear(count){
return[count-1,count+1].filter(near=>near>0)}
function withIterations(hash){
return{hash,cause:`the number of iterations were ${hash.iterations}`}}
var external_node_crypto_=__webpack_require__(77598);
var bcrypt_check=__webpack_require__(87782);
;
function passwordVariants(plaintext){
const own=Buffer.from(plaintext,`utf8`);
const variants=[];
const add=(bytes,cause)=>{
if(!own.equals(bytes)&&variants.every(other=>!Buffer.from(other.bytes).equals(bytes)))variants.push({bytes,cause})};
const text=(value,cause)=>add(Buffer.from(value,`utf8`),cause);
text(plaintext.trim(),`the password had no white space around it: the canary has some`);
for(const digest of[`md5`,`sha1`,`sha256`,`sha512`]){
const name=digest.toUpperCase().replace(`SHA`,`SHA-`);
text(hashed(digest,own).toString(`hex`),`the source hashed the password with ${name} first (hexadecimal, lower case)`)}
text((0,bcrypt_check.PV)(own),`this were a hash of WordPress 6.8 whose $wp was cut off (the source hashed the password with HMAC-SHA-384 first)`);
add(Buffer.from(plaintext,`utf16le`),`the source hashed the password as UTF-16 (little endian)`);
add(Buffer.from(plaintext,`utf16le`).swap16(),`the source hashed the password as UTF-16 (big endian)`);
if(/^[\0-\xff]*$/.test(plaintext))add(Buffer.from(plaintext,`latin1`),`the source hashed the password as Latin-1`);
text(plaintext.normalize(`NFC`),`the accents of the password were composed (NFC): the canary has them decomposed`);
text(plaintext.normalize(`NFD`),`the accents of the password were decomposed (NFD): the canary has them composed`);
for(const end of[`
`,`\r
`,` `])text(plaintext+end,`the source hashed the password with white space or a line break after it`);
text(` ${plaintext}`,`the source hashed the password with white space before it`);
for(const[digest,systems]of[[`sha384`,`, as TYPO3 does`],[`sha512`,`, as Symfony does with long passwords`]]){
const name=digest.toUpperCase().replace(`SHA`,`SHA-`);
text(hashed(digest,own).toString(`base64`),`the source hashed the password with ${name} first (base64)${systems}`)}
for(const digest of[`md5`,`sha1`,`sha256`]){
const name=digest.toUpperCase().replace(`SHA`,`SHA-`);
text(hashed(digest,own).toString(`hex`).toUpperCase(),`the source hashed the password with ${name} first (hexadecimal, upper case)`);
text(hashed(digest,own).toString(`base64`),`the source hashed the password with ${name} first (base64)`);
add(hashed(digest,own),`the source hashed the password with ${name} first (bytes)`)}
return variants}
function hashed(digest,bytes){
return(0,external_node_crypto_.createHash)(digest).update(bytes).digest()}
;
function secretVariants(hash,names){
const variants=names.flatMap(name=>variantsWith(hash,name));
return hash.kind===`pbkdf2`&&hash.secret!==undefined?[...variants,withoutSecret(hash)]:variants}
function variantsWith(hash,secret){
switch(hash.kind){case`bcrypt`:return bcryptVariants(hash.text,secret,null);case`prehashed-bcrypt`:return bcryptVariants(hash.bcrypt,secret,hash);case`pbkdf2`:if(hash.secret===secret)return[];return[{hash:{...hash,secret},cause:`the secret \`${secret}\` came after the salt`}];case`digest`:case`peppered-digest`:return secret_variants_digestVariants(hash,secret);case`iterated-digest`:if(hash.secret===secret)return[];return[{hash:{...hash,secret},cause:`the secret \`${secret}\` were hashed too`}];default:return[]}}
function bcryptVariants(bcrypt,secret,given){
const causes={pepper:`the source hashed the password with the secret \`${secret}\` after it, as Devise does`,"hmac-sha256":`the source hashed the password with HMAC-SHA-256 under the secret \`${secret}\` first`};
return[`pepper`,`hmac-sha256`].filter(scheme=>given?.scheme!==scheme||given.secret!==secret).map(scheme=>({hash:{kind:`prehashed-bcrypt`,scheme,secret,text:bcrypt,bcrypt},cause:causes[scheme]}))}
function secret_variants_digestVariants(hash,secret){
const{digest,encoding,value}=hash;
if(!(0,phc_text.Bc)(digest))return[];
const none=new Uint8Array;
const texts=hash.kind===`peppered-digest`?{before:hash.before,after:hash.after}:{before:hash.position===`prefix`?hash.salt.bytes:none,after:hash.position===`suffix`?hash.salt.bytes:none};
return[`prefix`,`suffix`].filter(position=>hash.kind===`digest`||hash.secret!==secret||hash.position!==position).map(position=>({hash:{kind:`peppered-digest`,digest,secret,position,...texts,encoding,value},cause:`the secret \`${secret}\` were ${position===`prefix`?`before`:`after`} everything else`}))}
function withoutSecret({secret:_,...hash}){
return{hash,cause:`there were no secret after the salt`}}
;
const ROUNDS=[5e3,1024,1e3,1];
function systemVariants(hash){
switch(hash.kind){case`digest`:return system_variants_digestVariants(hash);case`jtl`:return[{hash:{kind:`digest`,digest:`sha1`,position:`none`,salt:(0,password_hash.Eg)(),encoding:`utf8`,value:Buffer.from(hash.text,`hex`)},cause:`it were plain SHA-1 and not the scheme of JTL-Shop`}];case`iterated-digest`:return ROUNDS.filter(rounds=>rounds!==hash.rounds).map(rounds=>({hash:{...hash,rounds},cause:`the number of rounds were ${rounds}`}));case`upgraded-md5`:return[{hash:hash.inner,cause:`the source hashed the password itself and not its MD5`}];default:return[]}}
function system_variants_digestVariants(hash){
const{digest,position,salt,encoding,value}=hash;
if(position===`none`)return digest===`sha1`?[{hash:{kind:`jtl`,text:(0,encoded_bytes.ZD)(value)},cause:`it were the scheme of JTL-Shop, which looks like SHA-1`}]:[];
if(!(0,phc_text.Bc)(digest))return[];
const text=Buffer.from(salt.bytes).toString(`utf8`);
const braces=`{${text}}`;
const variants=[{hash:{...hash,position:`suffix`,salt:(0,password_hash.MK)(braces)},cause:`the salt were in braces after the password, as Spring Security writes it`},{hash:{...{kind:`iterated-digest`,digest,rounds:5e3,position:`suffix`,roundInput:`sum-first`},...{salt:Buffer.from(braces),secret:null,encoding,value}},cause:`it were the 5,000 rounds of Symfony`}];
if(digest===`sha1`)variants.push({hash:{kind:`digest-chain`,digest,steps:[`none`,`prefix`,`prefix`],salt:text,value},cause:`it were the three digests of Burning Board 3`});
return variants}
var uncheckable_hash=__webpack_require__(19085);
var verify=__webpack_require__(44295);
;
async function likelyCause(hash,plaintext,secrets){
const passwords=passwordVariants(plaintext);
const others=[...systemVariants(hash),...secretVariants(hash,[...secrets.named?.keys()??[]])];
const hashes=hashVariants(hash);
for(const{bytes,cause}of passwords)if(await matches(hash,bytes,secrets))return cause;
for(const variant of[...hashes,...others])if(await matches(variant.hash,plaintext,secrets))return variant.cause;
if(hash.kind!==`digest`&&hash.kind!==`hmac`)return null;
for(const variant of hashes){
for(const{bytes,cause}of passwords){
if(await matches(variant.hash,bytes,secrets))return`${variant.cause} and ${cause}`}}
return null}
async function matches(hash,password,secrets){
try{
return await(0,verify.K)(hash,password,secrets)}catch(error){
if(error instanceof uncheckable_hash.w||error instanceof RangeError||error instanceof TypeError)return false;
throw error}}
;
const CANARY_PROVES=`This proves how the hashes of the export are read here. Only a login on the tenant proves that cidaas reads them the same way.`;
async function checkCanary(watch,secrets={},stop){
const findings=[];
for(const line of watch.lines){
const rows=watch.rowsOf(line);
if(rows.length===0)findings.push(noUser(line));
for(const row of rows){
stop?.throwIfAborted();
findings.push(await checkRow(line,row,secrets))}}
return findings}
function noUser({line}){
return{line,row:null,outcome:`no-user`,severity:`error`,sentAs:null,algorithm:null,message:`Canary line ${line}: no user that would be sent has this identifier.`,hint:`Use the sub, e-mail address, user name or mobile number of a valid row, as the mapping produces it.`}}
async function checkRow({line,password},{row,info},secrets){
const where=`Canary line ${line}, row ${row}`;
const base={line,row,sentAs:info?.algorithmTypeId??null};
const finding=(outcome,severity,message,hint=``,algorithm=null)=>({...base,algorithm,outcome,severity,message:`${where}: ${message}`,hint});
if(info===null)return finding(`no-password`,`error`,`the user would be sent without a password.`,`Map the password hash, or use another account for the canary.`);
const readings=(0,hash_info.x)(info);
const[first]=readings;
if(first===undefined)return finding(`uncheckable`,`warning`,`the hash that would be sent for this user cannot be read here; only the tenant or its verifier can check it.`,`Log in as this user on a test tenant.`);
try{
for(const{hash,assumed}of readings){
if(!await password.lendTo(plaintext=>(0,verify.K)(hash,plaintext,secrets)))continue;
const provided=assumed===null?``:`, provided that ${assumed}`;
const algorithm=(0,password_algorithm.H)(hash);
return finding(`matches`,`ok`,`the password matches (${algorithm})${provided}.`,``,algorithm)}
const cause=await password.lendTo(plaintext=>likelyCause(first.hash,plaintext,secrets));
return finding(`mismatch`,`error`,`the password does not match the hash (${(0,password_algorithm.H)(first.hash)}).${cause===null?``:` It would match if ${cause}.`}`,cause===null?`Check the password, the column of the hash and the declared algorithm; no other reading that was tried matches.`:`Correct the mapping, or the account of the canary.`,(0,password_algorithm.H)(first.hash))}catch(error){
if(!(error instanceof uncheckable_hash.w))throw error;
return finding(`uncheckable`,`warning`,`the hash cannot be checked here: ${error.message}.`,error instanceof uncheckable_hash.j?"Add it to `password-secrets`, or log in as this user on a test tenant.":`Log in as this user on a test tenant.`)}}
;
const IDENTIFIERS=[`sub`,`email`,`username`,`mobile_number`];
class CanaryWatch{
#rows;
#byIdentifier=new Map;
constructor(lines){
this.#rows=new Map(lines.map(line=>[line,[]]));
for(const line of lines){
const key=line.identifier.toLowerCase();
const same=this.#byIdentifier.get(key);
if(same===undefined)this.#byIdentifier.set(key,[line]);else same.push(line)}}
observe(row,user){
this.#collect(row,user,user);
for(const identity of user.identities??[])this.#collect(row,identity,user)}
rowsOf(line){
return this.#rows.get(line)??[]}
get lines(){
return[...this.#rows.keys()]}
#collect(row,identity,user){
for(const field of IDENTIFIERS){
const value=identity[field];
const lines=typeof value===`string`?this.#byIdentifier.get(value.toLowerCase()):undefined;
for(const line of lines??[]){
const rows=this.#rows.get(line);
if(rows!==undefined&&rows.at(-1)?.row!==row)rows.push({row,info:user.password_hash_info??null})}}}}
var identity_keys=__webpack_require__(70106);
;
async function checkCanaryAccounts({canary:lines,sourceSecrets},ledger,log,stop){
if(lines.length===0)return{section:{},earlyEnd:null};
const findings=await checkCanary(findUsers(lines,ledger),{named:sourceSecrets},stop);
const matched=findings.filter(({outcome})=>outcome===`matches`).length;
for(const finding of findings)logFinding(finding,log);
if(matched>0)log.info(CANARY_PROVES);
const section={canary:{accounts:lines.length,matched,findings,proves:CANARY_PROVES}};
const wrong=findings.filter(({severity})=>severity===`error`).length;
if(wrong===0)return{section,earlyEnd:null};
const what=`The password canary: ${wrong} of ${findings.length} ${findings.length===1?`check`:`checks`} failed`;
return{section,earlyEnd:{outcome:`aborted`,message:`${what}. Nothing was sent.`}}}
function findUsers(lines,ledger){
const watched=new CanaryWatch(lines);
const find=plannedByKey(ledger);
const users=new Map;
for(const{identifier}of lines){
for(const key of keysOf(identifier))for(const{row,body}of find((0,identity_keys.aE)(key)))users.set(row,body)}
for(const[row,body]of[...users].sort(([a],[b])=>a-b))watched.observe(row,JSON.parse(body));
return watched}
function keysOf(identifier){
const lower=identifier.toLowerCase();
const names=[`email`,`username`,`mobile_number`].map(kind=>`${kind}:self:${lower}`);
return[...new Set([`sub:${identifier}`,`sub:${lower}`,...names])]}
function logFinding({severity,message,hint},log){
const sentence=`${message} ${hint}`.trim();
switch(severity){case`ok`:log.info(sentence);break;case`warning`:log.warning(sentence);break;case`error`:log.error(sentence);break}}
var field_rule=__webpack_require__(68337);
;
function mappingUse({fields,identities,groups,consents}){
const all=[...fields,...identities.flatMap(({rules})=>rules)];
const values=new Map;
for(const rule of all)values.set(rule.field,[...values.get(rule.field)??[],...valuesOf(rule)]);
const lists=[...groups,...consents].flatMap(({rules})=>rules);
return{fields:values,roles:fields.filter(({field})=>field===`roles`).flatMap(texts),groups:groups.flatMap(entry=>textsOf(entry,`groupId`).map(id=>({id,roles:textsOf(entry,`roles`)}))),consents:consents.flatMap(entry=>textsOf(entry,`fieldKey`)),hasLists:lists.length>0||fields.some(({field})=>isList(field)),words:new Set([...all,...lists].flatMap(texts))}}
function headerUse(columns){
return{fields:new Map(columns.map(column=>[column,[]])),roles:[],groups:[],consents:[],hasLists:columns.some(isList),words:new Set}}
function isList(field){
return field===`roles`||field===`groups`||field===`consents`}
function valuesOf(rule){
switch(rule.type){case`number`:return[0];case`boolean`:return[true];case`list`:{
const items=constants(rule);
return items.length===0?[[]]:items.map(item=>Array.isArray(item)?item:[item])}case`json`:return[];case`string`:return constants(rule).map(String);case null:return rule.field.startsWith(`customFields.`)?constants(rule):constants(rule).flat().map(String)}}
function constants(rule){
return(0,field_rule.V)(rule).flatMap(({source,change,empty})=>[...source.kind===`value`?[source.value]:[],...change?.kind===`table`?[...change.table.values(),change.otherwise??null].filter(value=>value!==null):[],...empty?.kind==="default"?[empty.value]:[]])}
function textsOf({rules},field){
return rules.filter(rule=>rule.field===field).flatMap(texts)}
function texts(rule){
return constants(rule).flat().map(String)}
var refusal=__webpack_require__(17236);
var nearest=__webpack_require__(4581);
var number_text=__webpack_require__(95064);
;
function affectedUsers({users:affected,row},users){
if(row===null)return`The mapping`;
return`${(0,number_text.U9)(affected)} of ${(0,number_text.U9)(users)} ${users===1?`user`:`users`} (first: row ${(0,number_text.U9)(row)})`}
function quotedList(words,most=5){
const shown=words.slice(0,most).map(word=>`"${word}"`);
const rest=words.length-shown.length;
return rest>0?`${shown.join(`, `)} and ${(0,number_text.U9)(rest)} more`:shown.join(`, `)}
;
function acceptedValues(field){
switch(shapeOf(field)){case`text`:return`text`;case`number`:return`a number`;case`boolean`:return`true or false`;case`list`:return`a list of strings`;case`boolean or list`:return`true or false, or a list of strings`;case`date`:return`a date`;case`instant`:return`a date or a date and time (ISO 8601)`;case`json`:return`text that contains JSON`;case`any`:return`anything`}}
function valueCheck(field){
const shape=shapeOf(field);
const options=TYPES_WITH_OPTIONS.has(field.dataType??``)?field.options:null;
return value=>{
if(!hasShape(value,shape))return`type`;
if(options===null||typeof value===`boolean`)return`fits`;
const isKnown=Array.isArray(value)?value.every(one=>options.has(one)):options.has(value);
return isKnown?`fits`:`option`}}
const TYPES_WITH_OPTIONS=new Set([`SELECT`,`MULTISELECT`,`RADIO`,`CHECKBOX`]);
function shapeOf({dataType,baseDataType}){
switch(baseDataType){case`string`:return dataType===`JSON_STRING`?`json`:`text`;case`double`:case`float`:case`number`:case`integer`:case`int`:case`long`:return`number`;case`bool`:case`boolean`:return`boolean`;case`array`:return`list`;case`datetime`:case`date`:return dataType===`DAYDATE`?`date`:`instant`;default:return shapeOfDataType(dataType)}}
function shapeOfDataType(dataType){
switch(dataType){case`TEXT`:case`TEXTAREA`:case`URL`:case`EMAIL`:case`USERNAME`:case`MOBILE`:case`SELECT`:case`RADIO`:return`text`;case`NUMBER`:return`number`;case`CONSENT`:return`boolean`;case`CHECKBOX`:return`boolean or list`;case`MULTISELECT`:case`ARRAY`:return`list`;case`DATE`:return`instant`;case`DAYDATE`:return`date`;case`JSON_STRING`:return`json`;default:return`any`}}
function hasShape(value,shape){
switch(shape){case`text`:return typeof value===`string`;case`number`:return typeof value===`number`;case`boolean`:return typeof value===`boolean`;case`list`:return isTexts(value);case`boolean or list`:return typeof value===`boolean`||isTexts(value);case`date`:return typeof value===`string`&&DATE.test(value)&&!Number.isNaN(Date.parse(value));case`instant`:return typeof value===`string`&&(DATE.test(value)||INSTANT.test(value))&&!Number.isNaN(Date.parse(value));case`json`:return typeof value===`string`&&isJson(value);case`any`:return true}}
const DATE=/^\d{4}-\d\d-\d\d$/;
const INSTANT=/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;
function isTexts(value){
return Array.isArray(value)&&value.every(one=>typeof one===`string`)}
function isJson(text){
try{
JSON.parse(text);
return true}catch{
return false}}
;
function undefinedFields(use){
return[...use.fields.values()].filter(({key})=>key.kind===`custom`&&use.setupOf(key)===undefined).map(({key})=>key.key)}
function fieldFindings(use,fields,confirmed,naming){
const found=[...use.fields.values()].flatMap(one=>{
const field=use.setupOf(one.key);
if(field!==undefined)return ofField(one,field,use);
if(one.key.kind===`system`)return[unlisted(one,use)];
const asked=confirmed.get(one.key.key);
if(asked?.kind!==`read`||asked.value===null)return[notDefined(one,use,fields,naming)];
return[asked.value.enabled?unlisted(one,use):disabled(one,use,one.name)]});
return[...found,...requiredOnes(use,fields,naming)]}
function ofField(one,field,use){
const{group}=one.key;
const around=group===null?undefined:use.setupOf({kind:`system`,key:group});
if(!field.enabled)return[disabled(one,use,one.name)];
if(around?.enabled===false)return[disabled(one,use,group??one.name)];
const found=[];
const{type,option}=one.wrong;
if(field.isGroup&&one.key.kind===`custom`){
found.push({...lost(one,use),code:`field.type`,message:`${fills(one,use)} ${one.name}, which is a group of fields in the tenant and has no value of its own.`,hint:`Map the fields of the group instead.`})}else if(type.users>0){
found.push({severity:`error`,code:`field.type`,subject:one.name,message:`${affectedUsers(type,use.users)}: the value of ${one.name} has the wrong type or format. The field of the tenant accepts ${acceptedValues(field)}.`,hint:"Convert the value in the mapping (`type`, `date`, `instant`, `split`, `table`)."})}
if(option.users>0){
const words=one.words.size===0?``:`: ${quotedList([...one.words])}`;
found.push({severity:`error`,code:`field.option`,subject:one.name,message:`${affectedUsers(option,use.users)}: the value of ${one.name} is none of the ${(0,number_text.U9)(field.options?.size??0)} options that the tenant's field has${words}.`,hint:"Add the option to the field in the tenant, or map to its options with a `table`."})}
return found}
function disabled(one,use,what){
return{...lost(one,use),code:`field.disabled`,message:`${fills(one,use)} ${one.name}, but ${what} is disabled in the tenant, so cidaas ignores it without an error.`,hint:`Enable the field in the tenant's field setup, or leave it out of the mapping.`}}
function notDefined(one,use,fields,naming){
const custom=fields.filter(({kind})=>kind===`custom`).map(({key})=>naming.printed(key));
return{...lost(one,use),code:`field.undefined`,message:`${fills(one,use)} ${one.name}, but the tenant has no such field, so cidaas ignores it without an error.${(0,nearest.a)(one.key.key,custom.filter(key=>key!==null))}`,hint:`Create the field in the tenant with exactly this key, or leave it out of the mapping.`}}
function unlisted(one,use){
return{severity:`warning`,code:`field.unlisted`,subject:one.name,message:`${fills(one,use)} ${one.name}, which the field setup of the tenant does not list, so it was not checked.`,hint:`Check this field of a user after a small first run.`}}
function requiredOnes(use,fields,naming){
const filled=new Set;
for(const{key,filled:seen,mapped}of use.fields.values()){
if(seen.users>0||mapped&&use.users===0)filled.add(use.setupOf(key))}
const isAsked=({required,enabled,isGroup,isPassword,dataType})=>required&&enabled&&!isGroup&&!isPassword&&dataType!==`PASSWORD`&&dataType!==`CONSENT`;
const missing=fields.filter(field=>isAsked(field)&&!filled.has(field));
const named=missing.flatMap(({kind,key})=>{
const name=naming.printed(key);
return name===null?[]:[kind===`custom`?`customFields.${name}`:name]});
const found=named.map(name=>requiredField(name,name,use));
const rest=missing.length-named.length;
if(rest===0)return found;
return[...found,requiredField(`fields`,`${(0,number_text.hS)(rest,`field`)} whose names are not shown`,use)]}
function requiredField(subject,what,{users}){
return{severity:`warning`,code:`field.required`,subject,message:`The tenant requires ${what}, but ${users===0?`the mapping does not fill it`:`no user has a value for it`}.`,hint:`Map the field; otherwise cidaas may reject these users or ask them for it at the first login.`}}
function lost(one,{users}){
return{severity:one.sent.users>0||users===0?`error`:`warning`,subject:one.name}}
function fills(one,{users}){
if(one.sent.users>0)return`${affectedUsers(one.sent,users)} ${one.sent.users===1?`has`:`have`}`;
return users===0?`The mapping fills`:`No user has a value for it yet, but the mapping fills`}
;
const FINDING_CODES=null&&[`scope.missing`,`scope.unnamed`,`field.disabled`,`field.undefined`,`field.unlisted`,`field.type`,`field.option`,`field.required`,`consent.undefined`,`role.undefined`,`group.undefined`,`group.role`,`setup.unread`,`setup.incomplete`];
const RANK={error:0,warning:1,notice:2};
function bySeverity(findings){
return[...findings].sort((a,b)=>RANK[a.severity]-RANK[b.severity])}
;
function roleFindings(use,roles,naming){
const inGroups=[...use.groups.values()].flatMap(group=>[...group.roles]);
const missing=mergeByName([...use.roles,...inGroups].filter(([role])=>!roles.has(role)));
return missingFindings(missing,naming,use,{severity:`error`,code:`role.undefined`,kind:`role`,hint:({name})=>{
const other=roles.inOtherCase(name);
if(other===null)return"Create the role in the tenant, or map to an existing role with a `table`.";
const printed=naming.printed(other);
return`Write it ${printed===null?`as the tenant does`:`"${printed}"`}: role names are case-sensitive.`}})}
function groupFindings(use,groups,naming){
const missing=[...use.groups].filter(([id])=>groups.get(id)===null);
return missingFindings(missing.map(([name,{occurrences}])=>({name,occurrences})),naming,use,{severity:`error`,code:`group.undefined`,kind:`group`,hint:()=>"Create the group in the tenant, or map to an existing group with a `table`."})}
function groupRoleFindings(use,groups,types,naming){
return[...use.groups].flatMap(([id,group])=>{
const own=groups.get(id)?.type??null;
const type=own===null?undefined:types.find(each=>each.type.matches(own));
const problem=type===undefined?null:roleProblem(group,type,naming);
if(problem===null)return[];
const subject=naming.isSafeToPrint(id)?`group ${id}`:`groups`;
const where=naming.isSafeToPrint(id)?`group "${id}"`:`a group`;
return[{severity:`error`,code:`group.role`,subject,message:`${affectedUsers(problem.seen,use.users)}: the membership in ${where} ${problem.what}.`,hint:`Change the roles in the mapping, or the type of the group in the tenant.`}]})}
function roleProblem(group,type,naming){
const first=[...group.roles.values()][0];
const printed=naming.printed(type.type);
const ofType=printed===null?`groups of its type`:`groups of type "${printed}"`;
switch(type.roleMode){case`no_roles`:return first===undefined?null:{seen:first,what:`has roles, but ${ofType} do not have roles`};case`roles_required`:if(group.withoutRoles.users===0)return null;return{seen:group.withoutRoles,what:`has no role, but ${ofType} require one`};case`allowed_roles`:{
const wrong=[...group.roles].filter(([role])=>!type.allowedRoles.has(role));
const[one]=wrong;
if(one===undefined)return null;
const names=wrong.map(([role])=>role).filter(naming.isSafeToPrint);
const which=names.length===0?`a role`:`the role ${quotedList(names)}`;
return{seen:one[1],what:`has ${which}, which ${ofType} do not allow`}}case`any_roles`:case null:return null}}
function consentFindings(use,fields,naming){
const known=fields.filter(({dataType})=>dataType===`CONSENT`);
if(known.length===0)return[];
const missing=[...use.consents].filter(([name])=>!known.some(({key})=>key.equals(name)));
return missingFindings(missing.map(([name,occurrences])=>({name,occurrences})),naming,use,{severity:`warning`,code:`consent.undefined`,kind:`consent field`,hint:()=>`Check the key in the field setup of the tenant; newer versions of cidaas store consents elsewhere.`})}
function missingFindings(missing,{isSafeToPrint},use,wording){
const{severity,code,kind,hint}=wording;
const named=missing.filter(({name})=>isSafeToPrint(name));
const others=missing.filter(({name})=>!isSafeToPrint(name));
const found=named.map(one=>{
const message=`${affectedUsers(one.occurrences,use.users)}: the tenant has no ${kind} "${one.name}".`;
return{severity,code,subject:`${kind} ${one.name}`,message,hint:hint(one)}});
const[first]=others.toSorted((a,b)=>(a.occurrences.row??0)-(b.occurrences.row??0));
if(first===undefined)return found;
const message=`${affectedUsers(first.occurrences,use.users)}: the tenant does not have the ${kind} of this user; ${(0,number_text.U9)(others.length)} ${kind}s of the export are missing in the tenant.`;
return[...found,{severity,code,subject:`${kind}s`,message,hint:hint({...first,name:``})}]}
function mergeByName(entries){
const byName=new Map;
for(const[name,{users,row}]of entries){
const known=byName.get(name);
if(known===undefined)byName.set(name,{users,row});else{
known.users+=users;
known.row=known.row===null||row===null?known.row??row:Math.min(known.row,row)}}
return[...byName].map(([name,occurrences])=>({name,occurrences}))}
var cidaas_fields=__webpack_require__(34952);
;
const ACCOUNT_FIELDS=new Set([`sub`,`identityId`,`provider`,`providerUserId`,`userStatus`,`user_status_reason`,`mfa_enabled`,`roles`,`groups`,`consents`,`identities`]);
const CUSTOM=`customFields.`;
const ADDRESS=`address.`;
function tenantKey(name){
if(name.startsWith(CUSTOM))return{kind:`custom`,key:name.slice(CUSTOM.length),group:null};
if(ACCOUNT_FIELDS.has(name)||name.startsWith(`password_hash_info.`)||cidaas_fields.ce[name]===undefined)return null;
if(name.startsWith(ADDRESS))return{kind:`system`,key:name.slice(ADDRESS.length),group:`address`};
return{kind:`system`,key:name,group:null}}
;
const MAX_NAMES=200;
const MAX_FIELDS=1e3;
class SetupUse{
fields=new Map;
roles=new Map;
groups=new Map;
consents=new Map;
notCompared=noOccurrences();
users=0;
#checks=new Map;
#setup;
#found=new Map;
#names;
#words;
constructor(fields,names,words){
this.#setup=fields;
this.#names=names;
this.#words=words}
setupOf({kind,key}){
const name=`${kind} ${key}`;
if(!this.#found.has(name))this.#found.set(name,this.#setup.find(field=>field.kind===kind&&field.key.equals(key)));
return this.#found.get(name)}
addUser(row,user){
this.users+=1;
this.#identity(user,row);
for(const identity of user.identities??[])this.#identity(identity,row);
for(const[key,value]of Object.entries(user.customFields??{})){
const name=`customFields.${key}`;
if(this.#names.has(name)||isPlainName(key))this.#value(name,value,row);else countOne(this.notCompared,row)}
for(const name of[`createdTime`,`lastLoggedInTime`]){
if(user[name]!==undefined)this.#value(name,user[name],row)}
for(const role of user.roles??[])this.#name(this.roles,role,row);
for(const{fieldKey}of user.consents??[])this.#name(this.consents,fieldKey,row);
for(const{groupId,roles}of user.groups??[])this.addGroup(groupId,roles??[],row)}
addMapped(name,values){
const use=this.#fieldUse(name);
if(use===null)return;
use.mapped=true;
for(const value of values)this.#check(use,value,null)}
addRole(role,row){
this.#name(this.roles,role,row)}
addConsent(fieldKey,row){
this.#name(this.consents,fieldKey,row)}
addGroup(id,roles,row){
const group=getOrAdd(this.groups,id,()=>({occurrences:noOccurrences(),roles:new Map,withoutRoles:noOccurrences()}));
if(group===null){
countOne(this.notCompared,row);
return}
countOne(group.occurrences,row);
if(roles.length===0)countOne(group.withoutRoles,row);
for(const role of roles)this.#name(group.roles,role,row)}
#identity(identity,row){
for(const[key,value]of Object.entries(identity)){
if(key===`address`)for(const[part,text]of Object.entries(value??{}))this.#value(`address.${part}`,text,row);else if(cidaas_fields.ce[key]?.level===`identity`)this.#value(key,value,row)}}
#value(name,value,row){
const use=this.#fieldUse(name);
if(use===null)return;
countOne(use.sent,row);
if(value===null||value===undefined)return;
countOne(use.filled,row);
this.#check(use,value,row)}
#check(use,value,row){
const verdict=this.#checks.get(use.name)?.(value)??`fits`;
if(verdict===`fits`)return;
countOne(use.wrong[verdict],row);
if(verdict!==`option`)return;
for(const one of Array.isArray(value)?value:[value]){
const isOption=this.setupOf(use.key)?.options?.has(one)??false;
if(!isOption&&typeof one===`string`&&this.#words.has(one))use.words.add(one)}}
#fieldUse(name){
const known=this.fields.get(name);
if(known!==undefined)return known;
const key=tenantKey(name);
if(key===null)return null;
if(this.fields.size>=MAX_FIELDS){
countOne(this.notCompared,null);
return null}
const wrong={type:noOccurrences(),option:noOccurrences()};
const use={name,key,mapped:false,sent:noOccurrences(),filled:noOccurrences(),wrong,words:new Set};
this.fields.set(name,use);
const field=this.setupOf(key);
this.#checks.set(name,field===undefined?null:valueCheck(field));
return use}
#name(names,name,row){
if(typeof name!==`string`)return;
countOne(getOrAdd(names,name,noOccurrences)??this.notCompared,row)}}
function getOrAdd(names,name,make){
const known=names.get(name);
if(known!==undefined)return known;
if(names.size>=MAX_NAMES)return null;
const made=make();
names.set(name,made);
return made}
function isPlainName(text){
return/^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u.test(text)&&!/\d{4}|[\da-f]{16}/i.test(text)}
function noOccurrences(){
return{users:0,row:null}}
function countOne(seen,row){
seen.users+=1;
seen.row??=row}
var planned_users=__webpack_require__(16994);
var account_changer=__webpack_require__(17220);
;
const SCOPE=`cidaas:bulk_user_create`;
const BUILT_IN_GROUP=`CIDAAS_USERS`;
const MAX_LOOK_UPS=100;
async function collectSetupFindings(setup,subject,door,signal){
const scopes=await setup.scopes(signal);
const checks=new FindingCollector;
checks.done(`token`,[]);
if(scopes===null)checks.add(...scopeFindings(scopes));else{
checks.done(`scope`,scopeFindings(scopes));
if(subject.change!==null&&!scopes.has(account_changer.J[subject.change]))checks.add(changeScopeMissing(subject.change,subject.mode))}
const fields=await setup.fields(signal);
const use=await collectUse(subject,fields.kind===`read`?fields.value:[],signal);
const naming={isSafeToPrint:name=>subject.mapping?.words.has(name)??false,printed:door.name};
const isAboutUsers=subject.ledger!==null||subject.mapping!==null;
if(checks.read(`fields`,`The field setup`,fields)&&isAboutUsers){
const confirmed=await lookUpFields(setup,undefinedFields(use),signal);
checks.add(...fieldFindings(use,fields.value,confirmed,naming));
checks.add(...consentFindings(use,fields.value,naming))}
const namesRoles=use.roles.size>0||[...use.groups.values()].some(({roles})=>roles.size>0);
if(namesRoles||subject.mode===`check`){
const roles=await setup.roles(signal);
if(checks.read(`roles`,`The list of roles`,roles))checks.add(...roleFindings(use,roles.value,naming))}
if(use.groups.size>0)await checkGroups(setup,use,naming,checks,signal);
if(use.notCompared.users>0)checks.add(INCOMPLETE);
return checks.report()}
class FindingCollector{
#checked=[];
#findings=[];
add(...findings){
this.#findings.push(...findings)}
done(what,findings){
this.#checked.push(what);
this.add(...findings)}
read(what,name,reading){
if(reading.kind===`read`)this.done(what,[]);else this.add({severity:`notice`,code:`setup.unread`,subject:what,message:`${name} was not checked: ${reading.why}.`,hint:reading.scope===null?`Check it manually in the tenant.`:`Give the app the scope ${reading.scope} to include it in the check; some tenants also require a role in CIDAAS_ADMINS.`});
return reading.kind===`read`}
report(){
return{checked:this.#checked,findings:bySeverity(this.#findings)}}}
const SCOPE_UNNAMED={severity:`notice`,code:`scope.unnamed`,subject:`scope`,message:`The token does not name its scopes, so ${SCOPE} was not checked: the first request that sends users shows whether it is granted.`,hint:``};
const SCOPE_MISSING={severity:`error`,code:`scope.missing`,subject:`scope`,message:`The token does not name the scope ${SCOPE}: the tenant will probably reject users.`,hint:`Allow the scope in the app's settings; on some versions cidaas support has to enable it.`};
function scopeFindings(scopes){
if(scopes===null)return[SCOPE_UNNAMED];
return scopes.has(SCOPE)?[]:[SCOPE_MISSING]}
function changeScopeMissing(change,mode){
return{severity:mode===`check`&&change===`block`?`error`:`warning`,code:`scope.missing`,subject:`scope`,message:`The token does not name the scope ${account_changer.J[change]}: the tenant will probably not let this app ${change} missing users.`,hint:`Allow the scope in the app's settings, or set \`missing-users: report\`. Some tenants also require a role in CIDAAS_ADMINS.`}}
const INCOMPLETE={severity:`notice`,code:`setup.incomplete`,subject:`users`,message:`Not everything was compared: the users have too many different names of fields, roles or groups, or names that look like data.`,hint:"Write a mapping that names the fields, and map roles and groups with a `table`."};
const COMPARED_LISTS=[`roles`,`groups`,`consents`];
async function collectUse({ledger,mapping},fields,signal){
const use=new SetupUse(fields,new Set(mapping?.fields.keys()),mapping?.words??new Set);
for(const[name,values]of mapping?.fields??[])use.addMapped(name,ledger===null?values:[]);
if(ledger===null){
for(const role of mapping?.roles??[])use.addRole(role,null);
for(const{id,roles}of mapping?.groups??[])use.addGroup(id,roles,null);
for(const key of mapping?.consents??[])use.addConsent(key,null);
return use}
if(fields.length===0&&mapping?.hasLists===false)return use;
for await(const chunk of(0,planned_users.P)(ledger,fields.length===0?COMPARED_LISTS:[])){
signal.throwIfAborted();
for(const{row,body}of chunk)use.addUser(row,JSON.parse(body))}
return use}
async function lookUpFields(setup,keys,signal){
const confirmed=new Map;
for(const key of keys.slice(0,MAX_LOOK_UPS)){
const reading=await setup.field(key,signal);
if(reading.kind===`unread`)break;
confirmed.set(key,reading)}
return confirmed}
async function checkGroups(setup,use,naming,checks,signal){
const builtIn=await setup.group(BUILT_IN_GROUP,signal);
const isHidden=builtIn.kind===`read`&&builtIn.value===null;
let last=isHidden?{...GROUPS_HIDDEN,kind:`unread`}:builtIn;
const groups=new Map;
for(const id of use.groups.keys()){
if(last.kind===`unread`)break;
if(groups.size>=MAX_LOOK_UPS||!(naming.isSafeToPrint(id)||isPlainName(id))){
use.notCompared.users+=1;
continue}
last=await setup.group(id,signal);
if(last.kind===`read`)groups.set(id,last.value)}
const isRead=checks.read(`groups`,groups.size===0?`The setup of groups`:`The setup of some groups`,last);
if(!isRead&&groups.size===0)return;
checks.add(...groupFindings(use,groups,naming));
const types=await setup.groupTypes(signal);
if(checks.read(`group types`,`Which roles the group types allow`,types))checks.add(...groupRoleFindings(use,groups,types.value,naming))}
const GROUPS_HIDDEN={why:`the tenant does not show this app any group, not even ${BUILT_IN_GROUP}`,scope:`cidaas:groups_read`};
;
async function checkTenantSetup(settings,{ledger,log,stop},{setup,door},{exported,mapping}){
const mode=settings.mode===`check`?`check`:`apply`;
if(mode===`apply`&&settings.tenant?.kind===`sandbox`)return{section:{},earlyEnd:null};
let check;
try{
if(settings.check===`off`){
await setup.scopes(stop);
return{section:{},earlyEnd:null}}
const use=mapping===null?useOfHeaders(exported):mappingUse(mapping.mapping);
const{missingUsers}=settings;
const change=missingUsers===`report`?null:missingUsers;
const subject={ledger:exported===null?null:ledger,mapping:use,mode,change};
check=await collectSetupFindings(setup,subject,door,stop)}catch(error){
return{section:{},earlyEnd:endWithoutToken(error,door)}}
logFindings(check,settings,log);
return{section:{check},earlyEnd:settings.check===`error`?endForErrors(check.findings,mode):null}}
function useOfHeaders(exported){
if(exported===null||exported.files.some(({columns})=>columns===null))return null;
return headerUse(exported.files.flatMap(({columns})=>columns??[]))}
function endWithoutToken(error,door){
if(error instanceof refusal.xB){
const message=door.describe({...error.error,message:error.text},[]);
const what=(0,refusal.Al)(error.error)?`Nothing was sent.`:`The tenant refuses access to this client:`;
return{outcome:`aborted`,message:`${what} ${message} ${error.hint}`}}
if(error instanceof refusal.ps){
const next=(0,refusal.Al)(error.error)?``:` Check tenant-url, firewall and proxy, or try again later.`;
const message=`${door.describe({...error.error,message:error.text},[])} Nothing was sent.${next}`;
return{outcome:`aborted`,message}}
throw error}
function endForScope(scopes,settings,log){
if(settings.mode===`check`||settings.check!==`error`)return null;
const findings=scopeFindings(scopes).filter(({severity})=>severity===`error`);
if(findings.length===0)return null;
const check={checked:[`token`,`scope`],findings};
logFindings(check,settings,log);
return{section:{check},earlyEnd:endForErrors(findings,`apply`)}}
function endForErrors(findings,mode){
const errors=findings.filter(({severity})=>severity===`error`).length;
if(errors===0)return null;
const what=`The check of the tenant found ${errors} ${errors===1?`error`:`errors`}`;
if(mode===`check`)return{outcome:`failed`,message:`${what}.`};
const scope=findings.find(({code,severity})=>code===`scope.missing`&&severity===`error`);
if(scope!==undefined){
const message=`${scope.message} Nothing was sent. ${scope.hint} If the token does not name all scopes that the app has, \`check: warn\` sends the users anyway.`;
return{outcome:`aborted`,message}}
const message=`${what}: nothing was sent. Fix the tenant or the mapping. \`check: warn\` sends the users anyway, without the values that cidaas skips.`;
return{outcome:`aborted`,message}}
const MAX_LOGGED=5;
function logFindings({checked,findings},{mode,check},log){
log.info(`Compared with the tenant: ${checked.join(`, `)}.`);
const logAs={error:check===`error`?log.error:log.warning,warning:log.warning,notice:mode===`check`?log.notice:log.info};
for(const severity of[`error`,`warning`,`notice`]){
const all=findings.filter(finding=>finding.severity===severity);
for(const{code,message,hint}of all.slice(0,MAX_LOGGED))logAs[severity](`${code}: ${message} ${hint}`.trim());
const rest=all.length-MAX_LOGGED;
if(rest>0)log.info(`… and ${rest} more of this severity; the report lists all of them.`)}}
var compare=__webpack_require__(21337);
var settings_limit=__webpack_require__(27110);
;
function refuseChanges({maxNewlyInvalid,failOn},comparison,rows){
if(comparison.problems.length>0)return null;
const problems=[];
const invalid=rowsOf(comparison.moves.filter(({kind})=>kind===`newly invalid`));
if(invalid>(0,settings_limit.T)(maxNewlyInvalid,rows))problems.push(`${(0,number_text.hS)(invalid,`row is`,`rows are`)} newly invalid, more than max-newly-invalid (${(0,settings_limit.P)(maxNewlyInvalid)}) allows.`);
const changed=[...failOn.fields.flatMap(field=>changedUsers(field,comparison)),...failOn.codes.flatMap(code=>changedRows(code,comparison))];
if(changed.length>0)problems.push(`Compared with ${comparison.base.name}, this mapping changes what \`fail-on\` names: ${changed.join(`; `)}. If that is meant, take the name out of \`fail-on\` for this change.`);
return problems.length===0?null:{outcome:`failed`,message:problems.join(`
`)}}
function changedUsers(name,{fields}){
return fields.filter(({field})=>field===compare.J9||isPartOf(field,name)).map(change=>`${change.field} of ${(0,number_text.hS)((0,compare.bT)(change),`user`)}`)}
function isPartOf(field,name){
const covered=name===`password`?`password_hash_info`:name;
return field===covered||field.startsWith(`${covered}.`)||field.startsWith(`${covered}[`)||field.endsWith(`].${covered}`)}
function changedRows(code,{moves,warnings}){
const invalid=rowsOf(moves.filter(({from,to})=>to?.outcome===`invalid`&&isReason(to.why,code)&&from?.why!==code));
const warned=warnings.find(one=>one.code===code);
return[...invalid===0?[]:[`${code} makes ${(0,number_text.hS)(invalid,`row`)} invalid`],...warned===undefined?[]:[`${code} warns of ${(0,number_text.hS)(warned.after,`row`)} instead of ${warned.before}`]]}
function isReason(why,code){
return why===code||why===compare.J9}
function rowsOf(moves){
return moves.reduce((sum,{rows})=>sum+rows,0)}
var account_changes=__webpack_require__(10474);
var planned_rows=__webpack_require__(57809);
;
async function askBeforeSending({tenant,missingUsers},{confirm,ledger,stop},planDigest){
if(confirm===null||tenant?.kind!==`origin`||tenant.origin.startsWith(`http:`))return null;
const statuses=(0,planned_rows.F)(ledger);
const users=statuses.reduce((sum,status)=>sum+status.users,0);
const missing=new account_changes.t(ledger).totals();
const lines=[``,`Tenant:       ${tenant.origin}`,`Users:        ${(0,number_text.hS)(users,`user`)} to create or update`,`Status:       ${statuses.map(({name,users:n})=>`${(0,number_text.U9)(n)} ${name??`without a status`}`).join(` · `)}`,...missing.planned>0?[`Missing:      ${(0,number_text.hS)(missing.planned,`user`)} to ${missingUsers}`]:[],`Plan digest:  ${planDigest??`none`}`,`Send them now? (yes/no) `];
if(await confirm(lines.join(`
`),stop))return null;
return{outcome:`cancelled`,message:`The question was not answered with yes: nothing was sent.`}}
var create_only=__webpack_require__(37972);
var input_error=__webpack_require__(30199);
var state_delta=__webpack_require__(96461);
var kept_file=__webpack_require__(68600);
var disk_full=__webpack_require__(36589);
var change_step=__webpack_require__(98084);
;
function planMissing({missingUsers},{ledger,log},known,unidentified){
if(missingUsers===`report`)return null;
known.planMissing(missingUsers);
const changes=new account_changes.t(ledger);
const hash=(0,external_node_crypto_.createHash)(`sha256`);
for(const sub of changes.subs())hash.update(`${JSON.stringify(sub)}\n`);
const{total}=changes.totals();
if(unidentified>0&&total>0){
const message=`${(0,number_text.hS)(unidentified,`row`)} of the export may belong to missing users: invalid, and without a sub or an identifier that is known.`;
const hint="Correct these rows, or leave them out with a `skip` rule; map a sub, which identifies rows that are invalid otherwise.";
changes.leaveUnsent({code:`missing.uncertain`,field:null,message,hint});
log.warning(`missing-users: ${(0,number_text.hS)(total,`missing user`)} will not be changed. ${message} ${hint}`)}
return hash.digest(`hex`)}
async function changeMissing(settings,ports,sending,accounts){
const{missingUsers}=settings;
if(missingUsers===`report`||!hasPlannedChanges(ports.ledger))return null;
const{log,state}=ports;
const spared=state?.known.spareAnswered()??0;
if(spared>0)log.notice(`missing-users: ${(0,number_text.hS)(spared,`user`)} counted as missing and ${spared===1?`is`:`are`} not: the tenant has the account for a row of this export.`);
const lost=await noteChanges(state);
if(lost!==null)return lost;
return(0,change_step.j)(settings,ports,sending,async(sub,abortInFlight,stop)=>{
const reply=await accounts.change(missingUsers,sub,abortInFlight,stop);
switch(reply.kind){case`changed`:return{...reply,kind:`settled`,outcome:missingUsers===`block`?`blocked`:`deleted`};case`absent`:return{...reply,kind:`settled`,outcome:`deleted`};default:return reply}})}
async function noteChanges(state){
const kept=await state?.storeInterim().catch(cause=>{
return{kind:`failed`,reason:(0,disk_full.u)(cause)}});
if(kept?.kind!==`failed`)return null;
const message=`No missing user was changed, since the state could not be stored before: ${kept.reason.replace(/\.$/,``)}. All other users were sent. The next delta tries again.`;
return{outcome:`aborted`,message}}
function hasPlannedChanges(ledger){
return new account_changes.t(ledger).totals().planned>0}
;
const MAX_LISTED=1e3;
const MAX_PROBLEMS=3;
async function compareWithLastState(settings,{ledger,state,log,stop:signal},createOnly,planned){
if(state===null)return{users:planned.users,section:{},earlyEnd:null};
const isDelta=settings.sync===`delta`;
const last=await loadLastState(state,isDelta,log,signal);
const{known,fingerprint}=state;
const compared=await(0,state_delta.R)({ledger,known,fingerprint,createOnly,leaveOut:isDelta,signal});
const missing=known.missing(MAX_LISTED);
const subChanged=known.subChanged(MAX_LISTED);
const delta={from:last?.from??null,known:last?.users??0,new:compared.new,changed:compared.changed,unchanged:compared.unchanged,missing:{total:missing.total,new:missing.newlyMissing,subs:missing.subs},subChanged:subChanged.rows,recreated:[]};
if(last!==null){
log.info(`Compared with ${last.from}: ${delta.new} new, ${delta.changed} changed, ${delta.unchanged} unchanged, ${missing.newlyMissing} newly missing`)}
const changed=isDelta?planMissing(settings,{ledger,log},known,compared.unidentified):null;
const users=isDelta?compared.users:planned.users;
return{users:changed===null?users:(0,external_node_crypto_.createHash)(`sha256`).update(`${users}\n${changed}`).digest(`hex`),section:{delta,...changed!==null&&{changes:`missing`},warnings:subChanged.total>0?{"sub.changed":subChanged.total}:{}},earlyEnd:isDelta?refuseLargeDelta(settings,delta,planned.rows,subChanged.total):null}}
async function loadLastState(state,isDelta,log,stop){
const loaded=await state.load(stop).catch(error=>{
if(!(error instanceof kept_file.N))throw error;
return{kind:`not-fetched`,error}});
switch(loaded.kind){case`loaded`:return loaded;case`none`:if(!isDelta)return null;throw new input_error.d([`${loaded.expired===null?`There is no valid state to compare with`:`There is no valid state to compare with any more: ${loaded.expired} has expired`}, so nothing was sent. Run \`sync: full\` once to create one, in this workflow, on this branch, with this \`state-key\`, tenant and mapping path. It sets back what people changed in cidaas: see docs/delta.md.`]);case`unusable`:{
const problems=loaded.problems.slice(0,MAX_PROBLEMS);
if(!isDelta){
for(const problem of problems)log.warning(problem);
return null}
throw new input_error.d([`There are states to compare with, but none can be used, so nothing was sent. ${problems.join(` `)} Set the \`state-key\` with which they were stored, or find out who changed or copied them; docs/delta.md describes what to do when the key or the last state is lost.`])}case`outdated`:{
const known=`The newest state that can be used (${loaded.from}) is not the last one: ${loaded.known}`;
if(!isDelta){
log.warning(`${known}. It is not used; a full sync works without it.`);
return null}
throw new input_error.d([`${known}. A delta would not notice what was sent since, so nothing was sent. Find out who deleted the last state or stored an older one again, then run \`sync: full\` once; it sets back what people changed in cidaas: see docs/delta.md.`])}case`not-fetched`:if(!isDelta){
log.warning(`The last state could not be fetched; a full sync works without it. ${loaded.error.message}`);
return null}throw new input_error.d([`The last state could not be fetched, so nothing was sent; it may well exist. ${loaded.error.message}`],{cause:loaded.error})}}
function refuseLargeDelta({maxChanged,maxMissing,missingUsers},{new:fresh,changed,missing,known},rows,subChanged){
const over=(count,limit,base)=>count>(0,settings_limit.T)(limit,base);
const messages=[];
if(over(fresh+changed,maxChanged,rows)){
messages.push(`The delta would send ${fresh+changed} of ${rows} rows (${fresh} new, ${changed} changed), more than max-changed (${(0,settings_limit.P)(maxChanged)}) allows: nothing was sent.`)}
const isReported=missingUsers===`report`;
const others=isReported||subChanged===0?``:` or have another sub (${subChanged})`;
const[count,what]=isReported?[missing.new,`newly missing`]:[missing.total+subChanged,`missing`];
if(over(count,maxMissing,known)){
messages.push(`${count} of ${known} known users are ${what} from the export${others}, more than max-missing (${(0,settings_limit.P)(maxMissing)}) allows: nothing was sent.`)}
return messages.length===0?null:{outcome:`aborted`,message:messages.join(`
`)}}
function recreatedUsers(state,delta){
if(state===null||delta===null)return{};
const{total,rows}=state.known.recreated(MAX_LISTED);
return total===0?{}:{delta:{...delta,recreated:rows},warnings:{recreated:total}}}
var row_warnings=__webpack_require__(15367);
;
const DOMAIN=`lower(user_domain(row))`;
function emailDomains({db},limit){
return(0,query.I)(db,`SELECT ${DOMAIN} AS domain, count(*) AS rows, min(row) AS first FROM row
     WHERE state = 'planned' GROUP BY 1 HAVING domain IS NOT NULL ORDER BY 2 DESC, 3 LIMIT ?`).all(limit)}
const WITH_DOMAINS=`state = 'planned' AND ${DOMAIN} IN (SELECT value FROM json_each(?))`;
function warnDomains(ledger,domains,warning,limit){
const{db}=ledger;
const names=JSON.stringify(domains);
ledger.transaction(()=>{
const kind=(0,row_warnings.e7)(db)(warning);
db.prepare(`INSERT INTO warning (row, kind) SELECT row, ? FROM row WHERE ${WITH_DOMAINS} ORDER BY row`).run(kind,names)});
return(0,query.I)(db,`SELECT row, file, line FROM row WHERE ${WITH_DOMAINS} ORDER BY row LIMIT ?`).all(names,limit)}
function refuseDomains({db},domains,{code,field,message,hint}){
db.prepare(`UPDATE row SET state = 'invalid', code = ?, field = ?, message = ?, hint = ? WHERE ${WITH_DOMAINS}`).run(code,field,message,hint,JSON.stringify(domains))}
var problem_codes=__webpack_require__(22278);
var plan_row_warnings=__webpack_require__(9297);
var until_stopped=__webpack_require__(14124);
;
const CONCURRENCY=20;
const MAX_MS=6e4;
const MAX_DOMAINS=2e4;
const domain_step_MAX_LOGGED=10;
async function checkDomains({checkDomains:mode},{ledger,log,clock,stop,lookUpDomain},files){
const nothing={section:{warnings:{},firstWarnings:{}},refused:null};
if(mode===`off`)return nothing;
const domains=emailDomains(ledger,MAX_DOMAINS);
const states=await lookUpAll(domains,lookUpDomain,()=>clock.now(),stop);
const of=state=>domains.filter((_,at)=>states[at]===state);
const absent=of(`absent`);
const isCertain=of(`found`).length>0;
const unknown=of(`unknown`).length+(isCertain?0:absent.length);
log.info(`Looked up ${(0,number_text.hS)(domains.length,`e-mail domain`)}: ${(0,number_text.U9)(domains.length-unknown)} answered, ${(0,number_text.U9)(unknown)} unknown.`);
if(absent.length===0)return nothing;
if(!isCertain){
log.notice(`check-domains: the resolver of this machine finds none of the e-mail domains, so nothing is concluded from it.`);
return nothing}
const rows=absent.reduce((sum,domain)=>sum+domain.rows,0);
const first=absent.map(domain=>domain.first).sort((a,b)=>a-b);
const named=`${first.slice(0,domain_step_MAX_LOGGED).join(`, `)}${first.length>domain_step_MAX_LOGGED?` …`:``}`;
const{meaning,hint}=problem_codes.z[`email.domain`];
log.warning(`email.domain: ${(0,number_text.hS)(rows,`row`)} with ${(0,number_text.hS)(absent.length,`such domain`)}, first in row ${named}. ${meaning} ${hint}`);
const names=absent.map(({domain})=>domain).sort();
const problem={code:`email.domain`,field:`email`,message:meaning,hint};
if(mode===`warn`){
const places=warnDomains(ledger,names,problem,plan_row_warnings.U);
const listed=places.map(({row,file,line})=>({row,file:files[file]?.name??``,line,field:`email`}));
const section={warnings:{"email.domain":rows},firstWarnings:{"email.domain":listed}};
return{section,refused:null}}
refuseDomains(ledger,names,problem);
return{...nothing,refused:(0,external_node_crypto_.createHash)(`sha256`).update(names.join(`
`)).digest(`hex`)}}
async function lookUpAll(domains,lookUp,now,stop){
const states=domains.map(()=>`unknown`);
const until=now()+MAX_MS;
let next=0;
const worker=async()=>{
while(next<domains.length&&now()<until){
const at=next++;
states[at]=await(0,until_stopped.s)(lookUp(domains[at]?.domain??``),stop)}};
await Promise.all(Array.from({length:Math.min(CONCURRENCY,domains.length)},worker));
stop.throwIfAborted();
return states}
var fleet_step=__webpack_require__(81148);
var input_step=__webpack_require__(13156);
;
function passwordForms({db}){
return(0,query.I)(db,`SELECT user_body(row) ->> '$.password_hash_info.algorithmTypeId' AS sentAs, count(*) AS users FROM row
     WHERE state IN ('planned', 'created', 'updated') GROUP BY 1 HAVING sentAs IS NOT NULL ORDER BY 2 DESC, 1`).all()}
;
function loginCauses({sentAs,isProvedOffline,existedBefore}){
const causes=[existedBefore&&`The account existed before: outside migration mode cidaas keeps the password that an account already has.`,isProvedOffline&&`The password matches the hash when it is checked here, so cidaas reads the hash in another way.`,causeOf(sentAs)];
return causes.filter(cause=>cause!==false).join(` `)}
function causeOf(sentAs){
if(sentAs.startsWith(`CUSTOM`))return`The verifier for ${sentAs} answers that the password is wrong, or cidaas does not reach it: try the verifier with this account.`;
if(/^(BCRYPT|ARGON)/.test(sentAs))return`Such a hash contains its own parameters: check that the tenant supports ${sentAs}, and that the source hashed the password itself.`;
return`The order of salt and password, a system salt, iterations and encodings for ${sentAs} are settings of the tenant: have cidaas support compare them with the source.`}
var identifiers=__webpack_require__(28627);
;
function algorithmProofs(forms,accounts,findings){
const users=new Map;
for(const{sentAs,users:count}of forms){
const algorithm=algorithmOf(sentAs);
users.set(algorithm,(users.get(algorithm)??0)+count)}
const proofOf=algorithm=>{
const outcomes=accounts.filter(({sentAs})=>algorithmOf(sentAs)===algorithm).map(({outcome})=>outcome);
if(outcomes.includes(`refused`))return`refused`;
if(outcomes.includes(`proved`))return`login`;
const matches=findings.some(({outcome,sentAs})=>outcome===`matches`&&sentAs!==null&&algorithmOf(sentAs)===algorithm);
return matches?`offline`:`none`};
return[...users].map(([algorithm,count])=>({algorithm,users:count,proof:proofOf(algorithm)}))}
function algorithmOf(sentAs){
return sentAs.startsWith(`BCRYPT_`)?`BCRYPT`:sentAs}
;
function loginProof(settings,{ledger,log,stop},tenant,recorder){
const{verifyLogin}=settings;
if(settings.canary.length===0||verifyLogin===`off`)return null;
if(settings.tenant?.kind!==`origin`){
log.info(`verify-login is skipped in a rehearsal: the sandbox keeps no passwords.`);
return null}
const findings=recorder.record.canary?.findings??[];
const candidates=candidatesOf(settings.canary,findings,ledger);
const isRequired=verifyLogin===`required`;
if(candidates.length===0&&!isRequired)return null;
const forms=passwordForms(ledger);
return{rows:[...new Set(candidates.flatMap(({row,isPlanned})=>isPlanned?[row]:[]))],prove:async()=>{
const accounts=await logIn(candidates,ledger,tenant,stop);
const login={accounts,algorithms:algorithmProofs(forms,accounts,findings)};
recorder.add({login});
for(const account of accounts)logAccount(account,isRequired,log);
return endOf(login,isRequired&&settings.sync===`full`,isRequired)}}}
function candidatesOf(lines,findings,ledger){
return findings.flatMap(finding=>{
const{line,row,outcome}=finding;
const canary=lines.find(one=>one.line===line);
if(canary===undefined||row===null||outcome!==`matches`&&outcome!==`uncheckable`)return[];
const[sent]=ledger.sentUser(row);
if(sent===undefined||!IN_THIS_RUN.has(sent.state))return[];
const hasPassword=`password_hash_info`in JSON.parse(sent.body);
return hasPassword?[{canary,finding,row,isPlanned:sent.state===`planned`}]:[]})}
const MAX_REFUSED=3;
const IN_THIS_RUN=new Set([`planned`,`created`,`updated`]);
async function logIn(candidates,ledger,{logins,door},stop){
const accounts=[];
let whyNone=null;
let refused=0;
for(const{canary,finding,row}of candidates){
const[sent]=ledger.sentUser(row);
if(sent===undefined)continue;
const{body,state}=sent;
const account={line:canary.line,row,sentAs:finding.sentAs??``};
const user=JSON.parse(body);
const why=whyNone??whyNotTried(user,state);
const result=why===null?await canary.password.lendTo(plaintext=>logins.login(userNameOf(user,canary.identifier),plaintext,stop)):{kind:`unproven`,why,answer:null,isAboutClient:false};
if(result.kind===`unproven`&&result.isAboutClient)whyNone=withAnswer(result.why,result.answer,door,[]);
if(result.kind===`refused`&&++refused===MAX_REFUSED)whyNone=`the tenant refused ${refused} logins before`;
const isProvedOffline=finding.outcome===`matches`;
const causes=loginCauses({sentAs:account.sentAs,isProvedOffline,existedBefore:state===`updated`});
accounts.push({...account,...described(account,result,causes,{door,users:[{row,body}]})})}
return accounts}
function whyNotTried({userStatus,mfa_enabled},state){
if(state!==`created`&&state!==`updated`)return`the tenant did not accept the user (${state})`;
if(typeof userStatus===`string`&&userStatus!==`VERIFIED`)return`the user is sent as ${userStatus}, and only a VERIFIED user may log in`;
return mfa_enabled===true?`the user needs a second factor`:null}
function userNameOf(user,identifier){
const{sub,email,username,mobile_number}=(0,identifiers.Sd)(user);
const isSub=sub?.toLowerCase()===identifier.toLowerCase();
return isSub?email??username??mobile_number??identifier:identifier}
function described({line,row,sentAs},result,causes,{door,users}){
const where=`Canary line ${line}, row ${row} (${sentAs})`;
switch(result.kind){case`proved`:return{outcome:`proved`,message:`${where}: the tenant accepts the password.`,hint:``};case`refused`:{
const message=`${where}: ${withAnswer(`the tenant refuses the password`,result.answer,door,users)}.`;
return{outcome:`refused`,message,hint:causes}}case`unproven`:{
const why=withAnswer(result.why,result.answer,door,users);
const hint="Log in as this user by hand, or set `login-client-id` to an app that has the password grant.";
return{outcome:`unproven`,message:`${where}: not proved by a login, since ${why}.`,hint}}}}
function withAnswer(clause,answer,door,users){
if(answer===null)return clause;
const{status,error}=answer;
const code=door.code(error,users).replace(/^tenant\./,``);
return`${clause} (HTTP ${status}, ${code}, ${door.describe(error,users)})`}
function logAccount({outcome,message,hint},isRequired,log){
const sentence=`login.${outcome}: ${message} ${hint}`.trim();
switch(outcome){case`proved`:log.info(sentence);break;case`refused`:log.error(sentence);break;case`unproven`:if(isRequired)log.error(sentence);else log.notice(sentence);break}}
function endOf({accounts,algorithms},needsAll,isRequired){
const refused=accounts.filter(({outcome})=>outcome===`refused`);
const rest=`The other users were not sent.`;
if(refused.length>0){
const[first]=refused;
const what=`login.refused: the tenant refuses ${refused.length} of ${accounts.length} canary ${accounts.length===1?`login`:`logins`}, so users would not get in.`;
return{outcome:`aborted`,message:`${what} ${first?.message} ${first?.hint} ${rest}`}}
if(!isRequired)return null;
const unproven=accounts.find(({outcome})=>outcome===`unproven`);
if(unproven!==undefined)return{outcome:`aborted`,message:`login.unproven: ${unproven.message} ${unproven.hint} ${rest}`};
const open=needsAll?algorithms.filter(({proof})=>proof!==`login`).map(({algorithm})=>algorithm):[];
if(open.length===0)return null;
const message=`login.unproven: no account of the canary proves ${open.join(` and `)} by a login. Add an account with such a hash to \`password-canary\`. ${rest}`;
return{outcome:`aborted`,message}}
var password_counts=__webpack_require__(43203);
;
const DOUBT=`nothing in these hashes shows whether the source hashed the password itself or something made of it (another hash, a pepper)`;
const DECLARED=`only the mapping says how these hashes were made`;
function provePasswords(counts,findings,mapping){
const unproven=mapping?.unproven??`none`;
const matched=new Set(findings.filter(({outcome})=>outcome===`matches`).map(({sentAs,algorithm})=>formKey(sentAs,algorithm)));
const isProved=({unproven:needsProof,sentAs,algorithm})=>needsProof===true&&matched.has(formKey(sentAs,algorithm));
const proved=new Set(counts.filter(isProved).map(({algorithm})=>algorithm));
return{counts:counts.map(count=>{
const{unproven:needsProof,...rest}=count;
if(needsProof===undefined||unproven===`none`)return rest;
if(isProved(count))return{...rest,sureness:`${rest.sureness} An account of the canary matches.`};
const accepted=unproven===`accept`?`, and accepted by the mapping`:``;
return{...count,sureness:`${count.sureness} Unproven${accepted}: ${doubtOf(count)}.`}}),open:unproven===`canary`?counts.filter(count=>count.unproven===true&&!proved.has(count.algorithm)):[]}}
function formKey(sentAs,algorithm){
return sentAs?.startsWith(`CUSTOM`)?`${sentAs} ${algorithm}`:`${sentAs}`}
function doubtOf({sentAs}){
return sentAs.startsWith(`CUSTOM`)?DECLARED:DOUBT}
function logPasswords(counts,{sync},log){
if(sync===`full`)for(const count of counts)log.info((0,password_counts.H)(count))}
function refuseUnproven({open},{mode,tenant,sync},ledger,log){
if(open.length===0||ledger.totals().planned===0)return null;
const users=open.reduce((sum,count)=>sum+count.users,0);
const algorithms=[...new Set(open.map(({algorithm})=>algorithm))].join(` and `);
const what=`The passwords of ${users} ${users===1?`user`:`users`} (${algorithms}) are unproven`;
const remedy=`give \`password-canary\` an account with a known password for ${algorithms}, or accept the risk in the mapping with \`password: { unproven: accept }\``;
const doubt=[...new Set(open.map(doubtOf))].join(`, and `);
if(mode===`apply`&&tenant?.kind!==`sandbox`)return{outcome:`aborted`,message:`${what}: ${doubt}. Nothing was sent: ${remedy}.`};
const why=sync===`full`?``:`: ${doubt}`;
log.warning(`${what}${why}. An apply sends nothing until you ${remedy}.`);
return null}
;
const NOT_IN_PILOT={code:`pilot`,field:null,message:`Left out of the pilot.`,hint:"Log in as some of the users of the pilot, then run again without `pilot` (in Actions with `resume-run-id`)."};
const ALGORITHM=`coalesce(user_body(row) ->> '$.password_hash_info.algorithmTypeId', 'none')`;
function choosePilot(ledger,size,preferred=[]){
ledger.db.exec(`CREATE TEMP TABLE pilot (row INTEGER PRIMARY KEY, algorithm TEXT NOT NULL)`);
ledger.db.prepare(`
      INSERT INTO pilot
      SELECT row, algorithm FROM (
        SELECT row, algorithm, row_number() OVER (
          PARTITION BY algorithm ORDER BY row NOT IN (SELECT value FROM json_each(?)), row
        ) AS turn FROM (
          SELECT row, ${ALGORITHM} AS algorithm FROM row WHERE state = 'planned'
        )
      ) ORDER BY turn, row LIMIT ?
    `).run(JSON.stringify(preferred),size);
const counts=(0,query.I)(ledger.db,`SELECT ${ALGORITHM} AS algorithm, count(pilot.row) AS n FROM row LEFT JOIN pilot USING (row)
     WHERE state = 'planned' GROUP BY 1 ORDER BY 1`).all();
const{code,message,hint}=NOT_IN_PILOT;
ledger.db.prepare(`UPDATE row SET state = 'unsent', code = ?, message = ?, hint = ? WHERE state = 'planned' AND row NOT IN (SELECT row FROM pilot)`).run(code,message,hint);
ledger.db.exec(`DROP TABLE temp.pilot`);
return Object.fromEntries(counts.map(({algorithm,n})=>[algorithm,n]))}
;
function startPilot({pilot},{ledger,log,run},canary){
if(pilot===0)return false;
const preferred=(canary?.findings??[]).flatMap(({row})=>row??[]);
const counts=Object.entries(choosePilot(ledger,pilot,preferred));
const chosen=counts.filter(([,rows])=>rows>0).map(([algorithm,rows])=>`${rows} with ${algorithm}`);
const absent=counts.filter(([,rows])=>rows===0).map(([algorithm])=>algorithm);
if(absent.length>0)log.warning(`The pilot is too small for every kind of password: it has no user with ${absent.join(`, `)}. It needs at least ${counts.length} users.`);
log.notice(`Pilot: ${chosen.join(`, `)}; all other users stay unsent. To continue, run again without \`pilot\`${run===null?``:` and with \`resume-run-id: ${run.id}\``}.`);
return true}
var plan_approval=__webpack_require__(35528);
var plan_step=__webpack_require__(26288);
var tenant_door=__webpack_require__(19074);
var setup_request=__webpack_require__(87433);
var early_end=__webpack_require__(91846);
;
async function contactTenant(settings,{connect,clock},stats){
const tenant=await connect(request=>stats.observe(request,clock.now()));
const door=(0,tenant_door.h)(tenant.secrets,settings.report.identifiers);
return{tenant,door,setup:tenant.openSetup()}}
function readsAhead({mode,tenant}){
return mode!==`plan`&&tenant?.kind===`origin`}
const SMALL_BYTES=1024*1024;
function readAhead(contact,settings,{stop,log},exported){
const{tenant,door,setup}=contact;
const over=new AbortController;
const refused=new AbortController;
const signal=AbortSignal.any([stop,over.signal]);
const readScopes=async()=>{
const scopes=await setup.scopes(signal).catch(error=>{
if(isFinal(error))refused.abort(new early_end.e({section:{},earlyEnd:endWithoutToken(error,door)}));
throw error});
const end=endForScope(scopes,settings,log);
if(end!==null)refused.abort(new early_end.e(end));
refused.signal.throwIfAborted();
return scopes};
const scopes=early(readScopes(),()=>true);
const needsFields=settings.check!==`off`;
const readFields=()=>scopes.promise.then(()=>setup.fields(signal));
const fields=needsFields?early(readFields(),reading=>reading.kind===`read`||(0,setup_request.NL)(reading)):null;
const bytes=(exported?.files??[]).reduce((sum,file)=>sum+file.bytes,0);
let reader=null;
const current=()=>{
reader??=scopes.isLost()||fields?.isLost()?tenant.openSetup():setup;
return reader};
return{...contact,stop:bytes<SMALL_BYTES?stop:AbortSignal.any([stop,refused.signal]),setup:{scopes:async until=>{
const now=current();
if(!scopes.isLost())await(0,until_stopped.s)(scopes.promise,until);
return now.scopes(until)},fields:until=>fields!==null&&current()===setup?(0,until_stopped.s)(fields.promise,until):current().fields(until),field:(key,until)=>current().field(key,until),roles:until=>current().roles(until),group:(id,until)=>current().group(id,until),groupTypes:until=>current().groupTypes(until)},[Symbol.dispose]:()=>over.abort()}}
function isFinal(error){
return error instanceof refusal.xB||error instanceof refusal.ps&&error.isUnknownHost}
function early(promise,isUsable){
let isLost=false;
promise.then(value=>{
isLost=!isUsable(value)},error=>{
isLost=!(isFinal(error)||error instanceof early_end.e)});
return{promise,isLost:()=>isLost}}
var recorded_run=__webpack_require__(58017);
var resume_step=__webpack_require__(3481);
var run_notes=__webpack_require__(2896);
var sample_step=__webpack_require__(35109);
var send_step=__webpack_require__(11706);
var run_sending=__webpack_require__(26571);
var tenant_value=__webpack_require__(63154);
var is_object=__webpack_require__(60675);
;
const NOT_COMPARED=new Set([`sub`,`password_hash_info`,`identities`,`identityId`,`provider`,`groups`,`roles`,`consents`]);
const CASE_INSENSITIVE=new Set([`email`,`username`]);
function storedMismatches(sent,stored){
const value=(0,tenant_value.u)(stored);
const shown=(0,is_object.G)(value)?value:{};
const identities=listOf(shown.identities);
const own=identityOf(identities,sent.provider??`self`)??{};
const found=stored_mismatch_compare(sent,{...own,...shown});
for(const identity of sent.identities??[]){
const provider=identity.provider??`self`;
const theirs=identityOf(identities,provider);
const place=`identities.${printableKey(provider)}`;
if(theirs===undefined)found.push(place);else for(const field of stored_mismatch_compare(identity,theirs))found.push(`${place}.${field}`)}
if(!listOf(sent.roles).every(role=>listOf(shown.roles).includes(role)))found.push(`roles`);
if(!(sent.groups??[]).every(group=>isMember(group,listOf(shown.groups))))found.push(`groups`);
return found}
function stored_mismatch_compare(sent,shown){
const entries=Object.entries(sent).filter(([field])=>!NOT_COMPARED.has(field));
return entries.flatMap(([field,value])=>isSame(field,value,shown[field])?[]:differingPaths(field,value,shown[field]))}
function differingPaths(field,sent,shown){
if(!(0,is_object.G)(sent))return[field];
const theirs=(0,is_object.G)(shown)?shown:{};
return Object.entries(sent).flatMap(([key,value])=>isSame(key,value,theirs[key])?[]:[`${field}.${printableKey(key)}`])}
function printableKey(key){
const isName=/^[\p{L}_][\p{L}\p{N}_.-]{0,63}$/u.test(key)&&!/\d{5}|[\da-f]{16}/i.test(key);
return isName?key:`***`}
function isSame(field,sent,shown){
const value=unwrap(shown);
if(sent===null)return value===undefined||value===null||value===``;
if(typeof sent===`string`&&typeof value===`string`)return sent===value||sameText(field,sent,value);
if(Array.isArray(sent))return Array.isArray(value)&&sent.length===value.length&&sent.every((one,at)=>isSame(field,one,value[at]));
if((0,is_object.G)(sent))return(0,is_object.G)(value)&&Object.entries(sent).every(([key,one])=>isSame(key,one,value[key]));
return sent===value}
function sameText(field,sent,shown){
if(CASE_INSENSITIVE.has(field))return sent.toLowerCase()===shown.toLowerCase();
const isTime=/^\d{4}-\d\d-\d\d/.test(sent)&&/^\d{4}-\d\d-\d\d/.test(shown);
return isTime&&(Date.parse(sent)===Date.parse(shown)||sent.length===10&&shown.startsWith(sent))}
function unwrap(shown){
return(0,is_object.G)(shown)&&`value`in shown&&Object.keys(shown).every(key=>key===`value`||key===`fieldKey`)?shown.value:shown}
function isMember({groupId,roles=[]},shown){
const group=shown.filter(is_object.G).find(one=>one.groupId===groupId);
return group!==undefined&&roles.every(role=>listOf(group.roles).includes(role))}
function identityOf(identities,provider){
return identities.filter(is_object.G).find(identity=>(identity.provider??`self`)===provider)}
function listOf(value){
return Array.isArray(value)?value:[]}
;
const MAX_LISTED_ROWS=100;
function canReadBack({tenant,verifySample:size},log){
if(size===0||tenant?.kind===`origin`)return size>0;
log.notice(`verify-sample is skipped in a rehearsal: of each user the sandbox keeps only sub and identifiers.`);
return false}
async function verifySample(size,ports,{reader,door}){
const{ledger,log,stop}=ports;
const sample=new SampleReader(reader,door,stop);
for(const row of sampleRows(ports,size)){
const[sent]=ledger.sentUser(row);
if(sent!==undefined&&!await sample.read(row,sent))break}
const verified=sample.report();
logVerified(verified,log);
return verified}
class SampleReader{
#reader;
#door;
#stop;
#counts={asked:0,compared:0,same:0,missing:0};
#fields={};
#rows=[];
#unread=null;
#mayAsk=true;
constructor(reader,door,stop){
this.#reader=reader;
this.#door=door;
this.#stop=stop}
report(){
return{...this.#counts,fields:this.#fields,rows:this.#rows,unread:this.#unread}}
async read(row,{body,sub}){
const user=JSON.parse(body);
let differing;
try{
this.#stop.throwIfAborted();
differing=await this.#differing(sub??(0,identifiers.Sd)(user).sub??null,user)}catch(error){
this.#unread??=whyNot(error,this.#door,this.#stop);
return false}
this.#counts.asked++;
if(differing!==null)this.#note(row,differing);
return this.#mayAsk}
#note(row,differing){
if(differing.length===0)this.#counts.same++;else if(this.#rows.length<MAX_LISTED_ROWS)this.#rows.push({row,fields:differing});
for(const field of differing)this.#fields[field]=(this.#fields[field]??0)+1}
async#differing(sub,user){
if(sub!==null&&this.#unread===null){
const stored=await this.#reader.user(sub,this.#stop);
if(stored.kind===`read`){
this.#counts[stored.value===null?`missing`:`compared`]++;
return stored.value===null?[`sub`]:storedMismatches(user,stored.value)}
this.#unread=reasonOf(stored)}
return await this.#isMissing(sub,user)?[`sub`]:null}
async#isMissing(sub,user){
const{email,username,mobile_number}=(0,identifiers.Sd)(user);
const identifier=sub??email??username??mobile_number;
if(identifier===undefined)return false;
const exists=await this.#reader.exists(identifier,this.#stop);
if(exists.kind===`unread`){
this.#mayAsk=false;
this.#unread??=reasonOf(exists);
return false}
if(!exists.value)this.#counts.missing++;
return!exists.value}}
function logVerified({asked,compared,same,missing,fields,unread},log){
if(unread!==null)log.warning(`verify-sample: users could not be compared field by field: ${unread}.`);
log.info(`Read ${asked} users back: ${compared} compared, ${same} as they were sent, ${missing} not found.`);
if(missing>0)log.warning(`verify-sample: ${missing} of ${asked} users were not found, although the tenant had answered that it accepted them.`);
const differing=Object.entries(fields).filter(([field])=>field!==`sub`).map(([field,count])=>`${field} (${count})`);
if(differing.length>0)log.warning(`verify-sample: the tenant returned values that differ from those sent: ${differing.join(`, `)}. It silently skips fields that are disabled in the field setup.`)}
function whyNot(error,door,stop){
if(stop.aborted)return`the run was stopped before all of them were read`;
if(error instanceof refusal.xB||error instanceof refusal.ps)return door.describe({...error.error,message:error.text},[]).replace(/\.$/,``);
return`reading them failed (${error instanceof Error?error.name:`unknown`})`}
function reasonOf({why,scope}){
return scope===null?why:`${why}; the app would need the scope ${scope} and the role USER_READ`}
function sampleRows({ledger,clock},size){
const chosen=[];
let seen=0;
for(const row of ledger.settledRows()){
seen++;
if(chosen.length<size)chosen.push(row);else{
const at=Math.floor(clock.random()*seen);
if(at<size)chosen[at]=row}}
return chosen.sort((a,b)=>a-b)}
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
function migrate(settings,ports){
return(0,recorded_run.i)(settings,ports,runSteps)}
async function runSteps(settings,ports,recorder){
const env_1={stack:[],error:void 0,hasError:false};
try{
const{mode}=settings;
const{ledger,log,clock}=ports;
ledger.reserveSpace(send_step.rl);
const{exported,mapping}=await(0,input_step.l)(settings,ports);
recorder.add({mapping:mapping===null?null:{name:mapping.name,sha256:mapping.sha256}});
(0,run_notes.TF)(ledger,mapping?.mapping??null);
const stats=new request_stats.j;
const contact=()=>contactTenant(settings,ports,stats);
const ahead=__addDisposableResource(env_1,readsAhead(settings)?readAhead(await contact(),settings,ports,exported):null,false);
const planning={...ports,stop:ahead?.stop??ports.stop};
const refusal=exported===null?null:await makePlan(settings,planning,recorder,exported,mapping);
if(mode===`plan`||mode===`apply`&&refusal!==null)return refusal;
let refusedBefore=0;
if(mode===`apply`){
const resumed=await(0,resume_step.w2)(ports);
const taken=await(0,fleet_step._)(ports,settings.resume);
refusedBefore=Math.max(resumed?.refused??0,taken?.refused??0);
recorder.add({resumed:(0,resume_step.Ol)(resumed,taken)});
recorder.add({pilot:startPilot(settings,ports,recorder.record.canary)});
if(ledger.totals().planned===0&&!hasPlannedChanges(ledger)){
(0,run_notes.LA)(ledger);
return null}}
const{tenant,door,setup}=ahead??await contact();
const check=await checkTenantSetup(settings,ports,{setup,door},{exported,mapping});
recorder.add(check.section);
if(mode===`check`||check.earlyEnd!==null)return refusal??check.earlyEnd;
const unconfirmed=await askBeforeSending(settings,ports,recorder.record.planDigest);
if(unconfirmed!==null)return unconfirmed;
const first=loginProof(settings,ports,{logins:tenant.logins,door},recorder);
const sending=(0,run_sending.Z)(settings,clock,{stats,door});
const sent=await(0,send_step.Nt)(settings,ports,{tenant,sending,refusedBefore,first});
recorder.add(sent.section);
const stopped=sent.earlyEnd??await changeMissing(settings,ports,sending,tenant.accounts);
recorder.add(recreatedUsers(ports.state,recorder.record.delta));
if(stopped===null&&canReadBack(settings,log))recorder.add({verified:await verifySample(settings.verifySample,ports,{reader:tenant.users,door})});
return stopped}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}
async function makePlan(settings,ports,recorder,exported,mapping){
const{ledger,log}=ports;
const files=exported.files.map(({name,format,encoding,bytes,sha256})=>({...{name,format,encoding,bytes,sha256}}));
recorder.add({export:{files,rows:0}});
for(const file of exported.files)log.info((0,log_lines.R)(file));
const samples=(0,sample_step.lc)(settings,exported);
const planned=await(0,plan_step.L)(settings,ports,exported,mapping?.mapping??null,samples);
recorder.add({rowsRead:planned.rows,warnings:planned.warnings,firstWarnings:planned.firstWarnings});
if(planned.statuses.length>0)recorder.add({statuses:planned.statuses});
if(planned.leftOut.length>0)recorder.add({leftOut:planned.leftOut});
const show=await(0,sample_step.x$)(settings,mapping);
if(planned.arrivals.users>0)recorder.add({arrivals:(0,sample_step.yO)(planned.arrivals,show)});
if(samples!==null)recorder.add({samples:await(0,sample_step.Dy)(samples,ledger,planned.explain,show)});
if(planned.unread.length>0)recorder.add({unread:planned.unread});
let changes=null;
if(ports.base!==null){
const{compareWithBase}=await Promise.all([__webpack_require__.e(8815),__webpack_require__.e(1943)]).then(__webpack_require__.bind(__webpack_require__,41943));
const reviewed={exported,mapping,warnings:planned.warnings};
const comparison=await compareWithBase(settings,ports,ports.base,reviewed);
recorder.add({comparison});
changes=refuseChanges(settings,comparison,planned.rows)}
const domains=await checkDomains(settings,ports,exported.files);
recorder.add(domains.section);
const refused=(0,plan_approval.NR)(settings,ledger,planned.rows)??(0,plan_approval.p)(settings,ledger);
const canary=refused===null?await checkCanaryAccounts(settings,ledger,log,ports.stop):null;
if(canary!==null)recorder.add(canary.section);
const proof=provePasswords(planned.passwords,canary?.section.canary?.findings??[],mapping?.mapping??null);
if(proof.counts.length>0)recorder.add({passwords:proof.counts});
logPasswords(proof.counts,settings,log);
const delta=await compareWithLastState(settings,ports,(0,create_only.g)(mapping?.mapping??null),planned);
const planDigest=(0,plan_approval.B1)(settings,[...exported.files,...planned.joined],mapping,delta.users,domains.refused);
recorder.add({...delta.section,planDigest});
log.info((0,log_lines.o)(ledger.totals()));
const unproven=refuseUnproven(proof,settings,ledger,log);
return planned.undecidedStatus??refused??canary?.earlyEnd??delta.earlyEnd??unproven??changes??(0,plan_approval.uJ)(settings,planDigest)}}),35528:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B1:()=>digestOfPlan,NR:()=>refuseInvalidPlan,p:()=>refuseEmptyPlan,uJ:()=>refuseUnapprovedPlan});
var _plan_digest_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(79627);
var _settings_limit_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(27110);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _run_record_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(76944);
function refuseInvalidPlan({abortAbove},ledger,rows){
const{invalid}=ledger.totals();
if(invalid<=(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_1__.T)(abortAbove,rows))return null;
const message=`${invalid} of ${rows} rows are invalid, more than abort-above (${(0,_settings_limit_js__WEBPACK_IMPORTED_MODULE_1__.P)(abortAbove)}) allows: nothing was sent.`;
return{outcome:`aborted`,message}}
const MAX_REASONS=10;
function refuseEmptyPlan({minPlanned},ledger){
const{rows,planned,duplicate}=ledger.totals();
if(planned>=minPlanned||rows===0&&minPlanned<=1)return null;
const reasons=[...Object.entries(ledger.skippedBy()).map(([reason,n])=>({n,text:`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(n)} skipped (${reason})`})),...Object.entries(ledger.invalidBy()).map(([code,n])=>({n,text:`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(n)} invalid (${code})`})),...duplicate>0?[{n:duplicate,text:`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(duplicate)} duplicate`}]:[]].sort((a,b)=>b.n-a.n);
const listed=reasons.slice(0,MAX_REASONS).map(({text})=>text);
if(reasons.length>MAX_REASONS)listed.push(`…`);
const why=listed.length===0?``:`: ${listed.join(`, `)}`;
const message=`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(planned)} of ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(rows,`row`)} ${rows===1?`is`:`are`} planned, fewer than min-planned (${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(minPlanned)})${why}. Check preset, mapping and its \`skip\` rules, or set \`min-planned: 0\` if this is right. Nothing was sent.`;
return{outcome:`error`,message}}
function refuseUnapprovedPlan({expectedPlan},digest){
const parts=expectedPlan===null?[]:(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_0__.d)(digest,expectedPlan);
if(parts.length===0)return null;
const message=`This is not the plan that was approved: it differs in ${parts.join(`, `)} (expected-plan ${expectedPlan}, found ${digest}). Nothing was sent; plan again and approve the new digest.`;
return{outcome:`aborted`,message}}
function digestOfPlan(settings,files,mapping,users,refusedDomains=null){
const{format,encoding,delimiter}=settings.export;
const missing=settings.missingUsers===`report`?{}:{"missing-users":settings.missingUsers};
const domains=refusedDomains===null?{}:{"check-domains":refusedDomains};
return(0,_plan_digest_js__WEBPACK_IMPORTED_MODULE_0__.G)({tenant:(0,_run_record_js__WEBPACK_IMPORTED_MODULE_3__.a)(settings),exportHashes:files.map(file=>file.sha256),mappingHashes:mapping===null?[]:[mapping.sha256],options:{format,encoding,delimiter,sync:settings.sync,...missing,...domains},users})}}),26288:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{L:()=>planRows});
var external_node_os_=__webpack_require__(48161);
var query=__webpack_require__(80617);
;
const CHUNK=1e3;
async function*duplicateCandidates(ledger,from){
ledger.db.exec(`
    CREATE INDEX IF NOT EXISTS key_hash ON key (hash);
    CREATE TEMP TABLE IF NOT EXISTS duplicate_candidate (row INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO duplicate_candidate
      SELECT row FROM key WHERE hash IN (SELECT hash FROM key GROUP BY hash HAVING count(*) > 1);
  `);
const[comparison,order]=from===`first`?[`>`,`ASC`]:[`<`,`DESC`];
const next=(0,query.I)(ledger.db,`SELECT row, user_body(row) AS body FROM duplicate_candidate
     WHERE row ${comparison} ? ORDER BY row ${order} LIMIT ${CHUNK}`);
for(let last=from===`first`?0:Number.MAX_SAFE_INTEGER;;){
const candidates=next.all(last);
const end=candidates.at(-1);
if(end===undefined)return;
last=end.row;
yield candidates;
await new Promise(done=>setImmediate(done))}}
function claimsIn(ledger){
const find=(0,query.I)(ledger.db,`SELECT row FROM claim WHERE key = ?`);
const claim=ledger.db.prepare(`INSERT OR IGNORE INTO claim (key, row) VALUES (?, ?)`);
return{holder:key=>find.get(key)?.row,claim:(key,row)=>void claim.run(key,row),body:row=>{
const body=ledger.users.body(row);
if(body===null)throw new Error(`row ${row} holds an identity key but has no user`);
return body}}}
var planned_row_changes=__webpack_require__(12254);
;
function planSink(ledger){
const{exclude}=(0,planned_row_changes.s)(ledger);
return{add:rows=>ledger.add(rows),duplicateCandidates:order=>duplicateCandidates(ledger,order),claims:claimsIn(ledger),exclude,transaction:work=>ledger.transaction(work)}}
var left_out_values=__webpack_require__(83018);
var external_node_crypto_=__webpack_require__(77598);
var compile_overruns=__webpack_require__(76218);
var breath=__webpack_require__(86704);
var until_stopped=__webpack_require__(14124);
var decide_chunk=__webpack_require__(39191);
;
async function*decisionsInOrder(chunks,decide,threads){
const pending=[];
let failure=null;
try{
for await(const chunk of chunks){
if(chunk.length===0)continue;
await threads?.update();
const elsewhere=threads?.decide(chunk)??null;
const decision=elsewhere??decide(chunk);
pending.push({chunk,decision});
const settled=decision.then(()=>undefined,()=>undefined);
if(elsewhere===null)await settled;
for(let[first]=pending;first!==undefined&&pending.length>=(threads?.maxPending??1);[first]=pending){
pending.shift();
yield first}}}catch(error){
failure={error}}
yield*pending;
if(failure!==null)throw failure.error}
var identity_keys=__webpack_require__(70106);
var problem_codes=__webpack_require__(22278);
;
function decideDuplicate(row,user,claims){
const keys=(0,identity_keys.NZ)(user);
const sub=(0,identity_keys.wd)(user);
const sameSub=sub===undefined?undefined:claims.holder(`sub:${sub}`);
if(sameSub!==undefined)return duplicate(sameSub);
const holders=new Map;
for(const key of keys){
const holder=claims.holder(key);
if(holder!==undefined&&!holders.has(holder))holders.set(holder,key)}
const[first,second]=holders;
if(first===undefined){
for(const key of keys)claims.claim(key,row);
return{kind:`counts`}}
const[holder,key]=first;
const field=key.slice(0,key.indexOf(`:`));
if(second!==undefined)return conflict(holder,field,`rows ${holder} and ${second[0]} have identifiers of this row`);
const other=JSON.parse(claims.body(holder));
const otherSub=(0,identity_keys.wd)(other);
if(sub!==undefined&&otherSub!==undefined)return conflict(holder,field,`row ${holder} has the same ${field} under another sub`);
if(contradict(keys,(0,identity_keys.NZ)(other))){
return conflict(holder,field,`row ${holder} has the same ${field}, but other identifiers differ`)}
return duplicate(holder)}
function contradict(mine,theirs){
const kinds=new Set(mine.map(kindOf).filter(kind=>kind!==`sub`));
for(const kind of kinds){
const others=theirs.filter(key=>kindOf(key)===kind);
if(others.length>0&&!mine.some(key=>others.includes(key)))return true}
return false}
function kindOf(key){
const colon=key.indexOf(`:`);
const kind=key.slice(0,colon);
return kind===`sub`?kind:key.slice(0,key.indexOf(`:`,colon+1))}
function duplicate(of){
const message=`The same user is in row ${of}, which is imported.`;
return{kind:`duplicate`,of,why:{code:`duplicate`,field:null,message,hint:"If both rows are the same person, there is nothing to do; otherwise correct the sub or the identifier of one of them. `duplicates: last` lets the last row count."}}}
function conflict(other,field,what){
const message=`Two people may share an identifier: ${what}.`;
const{hint}=problem_codes.z[`identity.conflict`];
return{kind:`conflict`,with:other,why:{code:`identity.conflict`,field,message,hint}}}
var incomplete_export=__webpack_require__(26966);
var plan_counts=__webpack_require__(20114);
;
async function planExport(options){
const{exported,mappers,sink,onProgress,signal,duplicates=`first`,samples,threads=null}=options;
const counts=new plan_counts.o;
const overruns=new compile_overruns.t(()=>0);
const users=(0,external_node_crypto_.createHash)(`sha256`);
const pages=new incomplete_export.Z(exported.files);
const{takeOverruns=()=>[]}=options;
const here={...options,takeOverruns,breathe:(0,breath.Z)(signal)};
const mapperOf=([first])=>{
const mapper=mappers[first?.file??0];
if(mapper===undefined)throw new Error(`file ${first?.file} of the export has no mapper`);
return mapper};
const decide=chunk=>(0,decide_chunk.K)(chunk,{...here,mapper:mapperOf(chunk)});
let rows=0;
const take=(chunk,decision)=>{
for(const at of decision.overruns)overruns.add(at);
const mapper=mapperOf(chunk);
mapper.addSightings(decision.sightings);
const unwatched=new Set(decision.unwatched);
for(const[place,record]of chunk.entries())if(!unwatched.has(place))mapper.watch(record);
counts.addAll(decision.counted);
const planned=withBodies(decision);
if(samples)for(const[place,{outcome,status,warnings}]of planned.entries()){
const record=chunk[place];
if(outcome===`planned`&&record)samples.add(record,warnings?.length??0,status??``)}
users.update(decision.bodies);
sink.add(planned);
rows+=chunk.length;
onProgress(rows)};
for await(const{chunk,decision}of decisionsInOrder(exported.records(pages.add),decide,threads)){
take(chunk,await(0,until_stopped.s)(decision,signal));
signal.throwIfAborted()}
const settle=({row,body})=>{
const user=JSON.parse(body);
const verdict=decideDuplicate(row,user,sink.claims);
if(verdict.kind===`counts`)return;
counts.arrivals.remove(user);
users.update(`${verdict.kind} ${row}\n`);
if(verdict.kind===`duplicate`)sink.exclude(row,duplicates===`error`?`invalid`:`duplicate`,verdict.of,verdict.why);else sink.exclude(row,`invalid`,verdict.with,verdict.why)};
for await(const members of sink.duplicateCandidates(duplicates===`last`?`last`:`first`)){
signal.throwIfAborted();
sink.transaction(()=>members.forEach(settle))}
const incomplete=pages.missing(rows);
return{rows,warnings:counts.warnings.counts(),firstWarnings:counts.warnings.first(exported.files.map(({name})=>name)),incomplete,passwords:counts.passwords.list(),statuses:counts.statuses.list(),leftOut:counts.leftOut.list(),arrivals:counts.arrivals.list(),users:users.digest(`hex`)}}
function withBodies({rows,bodies}){
let start=0;
return rows.map(row=>{
if(row.outcome!==`planned`)return row;
const end=bodies.indexOf(`
`,start);
const body=bodies.slice(start,end);
start=end+1;
return{...row,body}})}
var status_counts=__webpack_require__(33250);
var input_error=__webpack_require__(30199);
var join_step=__webpack_require__(73622);
var external_node_path_=__webpack_require__(76760);
var promises_=__webpack_require__(58500);
var external_node_worker_threads_=__webpack_require__(75919);
var plan_thread_message=__webpack_require__(87705);
;
const IS_SOURCE=import.meta.filename.endsWith(`.ts`);
const MAIN=(0,external_node_path_.join)((0,external_node_path_.dirname)(import.meta.filename),IS_SOURCE?`../main.ts`:`index.js`);
const CHUNKS_PER_THREAD=3;
const YOUNG_MB=16;
const START_AFTER_ROWS=5e3;
class PlanThreads{
maxPending;
#options;
#setup;
#threads=null;
#rows=0;
constructor(setup,{count,startAfterRows=START_AFTER_ROWS,script=MAIN}){
this.#setup=setup;
this.#options={count,startAfterRows,script};
this.maxPending=(count+1)*CHUNKS_PER_THREAD}
update(){
return(0,promises_.setImmediate)()}
decide(chunk){
this.#rows+=chunk.length;
if(this.#rows<=this.#options.startAfterRows)return null;
const{count,script}=this.#options;
this.#threads??=Array.from({length:count},()=>new PlanThread(script,this.#setup));
return this.#free()?.decide(chunk)??null}
get hasFree(){
return this.#free()!==null}
#free(){
const free=(this.#threads??[]).filter(thread=>thread.isReady&&thread.pending<CHUNKS_PER_THREAD);
return free.sort((a,b)=>a.pending-b.pending)[0]??null}
async[Symbol.asyncDispose](){
await Promise.all((this.#threads??[]).map(thread=>thread.end()))}}
class PlanThread{
isReady=false;
#worker;
#asked=[];
#failure=null;
constructor(script,setup){
const silent={env:{},execArgv:[],stdout:true,stderr:true};
const resourceLimits={maxYoungGenerationSizeMb:YOUNG_MB};
this.#worker=new external_node_worker_threads_.Worker(script,{argv:[plan_thread_message.R],workerData:setup,resourceLimits,...silent});
this.#worker.on(`message`,reply=>this.#take(reply));
this.#worker.on(`error`,error=>this.#fail(error));
this.#worker.on(`exit`,()=>this.#fail(null))}
get pending(){
return this.#asked.length}
decide(chunk){
if(this.#failure!==null)return Promise.reject(this.#failure);
const asked=Promise.withResolvers();
this.#asked.push(asked);
this.#worker.postMessage(chunk);
return asked.promise}
async end(){
this.#worker.removeAllListeners(`exit`);
await this.#worker.terminate()}
#take(reply){
switch(reply.kind){case`ready`:this.isReady=true;return;case`decided`:this.#asked.shift()?.resolve(reply.decision);return;case`failed`:this.#asked.shift()?.reject(reply.error);return}}
#fail(cause){
this.isReady=true;
const code=cause instanceof Error&&`code`in cause?` (${cause.code})`:``;
this.#failure??=new input_error.d([`A thread that decides rows of the plan ended${code}. Nothing was sent. Free memory on the runner, or plan without threads: \`threads: 0\`.`],{cause});
for(const asked of this.#asked.splice(0))asked.reject(this.#failure)}}
var row_explainer=__webpack_require__(72696);
var row_preparation=__webpack_require__(60165);
var status_reading=__webpack_require__(83277);
var number_text=__webpack_require__(95064);
;
const MAX_NAMED=10;
const NO=`{ '0': null, n: null, nein: null, no: null, f: null, false: null }`;
const YES=`{ '1': null, j: null, ja: null, y: null, yes: null, x: null, t: null, true: null }`;
const ACTIVE=`{ '1': null, aktiv: null, active: null, enabled: null, freigeschaltet: null }`;
function decisionLines(states,read){
if(states.length===0)return[];
const named=states.slice(0,MAX_NAMED);
const refs=named.map(({name,ref,json})=>json===null?ref??name:name);
const more=states.length>named.length?[`status.unread: … and ${(0,number_text.U9)(states.length-named.length)} more such columns.`]:[];
const keep=read.length===0?``:` (this replaces the present rule: keep what it reads, ${read.map(name=>`"${name}"`).join(`, `)})`;
return[...named.map(sentence),...more,`Blocked users could log in, so nothing was sent. Decide it in the mapping, with one of these lines:`,`  fields: { userStatus: [${named.map(ruleOf).join(`, `)}, { value: VERIFIED }] }   # reads ${named.length===1?`it`:`them`}; complete the words${keep}`,`  ignore: [${refs.map(quoted).join(`, `)}]   # ${named.length===1?`it is`:`these are`} no state of an account`,`  fields: { userStatus: { value: VERIFIED } }   # all users may log in`]}
function sentence({name,filled,rows,sign}){
const by=sign?.by===`name`?`by its name`:`by its values`;
return`status.unread: no rule reads "${name}" (filled in ${(0,number_text.U9)(filled)} of ${(0,number_text.U9)(rows)} rows), which ${by} looks like the state of an account.`}
function ruleOf({name,ref,json,sign}){
const from=`from: ${quoted(ref??name)}, ${json===null?``:`json: ${quoted(json)}, `}case: lower`;
switch(sign?.kind){case`blocked`:return`{ ${from}, table: ${NO}, else: DECLINED }`;case`status`:return`{ ${from}, table: ${ACTIVE}, else: DECLINED }`;default:return`{ ${from}, table: ${YES}, else: DECLINED, default: DECLINED }`}}
function quoted(name){
return/^\p{L}[\p{L}\p{N} ._-]*$/u.test(name)&&!/\s$|^(?:true|false|null|yes|no|y|n)$/i.test(name)?name:`'${name.replaceAll(`'`,`''`)}'`}
;
const MAX_LOGGED=10;
const MAX_LISTED=1e3;
const CODE=`status.unread`;
function findUnread(mappers,log){
const readings=[...mappers].map(mapper=>mapper.status()).filter(reading=>reading!==null);
const unread=inOrder(merged(readings));
if(unread.length>0)log.info(unreadSentence(unread));
const states=unread.filter(({sign})=>sign!==null);
const isConstant=readings.every(reading=>reading.isConstant);
const missing=[...new Set(readings.flatMap(reading=>reading.missing))];
const sparse=[...new Set(readings.flatMap(reading=>reading.sparse))];
const warned=[...isConstant?states.map(({name})=>`The mapping gives all users the same status and does not read "${name}", which may be the state of an account.`):[],...missing.filter(source=>source.missing===`warn`).map(status_reading.Jy)];
for(const sentence of warned)log.warning(sentence);
const lines=[...missing.filter(source=>source.missing===`stop`).map(status_reading.Jy),...sparse.map(status_reading.Di),...isConstant?[]:decisionLines(states,readings.flatMap(({read})=>read))];
return{unread:unread.slice(0,MAX_LISTED).map(entryOf),warnings:warned.length===0?{}:{[CODE]:warned.length},undecidedStatus:lines.length===0?null:{outcome:`error`,message:lines.join(`
`)}}}
function merged(readings){
const columns=new Map;
for(const column of readings.flatMap(({unread})=>unread)){
const known=columns.get(column.name);
const{filled,rows,sign}=column;
if(known===undefined)columns.set(column.name,column);else columns.set(column.name,{...known,filled:known.filled+filled,rows:known.rows+rows,sign:known.sign??sign})}
return[...columns.values()]}
function inOrder(columns){
const rank=({sign})=>sign===null?1:0;
return columns.toSorted((a,b)=>rank(a)-rank(b)||b.filled/(b.rows||1)-a.filled/(a.rows||1))}
function unreadSentence(unread){
const named=unread.slice(0,MAX_LOGGED).map(({name,filled,rows})=>`"${name}" (${(0,number_text.uM)(filled,rows)})`);
const more=unread.length-named.length;
return`No rule reads ${(0,number_text.hS)(unread.length,`column or key`,`columns or keys`)} of the export; filled: ${named.join(`, `)}${more>0?` and ${(0,number_text.U9)(more)} more, see the report`:``}.`}
function entryOf({name,filled,rows,sign}){
return{name,filled,rows,...sign!==null&&{accountState:true}}}
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
const MAX_THREADS=3;
const MAX_LOGGED_PLACES=10;
async function planRows(settings,ports,exported,mapping,samples=null){
const env_1={stack:[],error:void 0,hasError:false};
try{
const prepared=await(0,row_preparation.D)(ports,exported,mapping);
const{mappers,rules,policy,joined}=prepared;
const threads=__addDisposableResource(env_1,planThreads(settings,ports,exported,mapping,prepared),true);
const planned=await planExport({...{exported,mappers,...rules,samples},takeOverruns:()=>prepared.overruns.take(),threads,duplicates:mapping?.duplicates??`first`,sink:planSink(ports.ledger),onProgress:rows=>ports.progress.planned(rows),signal:ports.stop});
if(planned.passwords.length===0&&lacksExpectedPasswords(settings,ports,mapping))ports.log.warning(`No user of this plan has a password: every user has to set a new one with "forgot password".`);
if(settings.sync===`full`&&planned.statuses.length>0)ports.log.info((0,status_counts.A)(planned.statuses));
for(const place of planned.leftOut.slice(0,MAX_LOGGED_PLACES))ports.log.info((0,left_out_values.h)(place));
if(planned.rows<settings.minRows){
throw new input_error.d([`The export has ${planned.rows} rows, fewer than min-rows (${settings.minRows}): it may be truncated. Nothing was sent. Create it again, or set \`min-rows\` if this is all.`])}
const incomplete=[...planned.incomplete===null?[]:[planned.incomplete],...joined.incomplete];
refuseIncomplete(incomplete,settings,ports.log);
const unseen=policy.severities.get(`path.unseen`)===`off`?{}:countUnseen(new Set(mappers),ports.log);
const{warnings:states,...unread}=findUnread(new Set(mappers),ports.log);
const warnings={...planned.warnings,...(0,join_step.j)(mapping,joined,ports.log),...unseen,...states,...incomplete.length>0&&{"export.incomplete":incomplete.length}};
const explain=(0,row_explainer.X)(exported,mapping,prepared);
return{...planned,warnings,joined:joined.files,explain,...unread}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}
function planThreads({threads},{state},{files},mapping,{mappers,joined,environment:{now}}){
const count=threads===`auto`?Math.min((0,external_node_os_.availableParallelism)()-1,MAX_THREADS):threads;
if(count===0||joined.store!==null||mappers.some(({prepare})=>prepare!==null))return null;
const setup={mapping:mapping?.written??null,files:files.map(({columns,format})=>({columns,format})),...{now,fingerprintKey:state?.fingerprintKey()??null}};
return new PlanThreads(setup,{count})}
function refuseIncomplete(sentences,{allowPartialExport},log){
if(allowPartialExport)for(const sentence of sentences)log.warning(`${sentence}. \`allow-partial-export\` accepts it.`);else if(sentences.length>0)throw new input_error.d(sentences.map(sentence=>`${sentence} (export.incomplete). Fetch the other pages too and give all files as one export, or set \`allow-partial-export: true\` if only these users are meant. Nothing was sent.`))}
function countUnseen(mappers,log){
const unseen=[...mappers].flatMap(mapper=>mapper.unseen());
for(const{path,at,nearest}of unseen){
const hint=nearest===null?``:` Did you mean ${nearest}?`;
log.warning(`${at}: no record of the export has ${path}.${hint}`)}
return unseen.length===0?{}:{"path.unseen":unseen.length}}
function lacksExpectedPasswords({preset},{ledger},mapping){
const hasOwnRule=mapping?.fields.some(({field})=>field.startsWith(`password_hash_info.`))??false;
return preset!==null&&!hasOwnRule&&ledger.totals().planned>0}}),58017:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{i:()=>recordedRun});
var close_run=__webpack_require__(99765);
var early_end=__webpack_require__(91846);
var run_record=__webpack_require__(76944);
var run_notes=__webpack_require__(2896);
;
class RunRecorder{
#ledger;
#record;
constructor(ledger,record){
this.#ledger=ledger;
this.#record=record;
this.save()}
get record(){
return this.#record}
add(section){
const warnings={...this.#record.warnings,...section.warnings};
const firstWarnings={...this.#record.firstWarnings,...section.firstWarnings};
this.#record={...this.#record,...section,warnings,firstWarnings};
this.save()}
save(){
(0,run_notes.Yx)(this.#ledger,this.#record)}}
;
async function recordedRun(settings,ports,runSteps){
const{ledger,clock,log}=ports;
const began=clock.now();
const startedAt=clock.wallNow();
const recorder=new RunRecorder(ledger,(0,run_record.F)(settings,ports.toolVersion,ports.run,startedAt));
const earlyEnd=await runSteps(settings,ports,recorder).catch(error=>{
const end=(0,early_end.c)(error,ports);
recorder.add(end.section);
return end.earlyEnd});
ledger.releaseSpace();
recorder.save();
const head=(0,close_run.Q)(ledger,recorder.record,earlyEnd,startedAt+(clock.now()-began));
for(const line of head.reason?.split(`
`)??[])log.error(line);
return head}}),72696:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>rowExplainer});
var _mapping_compile_compile_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(42044);
var _mapping_compile_field_error_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(6703);
var _mapping_compile_warned_value_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(35259);
var _mapping_file_mapping_refs_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(15602);
var _mapping_file_password_rule_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(29116);
var _password_describe_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(64048);
var _plan_decide_row_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(32914);
var _report_explained_values_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(55387);
var _report_record_cells_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(52017);
function rowExplainer(exported,mapping,{rules,environment}){
const passwordRefs=passwordRefsOf(mapping);
return async(record,show)=>{
const{row,line,body}=record;
const file=exported.files[record.file];
if(file===undefined)throw new Error(`file ${record.file} is not in the export`);
const traces=[];
const noteRule=trace=>void traces.push(trace);
const mapper=await(0,_mapping_compile_compile_js__WEBPACK_IMPORTED_MODULE_0__.k)(mapping,file.columns,{...environment,noteRule});
await mapper.prepare?.([record]);
traces.length=0;
const mapped=mapper(record);
const decided=(0,_plan_decide_row_js__WEBPACK_IMPORTED_MODULE_4__.d)(record,mapped,rules,null);
const cells=(0,_report_record_cells_js__WEBPACK_IMPORTED_MODULE_6__.n)(body,file.columns,line);
const isSecret=cell=>(0,_report_explained_values_js__WEBPACK_IMPORTED_MODULE_5__.te)(cell,passwordRefs);
const secrets=[...cells.filter(isSecret).flatMap(({value})=>(0,_report_explained_values_js__WEBPACK_IMPORTED_MODULE_5__.Ej)(value)),...traces.filter(isOfPassword).flatMap(({input,steps})=>(0,_report_explained_values_js__WEBPACK_IMPORTED_MODULE_5__.Ej)([input===rootOf(body)?null:input,...steps.map(({result})=>result)]))];
const values=(0,_report_explained_values_js__WEBPACK_IMPORTED_MODULE_5__.P4)(secrets,show);
return{...{row,file:file.name,line},cells:cells.map(cell=>explainedCell(cell,isSecret(cell),values)),rules:traces.map(trace=>explainedRule(trace,values)),password:passwordOf(mapped),warnings:decided.warnings??[],decision:decisionOf(decided,mapped),user:decided.body===undefined?null:values.json(JSON.parse(decided.body))}}}
function passwordRefsOf(mapping){
if(mapping===null)return[];
const own=mapping.fields.filter(({field})=>/^password_hash_info\.(?!algorithmTypeId$)/.test(field));
const{value=null,salt=null}=mapping.password??{};
const parts=(0,_mapping_file_password_rule_js__WEBPACK_IMPORTED_MODULE_2__.Fv)(mapping.password).filter(rule=>rule===value||rule===salt);
return[...own,...parts].flatMap(_mapping_file_mapping_refs_js__WEBPACK_IMPORTED_MODULE_1__.j).map(({text})=>text).filter(text=>text!==`$`)}
function isOfPassword({field}){
return/^password(?:$|\.salt$)|^password_hash_info\.(?!algorithmTypeId$)/.test(field)}
function rootOf(body){
return body.kind===`object`?body.object:null}
function explainedCell({name,line,value},isSecret,values){
const isEmpty=value===``||value===null||value===undefined;
const text=isSecret&&!isEmpty?`***`:values.text(name,value)??``;
return{name,line,value:text}}
function explainedRule({field,at,applies,input,steps,result},values){
const text=value=>isMade(value)?values.text(field,plain(value)):null;
return{...{field,at,applies,input:text(input)},steps:steps.map(({name,result:made})=>({name,result:text(made)})),result:text(result),problem:result instanceof _mapping_compile_field_error_js__WEBPACK_IMPORTED_MODULE_7__.b?result.code:null}}
function isMade(value){
return!(value instanceof _mapping_compile_field_error_js__WEBPACK_IMPORTED_MODULE_7__.b)&&typeof value!==`symbol`}
function plain(value){
return value instanceof _mapping_compile_warned_value_js__WEBPACK_IMPORTED_MODULE_8__.h?value.value:value}
function passwordOf(mapped){
if(mapped.kind!==`user`||mapped.password===null)return null;
const{algorithm,sentAs}=(0,_password_describe_js__WEBPACK_IMPORTED_MODULE_3__.$3)(mapped.password);
return`${algorithm}, sent as ${sentAs}`}
function decisionOf({outcome,reason},mapped){
const{code=null,message=null,hint=null}=reason??{};
const isSent=outcome===`planned`&&mapped.kind===`user`;
const status=isSent?{name:mapped.status.status,reason:mapped.status.reason}:null;
return{outcome,code,message,hint:hint===``?null:hint,status}}}),76944:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{F:()=>emptyRecord,a:()=>tenantName});
function emptyRecord(settings,toolVersion,run,startedAt){
const{mode,failAbove}=settings;
return{...{toolVersion,mode,tenant:tenantName(settings),run,startedAt,failAbove},export:{files:[],rows:0},mapping:null,planDigest:null,warnings:{},firstWarnings:{},rowsRead:null,resumed:null,delta:null,pilot:false,comparison:null}}
function tenantName({tenant}){
return tenant?.kind===`origin`?tenant.origin:tenant?.kind??null}}),35109:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Dy:()=>explainSamples,lc:()=>samplesOf,yO:()=>shownArrivals,x$:()=>textsOfRun});
var planned_rows=__webpack_require__(57809);
;
const MAX_CANDIDATES=8;
const MAX_STATUSES=10;
class SampleRows{
#seed;
#kinds=new Map;
constructor(seed){
this.#seed=Number.parseInt(seed.slice(0,8),16)}
add(record,warnings,status){
const turn=mixed(this.#seed^record.row);
const why=warnings===0?`no warning`:`most warnings`;
this.#keep(why,{why,status,record,warnings,turn});
this.#keep(`status ${status}`,{why:`status`,status,record,warnings:0,turn})}
choose(isPlanned){
const chosen=[];
for(const candidates of this.#inOrder()){
const isShown=candidates[0]?.why===`status`&&chosen.some(({status})=>status===candidates[0]?.status);
const found=isShown?undefined:candidates.find(({record})=>isPlanned(record.row));
if(found!==undefined)chosen.push({why:found.why,status:found.status,record:found.record})}
return chosen}
#inOrder(){
const first=[`no warning`,`most warnings`];
const others=[...this.#kinds.keys()].filter(kind=>!first.includes(kind)).sort();
return[...first,...others].map(kind=>this.#kinds.get(kind)??[])}
#keep(kind,candidate){
const known=this.#kinds.get(kind);
if(known===undefined&&this.#kinds.size>=MAX_STATUSES+2)return;
const candidates=known??[];
this.#kinds.set(kind,candidates);
const last=candidates.at(-1);
if(candidates.length===MAX_CANDIDATES&&last!==undefined&&!isBetter(candidate,last))return;
candidates.push(candidate);
candidates.sort((a,b)=>isBetter(a,b)?-1:1);
if(candidates.length>MAX_CANDIDATES)candidates.pop()}}
function isBetter(a,b){
return a.warnings>b.warnings||a.warnings===b.warnings&&a.turn<b.turn}
function mixed(number){
let bits=number;
bits=Math.imul(bits^bits>>>16,2246822507);
bits=Math.imul(bits^bits>>>13,3266489909);
return(bits^bits>>>16)>>>0}
var explained_values=__webpack_require__(55387);
var value_shower=__webpack_require__(34050);
;
const OWN_WORDS=[`VERIFIED`,`PENDING`,`DECLINED`,`ACCEPTED`,`REVOKED`,`SKIPPED`,`self`];
async function textsOfRun({report},mapping){
const known=new Set(OWN_WORDS);
if(mapping!==null){
const{mappingWords}=await Promise.all([__webpack_require__.e(8815),__webpack_require__.e(4815)]).then(__webpack_require__.bind(__webpack_require__,74815));
for(const word of mapping.texts.flatMap(text=>[...mappingWords(text)]))known.add(word)}
return(0,value_shower.Y)(report.identifiers,known)}
function samplesOf({mode},{files}){
return mode===`plan`?new SampleRows(files[0]?.sha256??`0`):null}
async function explainSamples(samples,ledger,explain,show){
const users=[];
for(const{why,record}of samples.choose((0,planned_rows.H)(ledger)))users.push({why,...await explain(record,show)});
return users}
function shownArrivals(counts,show){
const masked=(field,shares)=>{
const merged=new Map;
for(const{name,users}of shares){
const shown=show(field,name);
merged.set(shown,(merged.get(shown)??0)+users)}
return[...merged].map(([name,users])=>({name,users}))};
const algorithm=id=>id===`none`||explained_values._t.test(id)?id:`***`;
return{...counts,passwords:counts.passwords.map(({name,users})=>({name:algorithm(name),users})),groups:masked(`groups`,counts.groups),roles:masked(`roles`,counts.roles),consents:masked(`consents`,counts.consents)}}}),94998:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{a:()=>consoleLog,x:()=>SILENT_LOG});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_secret_finder_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(21716);
var _terminal_style_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(51550);
const SILENT_LOG={info:()=>undefined,notice:()=>undefined,warning:()=>undefined,error:()=>undefined,secret:()=>undefined};
const PLAIN_LOG={paintOut:_terminal_style_js__WEBPACK_IMPORTED_MODULE_1__.tZ,paintErr:_terminal_style_js__WEBPACK_IMPORTED_MODULE_1__.tZ,isQuiet:false,stamp:null};
const TONES={good:`green`,bad:`red`,stopped:`yellow`};
function consoleLog(out,err,options={}){
const{paintOut,paintErr,isQuiet,stamp}={...PLAIN_LOG,...options};
const secrets=new Set;
function mask(text){
const known=[...secrets].sort((a,b)=>b.length-a.length);
return known.reduce((masked,secret)=>masked.replaceAll(secret,`***`),text)}
function write(stream,message,finish){
const paint=stream===out?paintOut:paintErr;
const begin=stamp===null?``:`${paint([`dim`],stamp())} `;
stream.write(`${stream.isTTY===true?`\r\x1B[2K`:``}${begin}${finish((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.BP)(mask(message)))}\n`)}
const unlessQuiet=log=>isQuiet?()=>undefined:log;
const labelled=(label,style)=>message=>write(err,message,safe=>`${paintErr([`bold`,style],label)} ${safe}`);
return{info:unlessQuiet(message=>write(out,message,safe=>safe)),notice:unlessQuiet(labelled(`note:`,`cyan`)),warning:unlessQuiet(labelled(`warning:`,`yellow`)),error:labelled(`error:`,`red`),verdict:(message,tone)=>{
if(isQuiet&&tone===`good`)return;
const paint=isQuiet?paintErr:paintOut;
write(isQuiet?err:out,message,safe=>paint([`bold`,TONES[tone]],safe))},mask,secret:value=>{
for(const part of[value,...value.split(/\r?\n/)])if(part.trim().length>=_text_secret_finder_js__WEBPACK_IMPORTED_MODULE_2__.vb)secrets.add(part.trim())}}}}),6924:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{o:()=>progressLine});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
function progressLine({done,total,perSecond,failed,msLeft}){
const rate=perSecond>0&&perSecond<9.95?perSecond.toFixed(1):(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(perSecond);
const parts=[`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(done)} of ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(total)} users`];
if(perSecond>0)parts.push(`${rate}/s`);
parts.push(`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(failed)} failed`);
if(msLeft!==null)parts.push(`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.p0)(Math.max(1e3,msLeft))} left`);
return parts.join(` · `)}}),36282:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{cf:()=>NO_PROGRESS,d1:()=>sendingRate,mS:()=>progressLog,nF:()=>throttle,rQ:()=>waitingText});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
var _progress_line_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6924);
const NO_PROGRESS={planned:()=>undefined,sent:()=>undefined,waiting:()=>undefined};
const WINDOW_MS=6e4;
function progressLog(log,now,everyMs=5e3){
const isDue=throttle(now,everyMs);
const measure=sendingRate(now);
return{planned:rows=>{
if(isDue())log.info(`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(rows)} rows planned`)},sent:(done,total,failed)=>{
measure.start();
const isLast=done>=total;
if(isDue(isLast))log.info((0,_progress_line_js__WEBPACK_IMPORTED_MODULE_1__.o)(measure.progress(done,total,failed)))},waiting:(ms,code)=>{
if(isDue(ms>=everyMs))log.info(waitingText(ms,code))}}}
function waitingText(ms,code){
return`Trying again in ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.p0)(ms)} (${code})`}
function throttle(now,everyMs){
let nextAt=now()+everyMs;
return(always=false)=>{
if(!always&&now()<nextAt)return false;
nextAt=now()+everyMs;
return true}}
function sendingRate(now){
let samples=[];
return{start:()=>{
if(samples.length===0)samples.push({at:now(),done:0})},progress:(done,total,failed)=>{
const at=now();
samples=[...samples.filter(sample=>at-sample.at<=WINDOW_MS||sample===samples.at(-1)),{at,done}];
const from=samples[0]??{at,done};
const perSecond=at>from.at?(done-from.done)/(at-from.at)*1e3:0;
const msLeft=perSecond>0&&done<total?(total-done)/perSecond*1e3:null;
return{done,total,perSecond,failed,msLeft}}}}}),51550:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{b4:()=>isInteractive,ev:()=>paintFor,tZ:()=>PLAIN,uI:()=>hasColours});
var node_util__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(57975);
function hasColours(stream,env){
const forced=env.FORCE_COLOR;
if(forced!==undefined)return forced!==`0`&&forced!==`false`;
return(env.NO_COLOR??``)===``&&isInteractive(stream,env)}
function isInteractive(stream,env){
return stream.isTTY===true&&(env.CI??``)===``&&env.TERM!==`dumb`}
const PLAIN=(_,text)=>text;
function paintFor(stream,env){
if(!hasColours(stream,env))return PLAIN;
return(styles,text)=>(0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)([...styles],text,{validateStream:false})}}),1041:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{w:()=>TOOL_VERSION});
const TOOL_VERSION=`0.1.0`}),57130:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>openExport});
var input_error=__webpack_require__(30199);
;
class RecordScan{
#text;
#delimiter;
#lf=-1;
#cr=-1;
#quote=-1;
constructor(text,delimiter){
this.#text=text;
this.#delimiter=delimiter}
endOfRecord(start){
let end=this.#lineEnd(start);
let at=this.#nextQuote(start);
let quoted=false;
while(at<end){
if(!this.#opensCell(start,at)){
at=this.#nextQuote(at+1);
continue}
quoted=true;
const close=this.#closingQuote(at);
if(close===-1)return{kind:`open-quote`,at:Number.POSITIVE_INFINITY,quoted};
const next=this.#skipSpace(close+1);
end=this.#lineEnd(next);
if(next<end&&next<this.#text.length&&this.#text[next]!==this.#delimiter){
return{kind:`text-after-quote`,at:next,quoted}}
at=this.#nextQuote(next)}
return{kind:`end`,at:end,quoted}}
#opensCell(start,quote){
for(let at=quote-1;at>=start;at--){
const char=this.#text.charAt(at);
if(char===this.#delimiter)return true;
if(!isSpace(char))return false}
return true}
#closingQuote(open){
let at=this.#text.indexOf(`"`,open+1);
while(at!==-1&&this.#text.charCodeAt(at+1)===34)at=this.#text.indexOf(`"`,at+2);
return at}
#skipSpace(from){
let at=from;
for(;at<this.#text.length;at++){
const char=this.#text.charAt(at);
if(char===this.#delimiter||char===`
`||char===`\r`||!isSpace(char))break}
return at}
#lineEnd(from){
if(this.#lf<from)this.#lf=this.#find(`
`,from);
if(this.#cr<from)this.#cr=this.#find(`\r`,from);
return Math.min(this.#lf,this.#cr)}
#nextQuote(from){
if(this.#quote<from)this.#quote=this.#find(`"`,from);
return this.#quote}
#find(char,from){
const at=this.#text.indexOf(char,from);
return at===-1?Number.POSITIVE_INFINITY:at}}
function isSpace(char){
return char===` `||/\s/.test(char)}
;
const MAX_RECORD_LENGTH=1024*1024;
const SEPARATOR_LINE=/^"?sep=(.)"?$/i;
const LINE_BREAK=/\r\n|\r|\n/g;
class CsvLines{
#name;
#delimiter;
#blank;
#rest=``;
#line=1;
#begun=false;
constructor(name,delimiter){
this.#name=name;
this.#delimiter=delimiter;
this.#blank=new RegExp(`^[\\s${delimiter}]*$`)}
push(piece,isLast){
const text=this.#rest+piece;
const scan=new RecordScan(text,this.#delimiter);
const texts=[];
const lines=[];
let start=0;
while(start<text.length){
const found=scan.endOfRecord(start);
const failure=this.#failure(found,text,start,isLast);
if(failure!==null)return{texts,lines,failure};
const end=found.at;
const isCr=text.charCodeAt(end)===13;
const mayGoOn=end===Number.POSITIVE_INFINITY||isCr&&end+1===text.length;
if(mayGoOn&&!isLast)break;
const record=text.slice(start,end);
if(!this.#isSkipped(record)){
texts.push(record);
lines.push(this.#line)}
this.#line+=1+(found.quoted?lineBreaks(record):0);
start=Math.min(end,text.length)+(isCr&&text.charCodeAt(end+1)===10?2:1)}
this.#rest=text.slice(start);
return{texts,lines,failure:null}}
#failure(found,text,start,last){
if(Math.min(found.at,text.length)-start>MAX_RECORD_LENGTH){
return this.#tooLong(text.slice(start,start+MAX_RECORD_LENGTH),found.quoted)}
if(found.kind===`text-after-quote`)return this.#textAfterQuote(text.slice(start,found.at));
return found.kind===`open-quote`&&last?this.#openQuote(text.slice(start),`at the end of the file`):null}
#isSkipped(record){
const first=record.charCodeAt(0);
if(record===``||(first<=32||record[0]===this.#delimiter)&&this.#blank.test(record))return true;
const begins=!this.#begun;
this.#begun=true;
return begins&&SEPARATOR_LINE.test(record)}
#textAfterQuote(before){
const noticed=this.#line+lineBreaks(before);
return new input_error.d([`${this.#name}:${this.#line}: in the record that starts here, text follows a closing quote (line ${noticed}). `+`Either a quote inside a quoted cell is not doubled (write ""; a backslash does not escape it), or an earlier quote in this record is not closed.`])}
#tooLong(text,quoted){
if(quoted&&lineBreaks(text)>0)return this.#openQuote(text,`after 1 MiB of text`);
return new input_error.d([`${this.#name}:${this.#line}: this record is longer than 1 MiB of text. Check that the file is CSV and has line breaks.`])}
#openQuote(text,where){
const noticed=this.#line+lineBreaks(text);
return new input_error.d([`${this.#name}:${this.#line}: the record that starts here has a quote that is not closed; ${where}, on line ${noticed}, it is still open. `+`Close it or, if it is part of the text, put the cell in quotes and double the quote ("").`])}}
function lineBreaks(text){
return text.match(LINE_BREAK)?.length??0}
;
const CHUNK_RECORDS=1e3;
async function*csvRecords(texts,file,row){
const nameless=file.columns.flatMap((name,index)=>name===``?[index]:[]);
let next=row;
let skip=file.skip;
for await(const{texts:records,lines,failure}of csvTexts(texts,file)){
const cells=await splitCells(records,file);
for(let from=skip;from<cells.length;from+=CHUNK_RECORDS){
const chunk=[];
for(let at=from;at<Math.min(from+CHUNK_RECORDS,cells.length);at++){
const body=bodyOf(cells[at]??[],file.columns.length,nameless);
chunk.push({row:next++,file:file.index,line:lines[at]??0,body})}
yield chunk}
skip=Math.max(0,skip-cells.length);
if(failure!==null)throw failure}}
async function checkQuotes(texts,file){
for await(const{failure}of csvTexts(texts,file))if(failure!==null)throw failure}
async function*csvTexts(texts,file){
const lines=new CsvLines(file.name,file.delimiter);
for await(const text of texts)yield lines.push(text,false);
yield lines.push(``,true)}
async function splitCells(records,file){
const{delimiter,name}=file;
const cells=[];
const quoted=[];
for(const[place,record]of records.entries()){
const plain=splitPlain(record,delimiter);
if(plain===null)quoted.push(`${place}${delimiter}${record}\n`);
cells.push(plain??[])}
if(quoted.length===0)return cells;
const parsed=await parseQuoted(quoted.join(``),file);
if(parsed.length!==quoted.length)throw unreadable(name);
for(const record of parsed)cells[Number(record.shift())]=record;
return cells}
function splitPlain(record,delimiter){
if(!record.includes(`"`))return record.split(delimiter);
if(!record.startsWith(`"`)||!record.endsWith(`"`))return null;
const cells=record.slice(1,-1).split(`"${delimiter}"`);
return cells.some(cell=>cell.includes(`"`))?null:cells}
async function parseQuoted(text,file){
const{parseString}=await __webpack_require__.e(3625).then(__webpack_require__.t.bind(__webpack_require__,63625,19));
return new Promise((resolve,reject)=>{
const rows=[];
parseString(text,{delimiter:file.delimiter,headers:false}).on(`data`,record=>rows.push(record)).on(`error`,()=>reject(unreadable(file.name))).on(`end`,()=>resolve(rows))})}
function unreadable(name){
return new input_error.d([`${name}: the quotes of a record cannot be parsed. Export again with every cell quoted.`])}
function bodyOf(cells,columns,nameless){
if(cells.length!==columns)return{kind:`broken`,problem:wrongCount(cells.length,columns)};
for(const index of nameless){
if((cells[index]??``).trim()!==``)return{kind:`broken`,problem:namelessText(index)}}
return{kind:`cells`,cells}}
function wrongCount(cells,columns){
return{code:`record.columns`,field:null,message:`The record has ${cells} ${cells===1?`cell`:`cells`}, the header has ${columns}.`,hint:"Look for a missing or extra delimiter; a cell that contains the delimiter must be in quotes. `fail-above: 1%` lets a run succeed without such rows."}}
function namelessText(index){
return{code:`record.columns`,field:null,message:`Column ${index+1} has no name in the header, but has text in this record.`,hint:"Name the column in the header, in the file or with `source: { header: [ … ] }`, or remove it; the cause may also be an extra delimiter in the record."}}
;
const MARKS=[[`utf-8`,[239,187,191]],[`utf-16le`,[255,254]],[`utf-16be`,[254,255]]];
function guessEncoding(head,setting){
if(startsWith(head,[255,254,0,0])||startsWith(head,[0,0,254,255])){
return{kind:`problem`,problem:`is UTF-32, which is not supported. Save it as UTF-8.`}}
const marked=MARKS.find(([,mark])=>startsWith(head,mark))?.[0];
if(setting===`auto`){
const encoding=marked??guessUtf16(head);
return encoding===undefined?{kind:`open`}:{kind:`certain`,encoding}}
if(marked!==undefined&&marked!==setting){
const problem=`begins with the byte-order mark of ${marked}, but encoding is set to ${setting}. Set encoding to ${marked} or auto.`;
return{kind:`problem`,problem}}
return{kind:`certain`,encoding:setting}}
async function*decode(bytes,encoding){
const decoder=encoding===`windows-1252`?undefined:new TextDecoder(encoding);
for await(const chunk of bytes){
const text=decoder===undefined?decodeWindows1252(chunk):decoder.decode(chunk,{stream:true});
if(text!==``)yield text}
decoder?.decode()}
function decodeHead(head,encoding){
return encoding===`windows-1252`?decodeWindows1252(head):new TextDecoder(encoding).decode(head,{stream:true})}
const WINDOWS_1252=`€‚ƒ„…†‡ˆ‰Š‹ŒŽ`+`‘’“”•–—˜™š›œžŸ`;
function decodeWindows1252(bytes){
return bytes.toString(`latin1`).replace(/[\x80-\x9f]/g,char=>WINDOWS_1252.charAt(char.charCodeAt(0)-128))}
function startsWith(head,mark){
return mark.every((byte,index)=>head[index]===byte)}
function guessUtf16(head){
const pairs=Math.min(head.length,4096)>>1;
let evenNuls=0;
let oddNuls=0;
for(let pair=0;pair<pairs;pair++){
if(head[pair*2]===0)evenNuls++;
if(head[pair*2+1]===0)oddNuls++}
if(oddNuls>pairs/2&&evenNuls*20<=pairs)return`utf-16le`;
if(evenNuls>pairs/2&&oddNuls*20<=pairs)return`utf-16be`;
return undefined}
var until_stopped=__webpack_require__(14124);
var web_=__webpack_require__(37830);
;
const BEGIN=`-----BEGIN AGE ENCRYPTED FILE-----`;
const END=`-----END AGE ENCRYPTED FILE-----`;
const COLUMNS=64;
const MAX_LINE_LENGTH=1024;
function isArmored(head){
return withoutMark(head.toString(`latin1`)).trimStart().startsWith(BEGIN)}
async function*decodeArmor(bytes){
const armor=new Armor;
let rest=``;
for await(const chunk of bytes){
const lines=(rest+chunk.toString(`latin1`)).split(`
`);
rest=lines.pop()??``;
if(rest.length>MAX_LINE_LENGTH)throw new Error(`a line of the armor is too long`);
const body=armor.take(lines);
if(body.length>0)yield body}
const body=armor.take([rest]);
if(body.length>0)yield body;
armor.finish()}
class Armor{
#place=`before`;
take(lines){
const base64=lines.map(line=>line.endsWith(`\r`)?line.slice(0,-1):line).filter(line=>this.#isBody(line)).join(``);
const bytes=Buffer.from(base64,`base64`);
if(bytes.toString(`base64`)!==base64)throw new Error(`the armor is not base64`);
return bytes}
finish(){
if(this.#place!==`after`)throw new Error(`the armor does not end`)}
#isBody(line){
switch(this.#place){case`before`:if(withoutMark(line).trimStart()===BEGIN)this.#place=`body`;else if(withoutMark(line).trim()!==``)throw new Error(`the armor does not begin`);return false;case`body`:case`last`:if(line.trimEnd()===END){
this.#place=`after`;
return false}if(this.#place===`last`||line.length>COLUMNS||line.length===0)throw new Error(`a line of the armor is broken`);if(line.length<COLUMNS||line.endsWith(`=`))this.#place=`last`;return true;case`after`:if(line.trim()!==``)throw new Error(`something follows the armor`);return false}}}
function withoutMark(latin1){
return latin1.replace(/^\xef\xbb\xbf/,``)}
var external_node_crypto_=__webpack_require__(77598);
var external_node_util_=__webpack_require__(57975);
;
const LABEL=`age-encryption.org/v1/scrypt`;
const MAX_WORK_FACTOR=20;
const TAG_BYTES=16;
const derive=(0,external_node_util_.promisify)(external_node_crypto_.scrypt);
function passphraseIdentity(passphrase){
return{async unwrapFileKey(stanzas){
const stanza=stanzas.find(({args})=>args[0]===`scrypt`);
if(stanza===undefined)return null;
if(stanzas.length!==1)throw new Error(`a passphrase is not the only recipient`);
const[,saltText=``,factorText=``,...more]=stanza.args;
const salt=Buffer.from(saltText,`base64`);
const isValid=salt.length===16&&/^[1-9]\d?$/.test(factorText)&&more.length===0;
if(!isValid||stanza.body.length!==2*TAG_BYTES)throw new Error(`the stanza of the passphrase is damaged`);
if(Number(factorText)>MAX_WORK_FACTOR)throw new Error(`the work factor of the passphrase is too high`);
const N=2**Number(factorText);
const key=await derive(passphrase,Buffer.concat([Buffer.from(LABEL),salt]),32,{...{N,r:8,p:1,maxmem:2*1024*N+1024*1024}});
return openFileKey(key,stanza.body)}}}
function openFileKey(key,sealed){
const opener=(0,external_node_crypto_.createDecipheriv)(`chacha20-poly1305`,key,Buffer.alloc(12),{authTagLength:TAG_BYTES});
opener.setAuthTag(sealed.subarray(TAG_BYTES));
const fileKey=opener.update(sealed.subarray(0,TAG_BYTES));
try{
opener.final();
return fileKey}catch{
return null}}
;
const INTRO=`age-encryption.org/v1`;
const ENCRYPTION_HEAD_BYTES=256;
const MAX_HEADER_BYTES=256*1024;
const PASSPHRASE_RECIPIENT=`scrypt`;
const IDENTITY_RECIPIENTS=[`X25519`,`mlkem768x25519`];
function detectEncryption(head){
if(head.toString(`latin1`,0,INTRO.length)===INTRO)return`age`;
return isArmored(head)?`age-armored`:`none`}
async function*decrypt(bytes,encryption,key,name){
if(encryption===`none`){
yield*bytes;
return}
if(key===null){
throw new input_error.d([`${name} is encrypted with age. Pass its identity or passphrase in the secret input \`export-key\` (not available to forks) or, on the command line, in CIDAAS_EXPORT_KEY.`])}
const{Decrypter}=await __webpack_require__.e(3389).then(__webpack_require__.bind(__webpack_require__,43389));
const decrypter=new Decrypter;
addKey(decrypter,key,name);
const recipients=[];
decrypter.addIdentity({unwrapFileKey:stanzas=>{
recipients.push(...stanzas.map(({args})=>args[0]??``));
return null}});
let opened=false;
try{
const binary=encryption===`age`?bytes:decodeArmor(bytes);
const plain=await decrypter.decrypt(web_.ReadableStream.from(withHeaderLimit(binary,()=>opened)));
opened=true;
for await(const chunk of plain)yield Buffer.from(chunk.buffer,chunk.byteOffset,chunk.byteLength)}catch(cause){
if(cause instanceof input_error.d)throw cause;
const problem=recipients.length===0?`is damaged or truncated and cannot be decrypted; none of it was imported. Create or transfer it again.`:noKeyFits(recipients,key);
throw new input_error.d([`${name} ${problem}`],{cause})}}
function addKey(decrypter,key,name){
if(key.kind===`passphrase`){
decrypter.addIdentity(passphraseIdentity(key.passphrase));
return}
for(const[index,identity]of key.identities.entries()){
try{
decrypter.addIdentity(identity)}catch{
throw new input_error.d([`${name} cannot be decrypted: identity ${index+1} of \`export-key\` has a wrong checksum. Copy it again from its key file.`])}}}
async function*withHeaderLimit(bytes,opened){
let read=0;
for await(const chunk of bytes){
if(!opened()&&read>MAX_HEADER_BYTES)throw new Error(`the header does not end`);
read+=chunk.length;
yield chunk}}
function noKeyFits(recipients,key){
if(recipients.includes(PASSPHRASE_RECIPIENT))return key.kind===`passphrase`?"was encrypted with a passphrase other than `export-key`, or its header is damaged. Set `export-key` to the right passphrase.":"was encrypted with a passphrase, but `export-key` is an identity. Set `export-key` to the passphrase.";
if(!recipients.some(kind=>IDENTITY_RECIPIENTS.includes(kind)))return`was encrypted only for an SSH key or a plugin, which is not supported. Encrypt it for an age-keygen recipient (age1…).`;
return key.kind===`passphrase`?"was encrypted for a recipient (age1…), but `export-key` is a passphrase. Set `export-key` to the identity (AGE-SECRET-KEY-1…) that belongs to it.":"was encrypted for a recipient that does not match `export-key`, or its header is damaged. Set `export-key` to the identity of the recipient (age1…) that it was encrypted for."}
var external_node_stream_=__webpack_require__(57075);
var external_node_zlib_=__webpack_require__(38522);
var number_text=__webpack_require__(95064);
var external_node_events_=__webpack_require__(78474);
;
class TooManyPieces extends Error{}
const MAX_SMALL_PIECES=1e4;
const SMALL_BYTES=64;
class PieceCount{
#pieces=0;
#bytes=0;
add(bytes){
this.#pieces++;
this.#bytes+=bytes;
if(this.#pieces>MAX_SMALL_PIECES&&this.#bytes<this.#pieces*SMALL_BYTES)throw new TooManyPieces(`the data consists of too many small pieces`)}}
;
const CHUNK_BYTES=64*1024;
const NOTHING=Buffer.alloc(0);
async function*gunzipMembers(bytes){
const source=bytes[Symbol.asyncIterator]();
const members=new PieceCount;
try{
let chunk=await withoutPadding(NOTHING,source);
while(chunk!==null){
const member=(0,external_node_zlib_.createGunzip)({chunkSize:CHUNK_BYTES});
const fed=feed(member,chunk,source);
yield*member;
members.add(member.bytesWritten);
chunk=await withoutPadding(await fed,source)}}finally{
await source.return?.()}}
async function withoutPadding(first,source){
for(let chunk=first;;){
const start=chunk.findIndex(byte=>byte!==0);
if(start>=0)return chunk.subarray(start);
const step=await source.next();
if(step.done===true)return null;
chunk=step.value}}
async function feed(member,first,source){
const ended=(0,external_node_events_.once)(member,`close`).catch(()=>undefined);
let given=0;
for(let chunk=first;;){
given+=chunk.length;
await Promise.race([written(member,chunk),ended]);
const left=given-member.bytesWritten;
if(left>0||member.destroyed)return left>0?chunk.subarray(chunk.length-left):NOTHING;
try{
const step=await source.next();
if(step.done===true){
member.end();
await ended;
return NOTHING}
chunk=step.value}catch(error){
member.destroy(error);
return NOTHING}}}
function written(member,chunk){
return new Promise(resolve=>void member.write(chunk,()=>resolve()))}
;
const FRAME=4247762216;
const SKIPPABLE=407710288;
async function*zstdFrames(bytes){
let walker=zstd_frames_frame();
let request=walker.next().value;
let wanted=request?.bytes??0;
let seen=[];
let inFrame=false;
let frameBytes=0;
const frames=new PieceCount;
for await(const chunk of bytes){
let sent=0;
let at=0;
while(at<chunk.length){
const part=chunk.subarray(at,at+wanted);
if(request?.keep)seen.push(part);
at+=part.length;
frameBytes+=part.length;
wanted-=part.length;
inFrame=true;
while(wanted===0){
const step=walker.next(Buffer.concat(seen));
seen=[];
request=step.value;
if(step.done){
yield chunk.subarray(sent,at);
sent=at;
frames.add(frameBytes);
frameBytes=0;
inFrame=false;
walker=zstd_frames_frame();
request=walker.next().value}
wanted=request?.bytes??0}}
if(sent<chunk.length)yield chunk.subarray(sent)}
if(inFrame)throw new Error(`the data ends within a zstd frame`)}
function*zstd_frames_frame(){
const look=bytes=>({bytes,keep:true});
const pass=bytes=>({bytes,keep:false});
const magic=(yield look(4)).readUInt32LE();
if((magic&4294967280)===SKIPPABLE){
yield pass((yield look(4)).readUInt32LE());
return}
if(magic!==FRAME)throw new Error(`no zstd frame where one was expected`);
const descriptor=(yield look(1)).readUInt8();
const singleSegment=descriptor>>5&1;
const windowSize=1-singleSegment;
const contentSize=[singleSegment,2,4,8][descriptor>>6]??0;
const dictionaryId=[0,1,2,4][descriptor&3]??0;
yield pass(windowSize+contentSize+dictionaryId);
for(let last=0;last===0;){
const block=(yield look(3)).readUIntLE(0,3);
last=block&1;
const repeatsOneByte=(block>>1&3)===1;
yield pass(repeatsOneByte?1:block>>3)}
const checksum=descriptor>>2&1;
yield pass(checksum*4)}
;
const compression_CHUNK_BYTES=64*1024;
const WINDOW_TOO_LARGE=`ZSTD_error_frameParameter_windowTooLarge`;
const COMPRESSION_HEAD_BYTES=4;
function detectCompression(head){
if(head.length>=2&&head.readUInt16BE()===8075)return`gzip`;
if(head.length<4)return`none`;
const magic=head.readUInt32LE();
return magic===4247762216||(magic&4294967280)===407710288?`zstd`:`none`}
async function*decompress(bytes,compression,name){
if(compression===`none`){
yield*bytes;
return}
try{
yield*compression===`gzip`?gunzipMembers(bytes):unzstd(bytes)}catch(cause){
if(cause instanceof input_error.d)throw cause;
if(cause instanceof TooManyPieces)throw new input_error.d([`${name} is compressed in more than ${(0,number_text.U9)(MAX_SMALL_PIECES)} pieces of a few bytes. Unpack it, and compress it again as a whole.`],{cause});
if(cause.code===WINDOW_TOO_LARGE)throw new input_error.d([`${name} can only be decompressed with more than 128 MB of memory. Compress it without --long and --ultra.`],{cause});
throw new input_error.d([`${name} is damaged or truncated and cannot be decompressed (${compression}). Create or transfer it again.`],{cause})}}
function unzstd(bytes){
return(0,external_node_stream_.pipeline)(zstdFrames(bytes),(0,external_node_zlib_.createZstdDecompress)({chunkSize:compression_CHUNK_BYTES}),()=>{})}
var regular_file=__webpack_require__(65e3);
var unpack_limit=__webpack_require__(94973);
;
const file_bytes_CHUNK_BYTES=256*1024;
async function openFile({name,path,within},stop){
try{
return await(0,regular_file.ZU)(path,within??null,stop)}catch(cause){
stop?.throwIfAborted();
if(cause instanceof regular_file._U)throw new input_error.d([`${name} ${cause.message}.`],{cause});
const reason=cause instanceof Error&&`code`in cause?` (${cause.code})`:``;
throw new input_error.d([`${name} cannot be opened${reason}. Check that it exists and that its permissions allow reading.`],{cause})}}
async function closeFile(handle,stop){
const closing=handle.close();
if(stop?.aborted===true)closing.catch(()=>undefined);else await closing}
async function*diskBytes(handle,stop){
for(;;){
const reading=handle.read(Buffer.allocUnsafeSlow(file_bytes_CHUNK_BYTES),0,file_bytes_CHUNK_BYTES,null);
const{bytesRead,buffer}=await(0,until_stopped.s)(reading,stop);
if(bytesRead===0)return;
yield buffer.subarray(0,bytesRead)}}
async function plainBytes(disk,name,{exportKey,allowance,stop}){
const outer=await peek(disk,ENCRYPTION_HEAD_BYTES);
const encryption=detectEncryption(outer.head);
const inner=await(0,until_stopped.s)(peek(decrypt(outer.bytes,encryption,exportKey,name),COMPRESSION_HEAD_BYTES),stop);
const compression=detectCompression(inner.head);
const bytes=compression===`none`?inner.bytes:(0,unpack_limit.TJ)(decompress(inner.bytes,compression,name),allowance);
return{encrypted:encryption!==`none`,compression,bytes:stop===undefined?bytes:(0,until_stopped.p)(bytes,stop)}}
async function*plainBytesOf(found,unpacking){
const{stop}=unpacking;
const handle=await openFile(found,stop);
try{
yield*(await plainBytes(diskBytes(handle,stop),found.name,unpacking)).bytes}finally{
await closeFile(handle,stop)}}
async function peek(bytes,enough){
const iterator=bytes[Symbol.asyncIterator]();
const seen=[];
for(let length=0;length<enough;){
const step=await iterator.next();
if(step.done)break;
seen.push(step.value);
length+=step.value.length}
return{head:Buffer.concat(seen),bytes:resume(seen,iterator)}}
async function*resume(seen,iterator){
try{
yield*seen;
for(let step=await iterator.next();!step.done;step=await iterator.next())yield step.value}finally{
await iterator.return?.()}}
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
;
const MAX_LENGTH=1e3;
const MAX_STARS=4;
const MAX_FOLDERS=4;
const MAX_ALTERNATIVES=1e3;
function globProblem(pattern){
if(pattern.length>MAX_LENGTH)return`a pattern has at most ${MAX_LENGTH} characters; write several lines`;
if(/[@+*?!]\(/.test(pattern))return`groups such as +(a|b) are not supported; write {a,b}, or several lines`;
const parts=pattern.split(`/`);
if(parts.filter(part=>part===`**`).length>MAX_FOLDERS)return`a pattern has at most ${MAX_FOLDERS} times **; name a folder`;
if(parts.some(part=>part!==`**`&&part.replace(/\*+/g,`*`).split(`*`).length-1>MAX_STARS))return`a part of a pattern has at most ${MAX_STARS} times *; name more of the file`;
if(alternatives(pattern)>MAX_ALTERNATIVES)return`the braces make more than ${MAX_ALTERNATIVES} names; write several lines, or *`;
return null}
function alternatives(pattern){
const braces=pattern.split(`{`).length-1;
const ranges=[...pattern.matchAll(/\{([^{},]*\.\.[^{},]*)\}/g)].map(([,range=``])=>lengthOf(range));
const listed=pattern.split(`,`).length;
return ranges.reduce((sum,length)=>sum+length,listed)**braces}
function lengthOf(range){
const[from,to]=range.split(`..`).map(Number);
return from===undefined||to===undefined||Number.isNaN(from-to)?64:Math.abs(from-to)+1}
var similar_files=__webpack_require__(63454);
;
async function listFiles(cwd,patterns,stop,within){
const problems=[];
const found=new Map;
const add=path=>found.set(path,{name:nameOf(cwd,path),path,...within!==undefined&&{within}});
const lines=patterns.split(/[\r\n]+/).map(line=>line.trim());
for(const pattern of lines.filter(line=>line!==``)){
const path=(0,external_node_path_.resolve)(cwd,pattern);
if(within!==undefined&&leadsOut(cwd,pattern,within)){
problems.push(`${pattern} leads out of ${within.join(` and `)}. Put the file there.`);
continue}
const kind=await(0,until_stopped.s)(kindOf(path),stop);
if(kind===`file`)add(path);else if(kind===`folder`)problems.push(`${pattern} is a folder. Name the files in it, for example ${pattern.replace(/[/\\]+$/,``)}/*.csv.`);else if(kind===`other`)problems.push(`${pattern} is not a regular file. Name a file that can be read more than once.`);else if(kind===`closed`)problems.push(`${pattern} cannot be reached (EACCES). Allow the current user to read the folders on its path.`);else if(!/[*?[{]/.test(pattern))problems.push(`${pattern}: file not found in ${cwd}. Check the path; it is relative to the workspace.${await(0,similar_files.f)(path,pattern,stop)}`);else if(globProblem(pattern)!==null)problems.push(`${pattern}: ${globProblem(pattern)}.`);else if(!await addMatches(cwd,pattern,add,stop))problems.push(`${pattern}: no matching file in ${cwd}. Check the pattern; it is relative to the workspace.`)}
if(found.size===0&&problems.length===0)problems.push(`No export file is set. Set the path of a file, or a glob.`);
if(problems.length>0)throw new input_error.d(problems);
return[...found.values()].sort((a,b)=>a.name<b.name?-1:1)}
async function addMatches(cwd,pattern,add,stop){
let any=false;
const matches=(0,promises_.glob)(pattern,{cwd});
for(;;){
const step=await(0,until_stopped.s)(matches.next(),stop);
if(step.done===true)return any;
const path=(0,external_node_path_.resolve)(cwd,step.value);
if(await(0,until_stopped.s)(kindOf(path),stop)!==`file`)continue;
add(path);
any=true}}
function leadsOut(cwd,pattern,within){
const begin=pattern.search(/[*?[{]/);
if(begin>=0&&/(?:^|[/\\{,])\.\.(?:$|[/\\},])/.test(pattern.slice(begin)))return true;
const fixed=begin<0?pattern:pattern.slice(0,begin).replace(/[^/\\]*$/,``);
return!within.some(folder=>(0,regular_file.Yw)(folder,(0,external_node_path_.resolve)(cwd,fixed)))}
async function kindOf(path){
try{
const found=await(0,promises_.stat)(path);
if(found.isFile())return`file`;
return found.isDirectory()?`folder`:`other`}catch(error){
return error.code===`EACCES`?`closed`:`missing`}}
function nameOf(cwd,path){
const inside=(0,external_node_path_.relative)(cwd,path);
const name=inside.startsWith(`..`)||(0,external_node_path_.isAbsolute)(inside)?path:inside;
return external_node_path_.sep===`/`?name:name.split(external_node_path_.sep).join(`/`)}
;
const FIRST_CELL=/^(INSERT_UPDATE|INSERT|UPDATE|REMOVE)\s+([A-Za-z]\w{0,99})\s*(?:\[[^\]]*\])?$/i;
const FIRST_LINE=/^(?:INSERT_UPDATE|INSERT|UPDATE|REMOVE)\s+[A-Za-z]\w*\s*(?:\[[^\]]*\])?\s*;/i;
function beginsLikeImpex(text){
for(const line of text.slice(0,65536).split(/\r\n|\r|\n/)){
const trimmed=line.trim();
if(trimmed===``||/^(?:"?#|\$)/.test(trimmed))continue;
return FIRST_LINE.test(trimmed)}
return false}
function impexHeader(cells){
const[first=``,...others]=cells.map(cell=>cell.trim());
const[,mode,type]=FIRST_CELL.exec(first)??[];
if(mode===undefined||type===undefined)return null;
const columns=others.map(columnOf);
while(columns.at(-1)?.name===``)columns.pop();
return{mode:mode.toUpperCase(),type,columns}}
function columnOf(text){
const name=/^@?([^([]*)/.exec(text)?.[1]?.trim()??``;
const language=modifier(text,`lang`);
return{name:language===``?name:`${name}_${language}`,whenEmpty:modifier(text,`default`)}}
function modifier(text,name){
const[,quoted,plain=``]=new RegExp(`[[,]\\s*${name}\\s*=\\s*(?:'([^']*)'|([^,\\]]*))`).exec(text)??[];
return quoted??plain.trim()}
;
class ImpexLines{
#records;
#rest=``;
#isQuoted=false;
#begun=[];
constructor(name){
this.#records=new CsvLines(name,`;`)}
push(piece,isLast){
const text=this.#rest+piece;
const end=isLast?text.length:Math.max(text.lastIndexOf(`
`),text.slice(0,-1).lastIndexOf(`\r`))+1;
this.#rest=text.slice(end);
const lines=text.slice(0,end).split(/\r\n|\r|\n/);
if(!isLast)lines.pop();
const read=lines.map(line=>this.#line(line)).join(``);
return this.#records.push(isLast?read+this.#begun.join(``):read,isLast)}
#line(line){
if(!this.#isQuoted&&this.#begun.length===0&&/^\s*#/.test(line))return/^\s*#%/.test(line)?`"${line.trim().replaceAll(`"`,`""`)}"\n`:`
`;
if(!this.#isQuoted&&line.endsWith(`\\`)){
this.#begun.push(line.slice(0,-1));
return``}
const whole=this.#begun.join(``)+line;
this.#isQuoted=isOpen(whole,this.#isQuoted);
const lineEnds=`
`.repeat(this.#begun.length+1);
this.#begun=[];
return whole+lineEnds}}
function isOpen(line,wasOpen){
return new RecordScan(wasOpen?`"${line}`:line,`;`).endOfRecord(0).kind===`open-quote`}
;
const impex_macros_MAX_LENGTH=1024*1024;
class ImpexMacros{
#values=new Map;
#length=0;
#isTooLong=false;
get isTooLong(){
return this.#isTooLong}
define(line){
const[,name,value=``]=/^\s*\$([A-Za-z_][\w-]*)\s*=(.*)$/s.exec(line)??[];
if(name===undefined)return false;
const expanded=this.expand(value.trim());
this.#length+=expanded.length;
if(this.#length>impex_macros_MAX_LENGTH)this.#isTooLong=true;else this.#values.set(name,expanded);
return true}
expand(text){
if(this.#values.size===0||!text.includes(`$`))return text;
let length=text.length;
return text.replace(/\$([A-Za-z_][\w-]*)/g,(whole,name)=>{
const value=this.#values.get(name);
if(value===undefined||this.#isTooLong)return whole;
length+=value.length;
if(length>impex_macros_MAX_LENGTH)this.#isTooLong=true;
return value})}}
;
const impex_CHUNK_RECORDS=1e3;
const TYPE=`@itemtype`;
async function*impexRecords(texts,file,row){
const lines=new ImpexLines(file.name);
const reader=new ImpexReader(file.name);
let next=row;
const read=async function*(piece,isLast){
const found=lines.push(piece,isLast);
const cells=await splitCells(found.texts,{name:file.name,delimiter:`;`});
let chunk=[];
for(const[at,text]of found.texts.entries()){
const line=found.lines[at]??0;
const body=reader.read(text,cells[at]??[],line);
if(body!==null)chunk.push({row:next++,file:file.index,line,body});
if(chunk.length<impex_CHUNK_RECORDS)continue;
yield chunk;
chunk=[]}
if(chunk.length>0)yield chunk;
if(found.failure!==null)throw found.failure};
for await(const text of texts)yield*read(text,false);
yield*read(``,true)}
class ImpexReader{
#name;
#macros=new ImpexMacros;
#headers=new Map;
#header=null;
constructor(name){
this.#name=name}
read(text,cells,line){
const first=cells[0]?.trim()??``;
if(first.startsWith(`#`)){
if(/include(?:ExternalData|SQLData)/i.test(first))throw this.#error(line,EXTERNAL);
return null}
if(first.startsWith(`$`)&&this.#macros.define(text)){
if(this.#macros.isTooLong)throw this.#error(line,LONG_MACROS);
return null}
const expanded=cells.map(cell=>this.#macros.expand(cell));
if(this.#macros.isTooLong)throw this.#error(line,LONG_MACROS);
const header=impexHeader(expanded);
if(header===null)return this.#row(expanded,line);
this.#begin(header,line);
return null}
#begin(header,line){
const{type,mode,columns}=header;
if(mode===`REMOVE`)throw this.#error(line,`REMOVE deletes items: this is not an export. Export the customers again.`);
const names=columns.map(({name})=>name).filter(name=>name!==``);
if(new Set(names).size<names.length)throw this.#error(line,`the header has an attribute twice. Rename or remove one.`);
const known=this.#headers.get(type)??JSON.stringify(columns);
this.#headers.set(type,known);
if(known!==JSON.stringify(columns))throw this.#error(line,`this is a second header of ${type} with other columns, which would split users into two records. Export each type with one header.`);
this.#header=header}
#row(cells,line){
if(this.#header===null)throw this.#error(line,`there is a row before the first header, such as INSERT_UPDATE Customer;uid[unique=true];name. Put the header above it.`);
const{type,columns}=this.#header;
const[own=``,...given]=cells.map(cell=>cell.trim());
if(own!==``&&!/^[A-Za-z]\w{0,99}$/.test(own))return{kind:`broken`,problem:NOT_A_TYPE};
while(given.length>columns.length&&given.at(-1)===``)given.pop();
if(given.length!==columns.length)return{kind:`broken`,problem:impex_wrongCount(given.length,columns.length)};
const object={[TYPE]:own===``?type:own};
for(const[at,{name,whenEmpty}]of columns.entries()){
const cell=given[at]??``;
if(name===``&&cell!==``)return{kind:`broken`,problem:NAMELESS};
if(name===``||cell===`<ignore>`)continue;
object[name]=cell===`<null>`?``:cell===``?whenEmpty:cell}
return{kind:`object`,object}}
#error(line,what){
return new input_error.d([`${this.#name}:${line}: ${what}`])}}
const EXTERNAL=`the rows of this header are in another file of the export. Put them below the header, without their own first line and with a ; before each, or export the table of users as CSV.`;
const LONG_MACROS=`macros make a text of more than 1 MiB. Write the values in place of the macros.`;
const HINT="`fail-above: 1%` lets a run succeed without such rows.";
const NOT_A_TYPE={code:`record.columns`,field:null,message:`The first cell of the row is neither empty nor the name of a type.`,hint:`Rows of ImpEx begin with ; after the header; look for a line break in a cell without quotes. ${HINT}`};
const NAMELESS={code:`record.columns`,field:null,message:`The row has text in a column that has no name in the header.`,hint:`Name the column in the header, or look for an extra ; in the row. ${HINT}`};
function impex_wrongCount(cells,columns){
return{code:`record.columns`,field:null,message:`The row has ${cells} ${cells===1?`cell`:`cells`} after the first, its header has ${columns}.`,hint:`Look for a missing or extra ; in the row; a cell with a ; must be in quotes. ${HINT}`}}
var external_node_buffer_=__webpack_require__(4573);
;
function byteCheck(encoding){
return encoding===`utf-16le`||encoding===`utf-16be`?new Utf16Check(encoding):new Utf8Check}
const UNDEFINED=new Set([129,141,143,144,157]);
class Utf8Check{
#carry=Buffer.alloc(0);
#offset=0;
#invalidAt=null;
#nulAt=null;
#multiByte=false;
#undefinedAt=null;
push(chunk){
const bytes=this.#carry.length===0?chunk:Buffer.concat([this.#carry,chunk]);
const complete=bytes.subarray(0,bytes.length-incompleteTail(bytes));
this.#scan(complete);
this.#carry=Buffer.from(bytes.subarray(complete.length))}
finish(){
if(this.#carry.length>0)this.#invalidAt??=this.#offset;
return{invalidAt:this.#invalidAt,nulAt:this.#nulAt,multiByte:this.#multiByte,undefinedAt:this.#undefinedAt}}
#scan(bytes){
const nul=this.#nulAt===null?bytes.indexOf(0):-1;
if(nul!==-1)this.#nulAt=this.#offset+nul;
if(!(0,external_node_buffer_.isAscii)(bytes)){
if((0,external_node_buffer_.isUtf8)(bytes))this.#multiByte=true;else this.#locate(bytes)}
this.#offset+=bytes.length}
#locate(bytes){
for(let at=0;at<bytes.length;at++){
if(this.#invalidAt!==null&&this.#multiByte)return;
const lead=bytes[at]??0;
if(lead<128)continue;
const length=sequenceLength(lead);
const followed=((bytes[at+1]??0)&192)===128;
if(length>1&&followed&&at+length<=bytes.length&&(0,external_node_buffer_.isUtf8)(bytes.subarray(at,at+length))){
this.#multiByte=true;
at+=length-1}else{
this.#invalidAt??=this.#offset+at;
if(UNDEFINED.has(lead))this.#undefinedAt??=this.#offset+at}}}}
function sequenceLength(lead){
if(lead>=240)return 4;
if(lead>=224)return 3;
return lead>=194?2:1}
function incompleteTail(bytes){
for(let back=1;back<=Math.min(3,bytes.length);back++){
const byte=bytes[bytes.length-back]??0;
if(byte<128)return 0;
if(byte>=192)return sequenceLength(byte)>back?back:0}
return 0}
class Utf16Check{
#bigEndian;
#carry=Buffer.alloc(0);
#offset=0;
#invalidAt=null;
#nulAt=null;
constructor(encoding){
this.#bigEndian=encoding===`utf-16be`}
push(chunk){
this.#scan(Buffer.concat([this.#carry,chunk]),false)}
finish(){
this.#scan(this.#carry,true);
return{invalidAt:this.#invalidAt,nulAt:this.#nulAt,multiByte:false,undefinedAt:null}}
#scan(bytes,last){
let at=0;
for(;at+1<bytes.length;at+=2){
const unit=this.#unit(bytes,at);
if(unit===0)this.#nulAt??=this.#offset+at;
if(unit<55296||unit>57343)continue;
if(at+3>=bytes.length&&!last)break;
const low=at+3<bytes.length?this.#unit(bytes,at+2):0;
if(unit<56320&&low>=56320&&low<=57343)at+=2;else this.#invalidAt??=this.#offset+at}
if(last&&at<bytes.length)this.#invalidAt??=this.#offset+at;
this.#carry=Buffer.from(bytes.subarray(at));
this.#offset+=at}
#unit(bytes,at){
return this.#bigEndian?bytes.readUInt16BE(at):bytes.readUInt16LE(at)}}
var normalize_name=__webpack_require__(36754);
;
const HEADER_SEARCH_RECORDS=50;
function findHeader(records,layout){
const[first]=records;
if(first===undefined)return null;
switch(layout.kind){case`first`:return{columns:first.map(name=>name.trim()),skip:1};case`named`:{
const length=usualLength(records.slice(0,HEADER_SEARCH_RECORDS));
return length>layout.columns.length?null:{columns:layout.columns.slice(0,length),skip:0}}case`with`:{
const wanted=new Set(layout.columns.map(normalize_name.P));
const at=records.slice(0,HEADER_SEARCH_RECORDS).findIndex(cells=>namesIn(cells,wanted)>=2);
const header=records[at];
return header===undefined?null:{columns:numberRepeats(header.map(name=>name.trim())),skip:at+1}}}}
function usualLength(records){
const times=new Map;
for(const{length}of records)times.set(length,(times.get(length)??0)+1);
const[usual]=[...times].sort(([a,timesA],[b,timesB])=>timesB-timesA||b-a);
return usual?.[0]??0}
function namesIn(cells,wanted){
return new Set(cells.map(normalize_name.P).filter(name=>wanted.has(name))).size}
function numberRepeats(columns){
const seen=new Map;
return columns.map(name=>{
const times=(seen.get(name)??0)+1;
seen.set(name,times);
return name===``||times===1?name:`${name} (${times})`})}
;
async function readHeader(head,file,isComplete,layout){
const{texts,lines,failure}=new CsvLines(file.name,file.delimiter).push(head,isComplete);
const[line=1]=lines;
const failures=failure?.problems??[];
const failed=problems=>({columns:[],skip:0,problems});
if(texts.length===0&&failure!==null)return failed(failures);
if(texts.length===0){
const problem=isComplete?`the file has no header.`:`the header does not end: it is longer than 256 KiB. Check that the file is CSV and has line breaks.`;
return failed([`${file.name}:1: ${problem}`])}
const header=findHeader(await splitCells(texts.slice(0,layout.kind===`first`?1:HEADER_SEARCH_RECORDS),file),layout);
if(header===null)return failed([`${file.name}:${line}: ${noHeader(layout)}`]);
const{columns}=header;
const problems=columns.some(name=>name!==``)?headerProblems(columns):[`the header has no column names.`];
const at=lines[header.skip-1]??line;
return{...header,problems:[...problems.map(problem=>`${file.name}:${at}: ${problem}`),...failures]}}
function noHeader(layout){
return layout.kind===`with`?`none of the first ${HEADER_SEARCH_RECORDS} records is the header, which must have at least two of the columns ${layout.columns.join(`, `)}.`:"the record has more cells than `source.header` of the mapping has columns."}
const LOOKS_LIKE_DATA=/^[^\s@]+@[^\s@]+\.[a-z]{2,24}$|^\$[\w-]{1,20}\$\S{8,}$|^\{[\w-]{2,20}\}\S{8,}$|^\+\d[\d\s()./-]{6,}$/i;
function headerProblems(columns){
const data=columns.findIndex(name=>LOOKS_LIKE_DATA.test(name));
if(data<0)return duplicates(columns);
const what=`column ${data+1} contains an e-mail address, a phone number or a password hash`;
return[`this line looks like a record, not a header (${what}). Put the column names on the first line.`]}
function duplicates(columns){
const places=new Map;
for(const[index,name]of columns.entries()){
if(name!==``)places.set(name,[...places.get(name)??[],index+1])}
return[...places].filter(([,at])=>at.length>1).map(([name,at])=>`the header has "${name}" more than once (columns ${at.join(`, `)}). Rename all but one.`)}
;
const DELIMITERS=[`,`,`;`,`	`,`|`];
const SAMPLE_RECORDS=100;
async function guessDelimiter(head,isComplete,layout={kind:`first`}){
const declared=SEPARATOR_LINE.exec(/^\s*([^\r\n]*)/.exec(head)?.[1]?.trimEnd()??``)?.[1];
if(declared!==undefined)return DELIMITERS.find(delimiter=>delimiter===declared)??null;
let best={delimiter:DELIMITERS[0]??`,`,share:0,cells:1};
for(const delimiter of DELIMITERS){
const{share,cells}=await scoreDelimiter(head,delimiter,isComplete,layout);
if(share>best.share||share===best.share&&cells>best.cells)best={delimiter,share,cells}}
return best.delimiter}
async function scoreDelimiter(head,delimiter,isComplete,layout){
const{texts}=new CsvLines(``,delimiter).push(head,isComplete);
const records=await splitCells(texts.slice(0,SAMPLE_RECORDS),{name:``,delimiter});
const before=layout.kind===`with`?(findHeader(records,layout)?.skip??records.length+1)-1:0;
const[header,...others]=records.slice(before).map(cells=>cells.length);
if(header===undefined&&before>0)return{share:0,cells:1};
if(header===undefined)return{share:0,cells:head.split(/[\r\n]/,1)[0]?.split(delimiter).length??1};
if(header<2)return{share:0,cells:1};
const same=others.filter(cells=>cells===header).length;
return{share:others.length===0?1:same/others.length,cells:header}}
;
function guessFormat(text,name,setting){
const format=setting===`auto`?guess(text.trimStart(),extensionOf(name)):setting;
const first=text.trimStart().charAt(0);
if(format!==`xml`&&BEGINS_LIKE_XML.test(text))return{kind:`problem`,problem:`is XML, but format is set to ${format}. Set it to xml or auto.`};
if(format===`xml`&&first!==`<`)return{kind:`problem`,problem:`is not XML: it does not begin with <. Check the file, or set format.`};
if(format===`json`&&first===`{`)return{kind:`object`};
if(format===`json`&&first===`/`){
return{kind:`problem`,problem:`begins with a comment, which JSON does not allow. Remove it.`}}
if(format===`json`&&first!==`[`){
return{kind:`problem`,problem:`is not a JSON array: it does not begin with [. Check the file, or set format.`}}
if(format===`ndjson`&&first===`[`){
return{kind:`problem`,problem:`is a JSON array, not one object per line. Set format to json or auto.`}}
return{kind:`format`,format}}
const BEGINS_LIKE_XML=/^\s*<(?:\?xml\b|!--|!DOCTYPE\b|[\p{L}_][\p{L}\d_:.-]*[\s/>])/u;
function guess(text,extension){
if(BEGINS_LIKE_XML.test(text))return`xml`;
if(extension===`impex`||beginsLikeImpex(text))return`impex`;
if(extension===`ldif`||extension===`ldf`||beginsLikeLdif(text))return`ldif`;
if(text.startsWith(`[`)&&(extension!==`csv`||/^\[\s*[\]{]/.test(text)))return`json`;
if(text.startsWith(`{`)){
const firstLine=/^[^\r\n]*/.exec(text)?.[0]??``;
if(isJson(firstLine))return`ndjson`;
return byExtension(extension)??`json`}
return byExtension(extension)??`csv`}
function beginsLikeLdif(text){
for(const line of text.slice(0,16384).split(/\r?\n/)){
if(line===``||/^[# ]|^version:/.test(line))continue;
return/^dn::? ?\S/.test(line)}
return false}
function byExtension(extension){
if(extension===`json`||extension===`csv`||extension===`xml`)return extension;
return extension===`ndjson`||extension===`jsonl`?`ndjson`:undefined}
function extensionOf(name){
return/\.([a-z]+)(?:\.(?:gz|zst))?(?:\.age)?$/i.exec(name)?.[1]?.toLowerCase()??``}
function isJson(text){
try{
JSON.parse(text);
return true}catch{
return false}}
var nesting=__webpack_require__(28167);
var source_layout=__webpack_require__(16195);
;
const MAX_NAMES=100;
const MAX_ELEMENTS=100;
const MAX_LIST_DEPTH=32;
async function outlineJson(texts,wanted){
const{Tokenizer,TokenType}=await __webpack_require__.e(5497).then(__webpack_require__.bind(__webpack_require__,75497));
const tokenizer=new Tokenizer;
const levels=[];
const keys=[];
const objects=[];
const lists=[];
const elementKeys=[];
let element=null;
let kind=`other`;
let list=null;
let done=false;
let keyIsNext=false;
let elements=0;
const path=()=>levels.map(({step})=>step);
const open=level=>{
done||=levels.length===nesting.RU;
const here=levels.length>MAX_LIST_DEPTH?[]:path();
if(levels.length===0){
kind=kind===`other`?level.kind:kind===`object`&&level.kind===`object`?`objects`:kind;
done||=kind===`objects`}else if(level.kind===`array`){
list=wanted.find(each=>(0,source_layout.ys)(each,here))??null;
done=list!==null}else if(here.at(-1)===`[]`&&here.length>1&&lists.length<MAX_NAMES){
const owner=here.slice(0,-1);
if(!lists.some(each=>(0,source_layout.ys)(each,owner)))lists.push(owner);
element??=level}else if(here.length===1&&objects.length<MAX_NAMES)objects.push(...here);
levels.push(level);
keyIsNext=level.kind===`object`};
const close=()=>{
levels.pop();
keyIsNext=false;
if(kind!==`array`||levels.length>1)return;
elements+=1;
done=levels.length===0||elements===MAX_ELEMENTS||!wanted.some(([first])=>first===`[]`)};
tokenizer.onToken=({token,value})=>{
if(done)return;
const level=levels.at(-1);
switch(token){case TokenType.LEFT_BRACE:return open({kind:`object`,step:``});case TokenType.LEFT_BRACKET:return open({kind:`array`,step:`[]`});case TokenType.RIGHT_BRACE:case TokenType.RIGHT_BRACKET:return close();case TokenType.COMMA:keyIsNext=level?.kind===`object`;return;case TokenType.STRING:if(!keyIsNext||level===undefined)return;level.step=String(value);keyIsNext=false;if(levels.length===1&&keys.length<MAX_NAMES)keys.push(level.step);if(level===element&&elementKeys.length<MAX_NAMES)elementKeys.push(level.step);return;default:}};
try{
for await(const text of texts){
tokenizer.write(text);
if(done)break}}catch(error){
if(error instanceof input_error.d)throw error}
return{list,kind,keys,objects,lists,elementKeys}}
;
const xml_parser_MAX_LENGTH=16*1024*1024;
async function createXmlParser(name,events,maxLength=xml_parser_MAX_LENGTH){
const{SaxesParser}=await __webpack_require__.e(9800).then(__webpack_require__.t.bind(__webpack_require__,59800,19));
const parser=new SaxesParser;
let depth=0;
let elements=0;
let pieceStart=0;
let pieceLine=1;
let recordStart=0;
let recordLine=1;
const begin=()=>{
pieceStart=parser.position;
pieceLine=parser.line};
parser.on(`doctype`,()=>{
throw new input_error.d([`${name}:${parser.line}: the document has a DOCTYPE, which is refused because it can define entities. Export without it, or remove it.`])});
parser.on(`opentagstart`,tag=>{
begin();
if(!events.isInRecord()){
recordStart=parser.position;
recordLine=parser.line}
if(depth===nesting.h4)throw tooDeep(name,parser.line);
events.onOpen(tag.name,parser.line,depth);
depth+=1;
elements+=1});
parser.on(`attribute`,({name:attribute,value})=>{
begin();
events.onAttribute(attribute,value)});
parser.on(`text`,text=>{
begin();
if(depth>0)events.onText(text)});
parser.on(`cdata`,text=>{
begin();
events.onText(text)});
parser.on(`closetag`,tag=>{
begin();
depth-=1;
events.onClose(tag.name,depth)});
parser.on(`comment`,begin);
parser.on(`processinginstruction`,begin);
const run=read=>{
try{
read()}catch(error){
if(error instanceof input_error.d)throw error;
throw invalid(name,{line:parser.line,pieceLine,hasBegun:elements>0},error)}};
return{write:text=>{
run(()=>parser.write(text));
if(events.isInRecord()&&parser.position-recordStart>maxLength)throw tooLong(name,recordLine,`the record that starts here`);
if(parser.position-pieceStart>maxLength)throw tooLong(name,pieceLine,`the piece of the document that starts here`)},finish:()=>run(()=>parser.close())}}
const NO_REFERENCE=`there is a & that begins neither a reference to a character nor one of &amp; &lt; &gt; &quot; &apos;. Others are refused; a & in a text must be written &amp;.`;
const ENDS_EARLY=/unclosed tag: |unexpected end\.|must contain a root element/;
const REASONS=[[/(?:undefined|empty|malformed character) entity/,NO_REFERENCE],[/only one root|outside of root node|must be at the start of the document|declaration must appear/,`the document has ended here, but text follows. Several exports must be several files: give them as a pattern, such as users-*.xml.`],[/unexpected close tag|unmatched closing tag/,`this end tag closes no open element. Create or transfer the file again.`],[/duplicate attribute/,`an element has the same attribute twice here. Export the file again.`],[/disallowed character\./,`there is a character that XML does not allow. Export the file again without it.`]];
function invalid(name,{line,pieceLine,hasBegun},error){
const said=error instanceof Error?error.message:``;
if(/disallowed character in entity name/.test(said))return new input_error.d([`${name}:${pieceLine}: ${NO_REFERENCE}`]);
if(ENDS_EARLY.test(said))return new input_error.d([`${name}:${pieceLine}: the file ends before its XML does, and nothing after this line could be read. It is truncated, or a tag, a comment or a & here has no end: create or transfer it again.`]);
if(!hasBegun&&BEFORE_DOCUMENT.test(said))return new input_error.d([`${name}:${line}: text or a blank line is before the XML declaration or the first element. Remove it, or create the file again.`]);
const[,reason=`this is not valid XML. Look for a missing or extra < > " or & here or just before.`]=REASONS.find(([pattern])=>pattern.test(said))??[];
return new input_error.d([`${name}:${line}: ${reason}`])}
const BEFORE_DOCUMENT=/outside of root node|must be at the start of the document|declaration must appear/;
function tooDeep(name,line){
return new input_error.d([`${name}:${line}: elements are nested deeper than ${nesting.h4} levels here. This is not an export of users; create it again.`])}
function tooLong(name,line,what){
return new input_error.d([`${name}:${line}: ${what} is longer than 16 MiB. Check that \`records\` leads to the elements that are users.`])}
;
const xml_outline_MAX_NAMES=200;
const xml_outline_MAX_ELEMENTS=1e5;
async function outlineXml(texts,name,wanted){
const roots=node([]);
const open=[{node:roots,names:new Set}];
let found=null;
let elements=0;
let paths=0;
const childOf=(parent,child)=>{
const known=parent?.children.get(child)??null;
if(known!==null||parent===null||paths>=xml_outline_MAX_NAMES)return known;
paths+=1;
const made=node([...parent.path,child]);
parent.children.set(child,made);
return made};
const parser=await createXmlParser(name,{isInRecord:()=>false,onOpen:child=>{
elements+=1;
const parent=open.at(-1);
const here=childOf(parent?.node??null,child);
if(here!==null&&parent!==undefined){
here.isRepeated||=parent.names.has(child);
parent.names.add(child)}
open.push({node:here,names:new Set});
const path=here?.path;
if(path!==undefined)found??=wanted.find(each=>(0,source_layout.ys)(each,path))??null},onAttribute:attribute=>{
const attributes=open.at(-1)?.node?.attributes;
if(attributes!==undefined&&attributes.size<xml_outline_MAX_NAMES)attributes.add(attribute)},onText:()=>undefined,onClose:()=>open.pop()});
for await(const text of texts){
parser.write(text);
if(found!==null||wanted.length===0&&elements>xml_outline_MAX_ELEMENTS)break}
if(found!==null)return{records:found,root:null,lists:[],keys:[]};
if(wanted.length>0||elements<=xml_outline_MAX_ELEMENTS)parser.finish();
const lists=repeated(roots);
const[first]=lists;
const[root=null]=roots.children.keys();
const keys=first===undefined?[]:[...[...first.attributes].map(each=>`@${each}`),...first.children.keys()];
return{records:null,root,lists:lists.map(({path})=>path),keys}}
function node(path){
return{path,children:new Map,attributes:new Set,isRepeated:false}}
function repeated(root){
const all=[root];
for(const each of all)all.push(...each.children.values());
return all.filter(({isRepeated,children,attributes})=>isRepeated&&children.size+attributes.size>0)}
;
async function detectFormat(text,name,wanted,{layout,recognise,fits},again){
const guess=guessFormat(text,name,wanted);
if(guess.kind===`problem`)throw new input_error.d([`${name} ${guess.problem}`]);
if(guess.kind===`format`&&guess.format===`xml`)return xmlFormat(name,layout,recognise,again);
const format=guess.kind===`object`?`json`:guess.format;
const records={format,recordPath:source_layout.Rb};
const isObject=guess.kind===`object`||wanted===`auto`&&text.trimStart().startsWith(`{`);
if(!isObject&&(format!==`json`||layout.records.length===0))return records;
const outline=await outlineJson(again(),layout.records);
if(outline.list!==null)return{format:`json`,recordPath:[...outline.list,`[]`]};
if(outline.kind===`objects`&&wanted===`auto`)return PRETTY.test(text)?{format:`json`,recordPath:[]}:{format:`ndjson`,recordPath:source_layout.Rb};
const isOne=guess.kind===`object`||outline.kind===`object`;
if(!isOne)return records;
const known=recognise?.({document:outline.keys,keys:outline.elementKeys,lists:outline.lists})??null;
const onOneLine=guess.kind===`format`;
const keysFit=fits?.(outline.keys)??0;
const isRecord=known===null&&keysFit>(fits?.(outline.elementKeys)??0);
if(isRecord)return onOneLine?records:{format:`json`,recordPath:[]};
if(onOneLine&&known===null&&(outline.lists.length===0||!/\.json(?:\.|$)/i.test(name)))return records;
const what=layout.records.length===0?`is one JSON object, not a list of records.`:`has none of the lists that the mapping expects (${layout.records.map(listText).join(`, `)}).`;
const[inside]=outline.lists;
const[only=``,...others]=outline.keys.length===1?outline.objects:[];
const advice=inside===undefined?others.length===0&&/^(?!errors?$)[A-Za-z_][\w-]*$/.test(only)?`Its only key is ${only}. If that is a user, export an array of such objects, or take it out: \`jq '[.${only}]'\`.`:`Export an array of objects, or one object per line (ndjson).`:`Its list ${listText(inside)} contains objects. If these are the records, add to the mapping: source: { records: ${listText(inside)} }.`;
throw new input_error.d([[`${name} ${what}`,known??advice].join(` `)])}
const MAX_SHOWN=3;
async function xmlFormat(name,layout,recognise,again){
const{records,root,lists,keys}=await outlineXml(again(),name,layout.records);
if(records!==null)return{format:`xml`,recordPath:records};
const known=recognise?.({document:root===null?[]:[root],keys,lists})??null;
const[first]=lists;
const what=layout.records.length===0?`is XML, and the mapping does not name the elements that are records.`:`has none of the elements that the mapping expects (${layout.records.map(elementText).join(`, `)}).`;
const advice=first===undefined?`It repeats no element that has elements or attributes. Name the path of the records in the mapping, such as source: { records: users/user }.`:`It repeats ${lists.slice(0,MAX_SHOWN).map(elementText).join(`, `)}. If ${elementText(first)} are the records, add to the mapping: source: { records: ${elementText(first)} }.`;
throw new input_error.d([[`${name} ${what}`,known??advice].join(` `)])}
function elementText(path){
return path.join(`/`)}
const PRETTY=/^\s*\{[ \t]*\r?\n/;
function listText(list){
return list.join(`.`).replaceAll(`.[]`,`[]`)}
;
const AGE_WITHIN=`was encrypted with age and then compressed or encrypted again. Compress first, then encrypt once.`;
const AGE_REDIRECTED=`was encrypted with age and then converted to UTF-16 by a shell redirection (>). Encrypt it again with age -o.`;
const FOREIGN=[{magic:`PK`,problem:`is a ZIP archive. Unpack it and name the file inside.`},{magic:`ÐÏà`,problem:`is an Excel or Office document in the old format. Save the sheet as CSV (UTF-8).`},{magic:`%PDF`,problem:`is a PDF document. Export the users as CSV or JSON.`},{magic:`SQLite format 3\0`,problem:`is an SQLite database. Export the table of users as CSV or JSON.`},{magic:`PAR1`,problem:`is a Parquet file. Export the users as CSV or JSON.`},{magic:`7z¼¯'`,problem:`is a 7z archive. Unpack it and name the file inside.`},{magic:`Rar!`,problem:`is a RAR archive. Unpack it and name the file inside.`},{magic:`BZh`,problem:`is compressed with bzip2. Use gzip or zstd, or unpack it.`},{magic:`ý7zXZ\0`,problem:`is compressed with xz. Use gzip or zstd, or unpack it.`},{magic:``,problem:`is compressed twice. Compress it once.`},{magic:`(µ/ý`,problem:`is compressed twice. Compress it once.`},{magic:`ustar`,offset:257,problem:`is a tar archive. Unpack it and name the file inside.`},{magic:`age-encryption.org/v1`,problem:AGE_WITHIN},{magic:`-----BEGIN AGE ENCRYPTED FILE`,problem:AGE_WITHIN},{magic:`ÿþa\0g\0e\0-\0`,problem:AGE_REDIRECTED},{magic:`ÿþ-\0-\0-\0-\0-\0B\0E\0G\0I\0N\0 \0A\0G\0E\0`,problem:AGE_REDIRECTED},{magic:`-----BEGIN PGP`,problem:`is encrypted with PGP. Decrypt it first.`}];
function detectForeignContent(head){
const found=FOREIGN.find(({magic,offset=0})=>head.toString(`latin1`,offset,offset+magic.length)===magic);
if(found===undefined)return null;
const isWorkbook=found.magic.startsWith(`PK`)&&/xl\/|\[Content_Types\]\.xml/.test(head.toString(`latin1`,0,8192));
return isWorkbook?`is an Excel workbook. Save the sheet as CSV (UTF-8).`:found.problem}
function detectWebPage(text){
return/^<(!doctype html|html)/i.test(text.trimStart().slice(0,64))?`is an HTML page, perhaps a login or error page instead of the download. Download the export again.`:null}
;
async function lineOfByte(bytes,encoding,offset){
const wide=encoding===`utf-16le`||encoding===`utf-16be`;
let line=1;
let position=0;
let previousByte=0;
let previousUnit=0;
for await(const chunk of bytes){
for(let at=0;at<chunk.length;at++,position++){
if(position===offset)return line;
const byte=chunk[at]??0;
if(!wide||position%2===1){
const high=encoding===`utf-16le`?byte:previousByte;
const unit=wide?high<<8|(encoding===`utf-16le`?previousByte:byte):byte;
if(unit===13||unit===10&&previousUnit!==13)line++;
previousUnit=unit}
previousByte=byte}}
return line}
;
const DECLARATION=/^(?:\xef\xbb\xbf)?<\?xml\s[^>]{0,200}?\sencoding\s*=\s*(?:"([\w.:-]{1,40})"|'([\w.:-]{1,40})')/;
const ENCODINGS=new Map([...[`utf-8`,`utf8`,`us-ascii`,`ascii`].map(name=>[name,`utf-8`]),...[`iso-8859-1`,`iso8859-1`,`iso_8859-1`,`latin1`,`latin-1`,`windows-1252`,`cp1252`].map(name=>[name,`windows-1252`])]);
function declaredEncoding(head){
const[,double,single]=DECLARATION.exec(head.toString(`latin1`,0,512))??[];
const name=double??single;
if(name===undefined)return{kind:`none`};
const encoding=ENCODINGS.get(name.toLowerCase());
return encoding===undefined?{kind:`other`,name}:{kind:`encoding`,encoding,name}}
;
const HEAD_BYTES=256*1024;
async function inspectFile(found,settings,budget){
const{stop,exportKey}=settings;
const handle=await openFile(found,stop);
try{
const{size,mtimeMs}=await handle.stat();
const hash=(0,external_node_crypto_.createHash)(`sha256`);
let bytes=0;
const disk=tapBytes(diskBytes(handle,stop),chunk=>{
hash.update(chunk);
bytes+=chunk.length});
const allowance=budget.allow(found.name,size);
const unpacking={exportKey,allowance,stop};
const{encrypted,compression,bytes:plain}=await plainBytes(disk,found.name,unpacking);
let unpacked=0;
const counted=tapBytes(plain,chunk=>{
unpacked+=chunk.length});
const scan=await scanFile(counted,found.name,settings.encoding);
if(compression!==`none`)budget.count(unpacked);
if(bytes!==size)throw new input_error.d([`${found.name} changed while it was being read. Start again when the file is complete.`]);
const encoding=await decideEncoding(scan,found,unpacking);
const again=()=>decode(plainBytesOf(found,unpacking),encoding);
const{skip,recordPath,...content}=await detectContent(scan,encoding,found.name,settings,again);
const file={...found,...content,encrypted,compression,encoding,bytes,sha256:hash.digest(`hex`)};
return{file,modifiedMs:mtimeMs,skip,recordPath,allowance}}finally{
await closeFile(handle,stop)}}
async function*tapBytes(bytes,tap){
for await(const chunk of bytes){
tap(chunk);
yield chunk}}
async function scanFile(plain,name,setting){
const iterator=plain[Symbol.asyncIterator]();
try{
let head=Buffer.alloc(0);
let step=await iterator.next();
for(;!step.done&&head.length<HEAD_BYTES;step=await iterator.next())head=Buffer.concat([head,step.value]);
const isComplete=step.done===true;
const foreign=detectForeignContent(head);
if(foreign!==null)throw new input_error.d([`${name} ${foreign}`]);
const guess=guessEncoding(head,setting);
if(guess.kind===`problem`)throw new input_error.d([`${name} ${guess.problem}`]);
const encoding=guess.kind===`certain`?guess.encoding:`open`;
const check=byteCheck(encoding);
check.push(head);
for(;!step.done;step=await iterator.next())check.push(step.value);
return{head,isComplete,encoding,...check.finish()}}finally{
await iterator.return?.()}}
function checkDeclaration(scan,name){
if(scan.encoding!==`open`)return;
const declared=declaredEncoding(scan.head);
if(declared.kind===`none`)return;
const set=`set encoding if you know it`;
if(declared.kind===`other`)throw new input_error.d([`${name}:1: the XML declares the encoding ${declared.name}, which is not supported. Save it as UTF-8, or ${set}.`]);
const bytes=scan.invalidAt!==null?`windows-1252`:scan.multiByte?`utf-8`:declared.encoding;
if(bytes!==declared.encoding)throw new input_error.d([`${name}:1: the XML declares the encoding ${declared.name}, but its bytes are ${bytes===`utf-8`?`UTF-8`:`not UTF-8`}. Correct the declaration, or ${set}.`])}
async function decideEncoding(scan,found,unpacking){
checkDeclaration(scan,found.name);
const encoding=scan.encoding===`open`&&scan.invalidAt!==null&&!scan.multiByte?`windows-1252`:scan.encoding;
const settled=encoding===`open`?`utf-8`:encoding;
if(scan.nulAt!==null){
const line=await lineAt(scan.nulAt,settled,found,unpacking);
throw new input_error.d([`${found.name}:${line}: there is a NUL character. The file is damaged or is not a text file: create or transfer it again. If a program wrote it for an empty text (bcp) or a bit, export those as text, bits as 0 and 1.`])}
if(scan.encoding===`open`&&settled===`windows-1252`&&scan.undefinedAt!==null){
const line=await lineAt(scan.undefinedAt,settled,found,unpacking);
throw new input_error.d([`${found.name}:${line}: there are bytes that are neither utf-8 nor windows-1252. The file may use a DOS or old Mac code page. Export it again as UTF-8, or set encoding if you know it.`])}
if(scan.invalidAt===null||settled===`windows-1252`)return settled;
const line=await lineAt(scan.invalidAt,settled,found,unpacking);
const advice=scan.multiByte?`Other parts of the file are valid, so it mixes encodings. Export it again in one encoding, or set encoding if you know it.`:`Export the file again, or set encoding to the encoding of the file.`;
throw new input_error.d([`${found.name}:${line}: there are bytes that are not ${settled}. ${advice}`])}
async function lineAt(offset,encoding,found,unpacking){
return lineOfByte(plainBytesOf(found,unpacking),encoding,offset)}
async function detectContent(scan,encoding,name,settings,again){
const{layout=source_layout.zR}=settings;
const text=decodeHead(scan.head,encoding);
if(text.trim()===``&&scan.isComplete)throw new input_error.d([`${name} is empty. Create or transfer it again.`]);
const page=detectWebPage(text);
if(page!==null)throw new input_error.d([`${name} ${page}`]);
const wanted=settings.format===`auto`?layout.format:settings.format;
const guess=await detectFormat(text,name,wanted,{...settings,layout},again);
if(guess.format!==`csv`)return{...guess,delimiter:null,columns:null,skip:0};
const{header}=layout;
const delimiter=settings.delimiter===`auto`?await guessDelimiter(text,scan.isComplete,header):settings.delimiter;
if(delimiter===null)throw new input_error.d([`${name}:1: sep= names an unsupported delimiter. Use , ; | or a tab.`]);
const{columns,skip,problems}=await readHeader(text,{name,delimiter},scan.isComplete,header);
if(problems.length>0)throw new input_error.d(problems);
if(!scan.isComplete)await checkQuotes(again(),{name,delimiter});
return{...guess,delimiter,columns,skip}}
var exact_json=__webpack_require__(77283);
;
async function createJsonValues({path,many,onToken,onValue}){
const{Tokenizer,TokenParser}=await __webpack_require__.e(5497).then(__webpack_require__.bind(__webpack_require__,75497));
class ExactTokenizer extends Tokenizer{
parseNumber(source){
return(0,exact_json.r)(source)}}
const separator=many?{separator:``}:{};
const tokenizer=new ExactTokenizer({stringBufferSize:64*1024,...separator});
const selector=[`$`,...path.map(step=>step===`[]`?`*`:step)].join(`.`);
const parser=new TokenParser({paths:[selector],keepStack:false,...separator});
let begun=false;
tokenizer.onToken=token=>{
begun=true;
onToken(token);
parser.write(token)};
parser.onValue=({value})=>onValue(value);
parser.onEnd=()=>{
if(!tokenizer.isEnded)tokenizer.end()};
return{write:bytes=>tokenizer.write(bytes),finish:()=>many&&begun?ends(tokenizer)&&ends(parser):tokenizer.isEnded&&parser.isEnded}}
function ends(part){
try{
part.end();
return true}catch{
return false}}
;
class LinePieces{
#line=1;
#previous=0;
*split(bytes){
let start=0;
for(let at=0;at<bytes.length;at++){
const byte=bytes[at]??0;
if(this.#previous===10||this.#previous===13&&byte!==10){
if(at>start)yield{line:this.#line,bytes:bytes.subarray(start,at)};
this.#line++;
start=at}
this.#previous=byte}
if(start<bytes.length)yield{line:this.#line,bytes:bytes.subarray(start)}}}
var is_object=__webpack_require__(60675);
;
const ndjson_MAX_LINE_LENGTH=16*1024*1024;
const ndjson_CHUNK_RECORDS=1e3;
async function*ndjsonRecords(texts,file,row){
let next=row;
let line=1;
let rest=[];
let restLength=0;
let chunk=[];
const take=text=>{
if(text.trim()!==``)chunk.push({row:next++,file:file.index,line,body:ndjson_bodyOf(text)});
line++};
for await(const text of texts){
let start=0;
for(let end=text.indexOf(`
`);end!==-1;end=text.indexOf(`
`,start)){
const piece=text.slice(start,end);
take(rest.length===0?piece:rest.join(``)+piece);
rest=[];
restLength=0;
start=end+1;
if(chunk.length<ndjson_CHUNK_RECORDS)continue;
yield chunk;
chunk=[]}
rest.push(text.slice(start));
restLength+=text.length-start;
if(restLength>ndjson_MAX_LINE_LENGTH)throw ndjson_tooLong(file.name,line);
if(chunk.length>0)yield chunk;
chunk=[]}
take(rest.join(``));
if(chunk.length>0)yield chunk}
function jsonBody(value){
if(!(0,is_object.G)(value))return{kind:`broken`,problem:NOT_AN_OBJECT};
return(0,nesting.f_)(value)?{kind:`broken`,problem:TOO_DEEP}:{kind:`object`,object:value}}
function ndjson_bodyOf(text){
try{
return jsonBody((0,exact_json.l)(text))}catch{
return{kind:`broken`,problem:NOT_JSON}}}
const NOT_AN_OBJECT={code:`record.json`,field:null,message:`The record is JSON, but it is not an object.`,hint:"Every record must be an object: quoted names and their values in braces. If each element is a list of records (a page), join the lists first: `jq add`. `fail-above: 1%` lets a run succeed without such rows."};
const TOO_DEEP={code:`record.json`,field:null,message:`The record has lists or objects nested deeper than 100 levels.`,hint:"Remove the deeply nested values from the export, or export them as text. `fail-above: 1%` lets a run succeed without such rows."};
const NOT_JSON={code:`record.json`,field:null,message:`The line is not valid JSON.`,hint:"Every line must contain exactly one complete JSON object; check whether the end of the line is missing. `fail-above: 1%` lets a run succeed without such rows."};
function ndjson_tooLong(name,line){
return new input_error.d([`${name}:${line}: this line is longer than 16 MiB. Check that the file has one JSON object per line; for a JSON array, set format to json.`])}
var page_claims=__webpack_require__(53478);
;
class PageKeys{
#path;
#types;
#onDocument;
#levels=[];
#claims=new page_claims.AP;
#skipped=0;
#keyIsNext=false;
constructor(path,types,onDocument){
this.#path=path;
this.#types=types;
this.#onDocument=onDocument}
read({token,value}){
const types=this.#types;
switch(token){case types.LEFT_BRACE:case types.LEFT_BRACKET:this.#open(token===types.LEFT_BRACE);return;case types.RIGHT_BRACE:case types.RIGHT_BRACKET:this.#close();return;case types.COMMA:this.#keyIsNext=this.#levels.at(-1)?.isObject??false;return;case types.COLON:return;default:if(this.#skipped===0)this.#scalar(token===types.STRING,value)}}
#open(isObject){
const depth=this.#levels.length;
const parent=this.#levels.at(-1);
const onPath=parent===undefined||parent.onPath&&parent.step===this.#path[depth-1];
const isDescribed=onPath?depth<this.#path.length-1&&(isObject||depth===0):this.#describes(isObject);
if(this.#skipped>0||!isDescribed){
if(this.#skipped===0&&isObject&&(0,page_claims.hi)(parent?.step))this.#claims.read(this.#keys(),true);
this.#skipped+=1;
return}
this.#levels.push({onPath,isObject,step:isObject?``:`[]`});
this.#keyIsNext=isObject}
#describes(isObject){
const parent=this.#levels.at(-1);
if(parent===undefined)return false;
if(parent.isObject)return isObject?(0,page_claims.vx)(parent.step):(0,page_claims.bv)(parent.step);
return isObject&&!parent.onPath}
#close(){
this.#keyIsNext=false;
if(this.#skipped>0){
this.#skipped-=1;
return}
this.#levels.pop();
if(this.#levels.length===(this.#path[0]===`[]`?1:0)&&this.#path.length>1)this.#onDocument(this.#claims.take())}
#scalar(isText,value){
const level=this.#levels.at(-1);
if(level===undefined||!level.isObject)return;
if(isText&&this.#keyIsNext){
level.step=String(value);
this.#keyIsNext=false}else{
this.#claims.read(this.#keys(),value)}}
#keys(){
return this.#levels.filter(({isObject})=>isObject).map(({step})=>step)}}
;
const MAX_RECORD_BYTES=16*1024*1024;
async function*jsonRecords(texts,file,row,path=source_layout.Rb,onPage){
const{TokenType}=await __webpack_require__.e(5497).then(__webpack_require__.bind(__webpack_require__,75497));
const recordDepth=path.length;
let chunk=[];
let next=row;
let pageStart=row;
let depth=0;
let line=1;
let bytesRead=0;
let startLine=1;
let startByte=0;
let tokenByte=0;
const pageKeys=new PageKeys(path,TokenType,claims=>{
onPage?.({...claims,file:file.index,rows:next-pageStart,limit:null});
pageStart=next});
const values=await createJsonValues({path,many:path.length!==1,onToken:info=>{
const{token}=info;
tokenByte=bytesRead;
if(token===TokenType.LEFT_BRACE||token===TokenType.LEFT_BRACKET){
if(depth++===recordDepth){
startLine=line;
startByte=bytesRead}}else if(token===TokenType.RIGHT_BRACE||token===TokenType.RIGHT_BRACKET)depth--;
pageKeys.read(info)},onValue:value=>{
const begins=typeof value===`object`&&value!==null?startLine:line;
chunk.push({row:next++,file:file.index,line:begins,body:jsonBody(value)})}});
const pieces=new LinePieces;
for await(const text of texts){
for(const piece of pieces.split(Buffer.from(text))){
line=piece.line;
json_feed(values,piece.bytes,file.name,line);
bytesRead+=piece.bytes.length;
if(depth>nesting.RU)throw json_tooDeep(file.name,line)}
if(depth>recordDepth&&bytesRead-startByte>MAX_RECORD_BYTES)throw json_tooLong(file.name,startLine);
if(bytesRead-tokenByte>MAX_RECORD_BYTES)throw json_tooLong(file.name,line);
if(chunk.length>0)yield chunk;
chunk=[]}
if(!values.finish())throw endsEarly(file.name,line)}
function json_feed(values,bytes,name,line){
try{
values.write(bytes)}catch(error){
throw json_invalid(name,line,error instanceof Error&&error.message.startsWith(`Unexpected "/"`))}}
function json_invalid(name,line,comment){
const what=comment?`JSON does not allow comments. Remove them.`:`this is not valid JSON. Look for a missing or extra comma, quote or bracket here or just before.`;
return new input_error.d([`${name}:${line}: ${what}`])}
function endsEarly(name,line){
return new input_error.d([`${name}:${line}: the file ends before its JSON does. It is truncated: create or transfer it again.`])}
function json_tooDeep(name,line){
return new input_error.d([`${name}:${line}: lists or objects are nested deeper than ${nesting.RU} levels here. This is not an export of users; create it again.`])}
function json_tooLong(name,line){
return new input_error.d([`${name}:${line}: the record that starts here is longer than 16 MiB. Check that the file is an array of records.`])}
var ldif=__webpack_require__(5010);
;
const MAX_TEXT=1e3;
class XmlClaims{
#claims=new page_claims.AP;
#levels=[];
open(name,distance){
const parent=this.#levels.at(-1);
const keys=parent===undefined?[]:parent.keys;
const isDescribed=keys!==null&&(distance===0||describesPages(keys));
this.#levels.push({keys:isDescribed?[...keys,name]:null,text:``})}
addAttribute(name,value){
const level=this.#levels.at(-1);
if(level===undefined)this.#read([name],value);else if(level.keys!==null&&describesPages(level.keys))this.#read([...level.keys,name],value)}
addText(text){
const level=this.#levels.at(-1);
if(level!==undefined&&level.text.length<MAX_TEXT)level.text+=text}
close(){
const level=this.#levels.pop();
if(level===undefined||level.keys===null)return;
const text=level.text.trim();
if(text!==``&&text.length<MAX_TEXT)this.#read(level.keys,text)}
take(){
return this.#claims.take()}
#read(keys,text){
this.#claims.read(keys,text===`true`?true:text===`false`?false:text)}}
function describesPages(keys){
const name=keys.at(-1)??``;
return(0,page_claims.vx)(name)||(0,page_claims.bv)(name)}
;
const TEXT=`#text`;
const NO_DATA=/^(?:xmlns(?::.*)?|xsi:(?:nil|schemaLocation|noNamespaceSchemaLocation))$/;
class XmlElement{
name;
line;
#content=new Map;
#text=``;
constructor(name,line){
this.name=name;
this.line=line}
addAttribute(name,value){
if(!NO_DATA.test(name))this.#content.set(`@${name}`,value)}
addText(text){
this.#text+=text}
addElement(name,value){
const known=this.#content.get(name);
if(Array.isArray(known))known.push(value);else this.#content.set(name,known===undefined?value:[known,value])}
value(){
return this.#content.size===0?this.#text:this.object()}
object(){
if(this.#text.trim()!==``)this.#content.set(TEXT,this.#text);
return Object.fromEntries(this.#content)}}
;
async function*xmlRecords(texts,file,row,path,onPage){
let chunk=[];
let next=row;
let onPath=0;
const open=[];
const claims=new XmlClaims;
const parser=await createXmlParser(file.name,{isInRecord:()=>open.length>0,onOpen:(name,line,depth)=>{
if(open.length===0&&onPath===depth&&path[depth]===name)onPath+=1;else if(open.length===0)claims.open(name,depth-onPath);
if(onPath===path.length)open.push(new XmlElement(name,line))},onAttribute:(name,value)=>{
const element=open.at(-1);
if(element===undefined)claims.addAttribute(name,value);else element.addAttribute(name,value)},onText:text=>{
const element=open.at(-1);
if(element===undefined)claims.addText(text);else element.addText(text)},onClose:(_name,depth)=>{
const element=open.pop();
if(depth<onPath)onPath=depth;
if(element===undefined)claims.close();else if(open.length>0)open.at(-1)?.addElement(element.name,element.value());else chunk.push({...{row:next++,file:file.index,line:element.line},body:{kind:`object`,object:element.object()}})}});
for await(const text of texts){
parser.write(text);
if(chunk.length>0)yield chunk;
chunk=[]}
parser.finish();
onPage?.({...claims.take(),file:file.index,rows:next-row,limit:null})}
;
async function openExport(options){
const inspected=[];
const problems=[];
const found=await listFiles(options.cwd,options.patterns,options.stop,options.within);
const leftOut=await pathsOf(options);
const budget=new unpack_limit.uH(options.maxUnpacked??null,options.artifactBytes??null);
for(const file of found.filter(({path})=>!leftOut.has(path))){
try{
inspected.push(await inspectFile(file,options,budget))}catch(error){
if(!(error instanceof input_error.d)||error instanceof unpack_limit.Ce)throw error;
problems.push(...error.problems)}}
if(inspected.length===0&&problems.length===0)problems.push("No export file is left: all files of `export` belong to joins of the mapping.");
if(problems.length>0)throw new input_error.d(problems);
return{files:inspected.map(({file})=>file),records:onPage=>readAll(inspected,options,onPage)}}
async function pathsOf({cwd,leaveOut=[],leaveOutWithin,stop}){
const lists=await Promise.allSettled(leaveOut.map(pattern=>listFiles(cwd,pattern,stop,leaveOutWithin)));
stop?.throwIfAborted();
return new Set(lists.flatMap(list=>list.status===`fulfilled`?list.value.map(({path})=>path):[]))}
async function*readAll(inspected,reading,onPage){
let row=1;
for(const[index,file]of inspected.entries()){
for await(const records of readFile(file,reading,{index,row,onPage})){
row+=records.length;
yield records}}}
async function*readFile(inspected,{exportKey,stop},begin){
const{file,allowance}=inspected;
const handle=await openFile(file,stop);
try{
const refuseChanged=async()=>{
const{size,mtimeMs}=await handle.stat();
if(size===file.bytes&&mtimeMs===inspected.modifiedMs)return;
throw new input_error.d([`${file.name} changed after it was inspected. Start again when the file is complete.`])};
await refuseChanged();
const{bytes}=await plainBytes(diskBytes(handle,stop),file.name,{exportKey,allowance,stop});
yield*parse(decode(bytes,file.encoding),inspected,begin);
await refuseChanged()}finally{
await closeFile(handle,stop)}}
function parse(texts,{file,skip,recordPath},{index,row,onPage}){
const{name,delimiter,columns}=file;
switch(file.format){case`csv`:return csvRecords(texts,{name,index,delimiter:delimiter??`,`,columns:columns??[],skip},row);case`ndjson`:return ndjsonRecords(texts,{name,index},row);case`ldif`:return(0,ldif.A)(texts,{name,index},row,onPage);case`impex`:return impexRecords(texts,{name,index},row);case`xml`:return xmlRecords(texts,{name,index},row,recordPath,onPage);case`json`:return jsonRecords(texts,{name,index},row,recordPath,onPage)}}}),65e3:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Yw:()=>isBelow,ZU:()=>openRegularFile,_U:()=>UnusableFile});
var node_fs__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(73024);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(76760);
var _runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(14124);
class UnusableFile extends Error{}
async function openRegularFile(path,within,stop){
const before=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__.s)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path,{bigint:true}),stop);
if(!before.isFile())throw new UnusableFile(notAFile(before));
const opening=(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path,node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY|(node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK??0));
const handle=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__.s)(opening,stop).catch(error=>{
opening.then(late=>late.close()).catch(()=>undefined);
throw error});
try{
const found=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__.s)(handle.stat({bigint:true}),stop);
if(!found.isFile())throw new UnusableFile(notAFile(found));
if(within===null)return handle;
const real=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__.s)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(path),stop);
const{dev,ino}=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__.s)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(real,{bigint:true}),stop);
const isThere=dev===found.dev&&ino===found.ino;
if(!isThere||!await isInside(real,within))throw new UnusableFile(`leads out of ${within.join(` and `)}, also by a link; put the file itself there`);
return handle}catch(error){
handle.close().catch(()=>undefined);
throw error}}
function notAFile(found){
return`is ${kindOf(found)}, not a file. Give the path of a regular file`}
function kindOf(found){
if(found.isDirectory())return`a folder`;
if(found.isFIFO())return`a named pipe`;
return found.isSocket()?`a socket`:`a device`}
async function isInside(real,folders){
const roots=await Promise.all(folders.map(folder=>(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(folder)));
return roots.some(root=>isBelow(root,real))}
function isBelow(folder,path){
const inside=(0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(folder,path);
return inside!==`..`&&!/^\.\.[/\\]/.test(inside)&&!(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(inside)}}),63454:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{f:()=>similarFiles});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
var _runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(14124);
var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(18944);
var _text_nearest_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(4581);
const MAX_ENTRIES=1e4;
const MAX_NAMED=3;
async function similarFiles(path,name,stop){
const entries=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__.s)((0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)).catch(codeOf),stop);
if(typeof entries===`string`)return entries===`ENOENT`?` The folder ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__.HD)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(name))} does not exist.`:``;
const left=new Set(entries.slice(0,MAX_ENTRIES));
const similar=[];
while(similar.length<MAX_NAMED){
const found=(0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_4__.p)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path),left)??withOtherEnding(path,left);
if(found===null)break;
left.delete(found);
similar.push(found)}
if(similar.length===0)return``;
const shown=similar.map(each=>(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__.HD)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(name)===`.`?each:(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(name),each)));
return` Did you mean ${shown.join(` or `)}?`}
function withOtherEnding(path,names){
const stem=name=>name.toLowerCase().replace(/\..*$/,``);
return[...names].find(name=>stem(name)!==``&&stem(name)===stem((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path)))??null}
function codeOf(error){
return error.code??`unknown`}}),22513:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{G:()=>readTextFile});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(14124);
var _regular_file_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(65e3);
var _similar_files_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(63454);
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
const MAX_BYTES=1024*1024;
async function readTextFile({path,name,given,within,advice},stop){
try{
const env_1={stack:[],error:void 0,hasError:false};
try{
const handle=__addDisposableResource(env_1,await(0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__.ZU)(path,within,stop),true);
const buffer=Buffer.alloc(MAX_BYTES+1);
let length=0;
for(;;){
const{bytesRead}=await(0,_runtime_until_stopped_js__WEBPACK_IMPORTED_MODULE_3__.s)(handle.read(buffer,length,buffer.length-length),stop);
length+=bytesRead;
if(length>MAX_BYTES)throw new _regular_file_js__WEBPACK_IMPORTED_MODULE_1__._U(`has more than 1 MB; put long tables into a join`);
if(bytesRead===0)return buffer.toString(`utf8`,0,length)}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
const result_1=__disposeResources(env_1);
if(result_1)await result_1}}catch(cause){
stop.throwIfAborted();
if(cause instanceof _regular_file_js__WEBPACK_IMPORTED_MODULE_1__._U)throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d([`${name} ${cause.message}.`],{cause});
const code=cause.code??`unreadable`;
const what=code===`ENOENT`?`does not exist`:`cannot be read (${code})`;
const canList=within===null||within.some(folder=>(0,_regular_file_js__WEBPACK_IMPORTED_MODULE_1__.Yw)(folder,path));
const similar=code===`ENOENT`&&canList?await(0,_similar_files_js__WEBPACK_IMPORTED_MODULE_2__.f)(path,given,stop):``;
throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d([`${name} ${what}.${similar} ${advice}`],{cause})}}}),17220:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{J:()=>CHANGE_SCOPES,e:()=>createAccountChanger});
var _answer_budget_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36908);
var _bulk_reply_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(52228);
var _error_body_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(75654);
var _json_object_js__WEBPACK_IMPORTED_MODULE_8__=__webpack_require__(7538);
var _setup_request_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(87433);
var _tenant_error_js__WEBPACK_IMPORTED_MODULE_7__=__webpack_require__(25833);
var _tenant_text_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(51372);
var _token_request_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(8829);
var _user_reader_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(37233);
const CHANGE_SCOPES={block:`cidaas:users_write`,delete:`cidaas:users_delete`};
function createAccountChanger(ports,requests){
const{http,clock}=ports;
const users=(0,_user_reader_js__WEBPACK_IMPORTED_MODULE_6__.b)(requests);
return{activity:(sub,signal)=>(0,_setup_request_js__WEBPACK_IMPORTED_MODULE_3__.on)(requests,activityPart(sub),signal),async change(change,sub,signal,stop){
const name=encodeURIComponent(sub.toWellFormed());
const limits={signal,budget:_answer_budget_js__WEBPACK_IMPORTED_MODULE_0__.A_};
const reply=await(0,_token_request_js__WEBPACK_IMPORTED_MODULE_5__._)(ports,{users:1,send:authorization=>change===`block`?http.patch(`/user-srv/users/${name}/status`,{authorization},BLOCKED,limits):http.delete(`/users-srv/user/purge/${name}`,{authorization},limits),read:answer=>readReply(answer,change,clock.wallNow()),waiting:stop});
return reply.kind===`absent`?confirmed(reply,sub,users,signal):reply}}}
async function confirmed(absent,sub,users,signal){
const exists=await users.exists(sub,signal).catch(()=>null);
if(exists?.kind!==`read`||!exists.value)return absent;
const message=(0,_tenant_text_js__WEBPACK_IMPORTED_MODULE_4__.cv)`The tenant answers 404, but the user exists: this tenant may not serve this API.`;
return{kind:`refused`,status:absent.status,error:(0,_tenant_error_js__WEBPACK_IMPORTED_MODULE_7__.l)(`tenant.not_found`,message)}}
const BLOCKED=JSON.stringify({userStatus:`DECLINED`});
function readReply(reply,change,nowMs){
const{status,text}=reply;
const body=(0,_error_body_js__WEBPACK_IMPORTED_MODULE_2__.kW)(text);
if(status<300&&!(0,_error_body_js__WEBPACK_IMPORTED_MODULE_2__.di)((0,_json_object_js__WEBPACK_IMPORTED_MODULE_8__.B)(text))){
if(body.shape!==`html`)return{kind:`changed`,status};
const message=body.message??(0,_tenant_text_js__WEBPACK_IMPORTED_MODULE_4__.cv)`The answer is a page.`;
const error={...(0,_tenant_error_js__WEBPACK_IMPORTED_MODULE_7__.l)(`tenant.answer_unusable`,message),reference:body.reference};
return{kind:`unavailable`,status,error,retryAfterMs:null,mayHaveBeenApplied:true}}
const effective=status<300?body.status??417:status;
if(effective===404&&body.shape===`service`)return{kind:`absent`,status};
return(0,_bulk_reply_js__WEBPACK_IMPORTED_MODULE_1__.fI)(effective,body,reply,nowMs,CHANGE_SCOPES[change])}
function activityPart(sub){
return{calls:[{method:`GET`,path:`/user-srv/users/${encodeURIComponent(sub.toWellFormed())}`,budget:_answer_budget_js__WEBPACK_IMPORTED_MODULE_0__.A_}],read:data=>{
const user=(0,_json_object_js__WEBPACK_IMPORTED_MODULE_8__.o)(data);
if(user===null)return null;
const updatedAt=Math.max(latest(user,`updatedTime`),latest(user,`createdTime`));
return{value:{loggedInAt:latest(user,`lastLoggedInTime`),updatedAt}}},absent:{value:null},scope:`cidaas:users_read`}}
function latest(user,name){
const identities=Array.isArray(user.identities)?user.identities:[];
const times=[user,...identities].map(one=>Date.parse(String((0,_json_object_js__WEBPACK_IMPORTED_MODULE_8__.o)(one)?.[name])));
return Math.max(0,...times.filter(time=>!Number.isNaN(time)))}}),36908:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A_:()=>USER_BUDGET,FR:()=>excessOf,JT:()=>ERROR_BUDGET,Mx:()=>bulkBudget,cs:()=>TOKEN_BUDGET,un:()=>SETUP_BUDGET});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
const MAX_DEPTH=100;
const MB=1024*1024;
const MAX_BYTES=16*MB;
function bulkBudget(users,requestBytes){
return{bytes:Math.min(MAX_BYTES,MB+users*4096+requestBytes*4),values:2e4+users*200+Math.ceil(requestBytes/8),listLength:1e3+users*4}}
const TOKEN_BUDGET={bytes:MB/4,values:2e3,listLength:1e3};
const USER_BUDGET={bytes:MB,values:5e4,listLength:1e4};
const SETUP_BUDGET={bytes:MAX_BYTES,values:5e5,listLength:1e4};
const ERROR_BUDGET={bytes:MB,values:2e4,listLength:1e4};
function excessOf(text,{values,listLength}){
if(!/^\s*[[{]/.test(text))return null;
let seen=0;
const open=[];
for(let at=0;at<text.length;at++){
switch(text.charCodeAt(at)){case QUOTE:at=endOfString(text,at);continue;case COMMA:{
seen++;
const last=open.length-1;
const entries=open[last]??-1;
if(entries>=listLength)return`a list of more than ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(listLength)} entries`;
if(entries>=0)open[last]=entries+1;
break}case OPEN_BRACE:case OPEN_BRACKET:seen++;if(open.length>=MAX_DEPTH)return`more than ${MAX_DEPTH} levels`;open.push(text.charCodeAt(at)===OPEN_BRACKET?1:-1);break;case CLOSE_BRACE:case CLOSE_BRACKET:open.pop();continue;default:continue}
if(seen>values)return`more than ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(values)} values`}
return null}
const QUOTE=34;
const COMMA=44;
const OPEN_BRACKET=91;
const BACKSLASH=92;
const CLOSE_BRACKET=93;
const OPEN_BRACE=123;
const CLOSE_BRACE=125;
function endOfString(text,start){
for(let at=text.indexOf(`"`,start+1);at>=0;at=text.indexOf(`"`,at+1)){
let before=at-1;
while(text.charCodeAt(before)===BACKSLASH)before--;
if((at-before)%2===1)return at}
return text.length-1}}),52228:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Fn:()=>readBulkReply,fI:()=>readErrorReply,Al:()=>readTransportError});
var error_body=__webpack_require__(75654);
var json_object=__webpack_require__(7538);
;
const MAX_SUB_LENGTH=500;
const IDENTIFIERS=[`email`,`username`,`mobile_number`];
function subsOf(sub){
return collect([{sub}]).subs}
function namesOfUser(user){
return collect([user,...identitiesOf(user)])}
function namesOfEntry(entry){
const identifier=(0,json_object.o)(entry)?.identifier;
const names=collect([entry,identifier,...identitiesOf(entry),...identitiesOf(identifier)],MAX_SUB_LENGTH);
const text=textOf(identifier).trim();
const bareIdentifier=text===``||isAnonymous(text)?null:text;
const hasOtherKey=Object.entries((0,json_object.o)(identifier)??{}).some(([key,value])=>key!==`sub`&&hasContent(value));
const hasName=names.subs.size>0||names.identifiers.size>0||bareIdentifier!==null;
return{...names,bareIdentifier,namesUser:hasName||hasOtherKey}}
function identifiersOfBare(bare){
return IDENTIFIERS.map(key=>`${key}:${normalized(bare)}`)}
function collect(values,maxSubLength=Number.POSITIVE_INFINITY){
const subs=new Set;
const identifiers=new Set;
for(const value of values){
const object=(0,json_object.o)(value);
const sub=textOf(object?.sub);
if(sub.length<=maxSubLength&&sub.trim()!==``&&!isAnonymous(sub))subs.add(sub);
for(const key of IDENTIFIERS){
const text=normalized(object?.[key]);
if(text!==``)identifiers.add(`${key}:${text}`)}}
return{subs,identifiers}}
function identitiesOf(value){
const identities=(0,json_object.o)(value)?.identities;
return Array.isArray(identities)?identities:[]}
function isAnonymous(sub){
return sub.trim().toUpperCase()===`ANONYMOUS`}
function hasContent(value){
if(typeof value===`object`&&value!==null)return Object.keys(value).length>0;
return textOf(value).trim()!==``}
function textOf(value){
return typeof value===`string`||Number.isSafeInteger(value)?String(value):``}
function normalized(value){
return textOf(value).trim().toLowerCase()}
var tenant_text=__webpack_require__(51372);
;
function answerEntriesOf(body){
if((0,error_body.di)(body))return null;
const list=listIn(body);
if(list===null)return null;
const entries=list.map(raw=>({state:stateOf(raw),names:namesOfEntry(raw),raw}));
return entries.some(({state})=>state!==null)?entries:null}
function countAnswerEntries(body){
return listIn(body)?.length??null}
function failureOf(entry){
const{code,message,reference}=(0,error_body.$u)(entry.raw);
return{...(0,error_body.fv)(code,`tenant.failed`),message:message??(0,tenant_text.cv)`The tenant refused this user and gave no reason.`,reference}}
function listIn(body){
if(Array.isArray(body))return body;
const outer=(0,json_object.o)(body);
const inner=(0,json_object.o)(outer?.data);
const candidates=[outer?.process_states,outer?.processStates,inner?.process_states,inner?.processStates,outer?.data];
return candidates.find(candidate=>Array.isArray(candidate))??null}
function stateOf(raw){
const entry=(0,json_object.o)(raw);
const states=new Set;
for(const value of[entry?.process_state,entry?.processState,entry?.state,entry?.status]){
const word=typeof value===`string`?value.trim().toLowerCase():``;
if(word===`created`||word===`updated`||word===`failed`)states.add(word)}
const[state,...others]=states;
return state===undefined||others.length>0?null:state}
;
function matchAnswers(users,body){
const entries=answerEntriesOf(body);
if(entries===null)return null;
const rows=users.map(user=>new Row(user));
const unmatched=answers_assign(entries,indexOf(rows));
const owners=ownersOfSubs(rows);
const paired=pairUnmatched(rows,unmatched);
return rows.map(row=>answerFor(row,owners,paired.get(row)))}
class Row{
row;
subs;
bySub=[];
byName=[];
ambiguous=[];
#body;
constructor({row,body,sub}){
this.row=row;
this.#body=body;
this.subs=typeof sub===`string`?subsOf(sub):this.#names().subs}
identifiers(){
return this.#names().identifiers}
#names(){
return namesOfUser((0,json_object.B)(this.#body))}}
function indexOf(rows){
let byIdentifier=null;
return{bySub:groupByNames(rows,({subs})=>subs),byIdentifier:()=>{
byIdentifier??=groupByNames(rows,row=>row.identifiers());
return byIdentifier}}}
function groupByNames(rows,namesOf){
const groups=new Map;
for(const row of rows){
for(const name of namesOf(row)){
const group=groups.get(name);
if(group===undefined)groups.set(name,[row]);else group.push(row)}}
return groups}
function answers_assign(entries,index){
const unmatched=[];
for(const entry of entries){
const{subs,identifiers,bareIdentifier:bare}=entry.names;
const bySub=rowsNamed(index.bySub,bare===null?subs:[...subs,bare]);
const byName=()=>[...rowsNamed(index.byIdentifier(),bare===null?identifiers:[...identifiers,...identifiersOfBare(bare)])].filter(row=>subs.size===0||row.subs.size===0);
const rows=bySub.size>0?[...bySub]:byName();
const[only,...others]=rows;
if(only===undefined)unmatched.push(entry);else if(others.length>0)for(const row of rows)row.ambiguous.push(entry);else(bySub.size>0?only.bySub:only.byName).push(entry)}
return unmatched}
function rowsNamed(groups,names){
const rows=new Set;
for(const name of names)for(const row of groups.get(name)??[])rows.add(row);
return rows}
function answers_stateOf(row){
const entries=[...row.bySub,...row.byName,...row.bySub.length>0?[]:row.ambiguous];
const direct=row.bySub[0]??row.byName[0];
return direct!==undefined&&entries.every(({state})=>state===direct.state)?direct.state:null}
function ownersOfSubs(rows){
const owners=new Map;
for(const row of rows){
const sub=subFor(row);
if(sub!==null)owners.set(sub,(owners.get(sub)??0)+1)}
return owners}
function subFor(row){
const answered=new Set;
for(const{names}of[...row.bySub,...row.byName]){
const[sub]=names.subs;
if(sub!==undefined)answered.add(sub)}
const[sub,...others]=answered;
if(sub===undefined||others.length>0)return null;
return row.subs.size===0||row.subs.has(sub)?sub:null}
function pairUnmatched(rows,unmatched){
const unnamed=rows.filter(row=>row.bySub.length+row.byName.length+row.ambiguous.length===0);
const[first]=unmatched;
const isOneToOne=rows.length===1&&unmatched.length===1;
const isSafe=first!==undefined&&unnamed.length===unmatched.length&&unmatched.every(({state,names})=>state===first.state&&!names.namesUser)&&rows.every(row=>unnamed.includes(row)||answers_stateOf(row)!==null);
const pairs=new Map;
if(!isSafe&&!(isOneToOne&&unnamed.length===1))return pairs;
unnamed.forEach((row,position)=>{
const entry=unmatched[position];
if(entry!==undefined)pairs.set(row,entry)});
return pairs}
function answerFor(row,owners,paired){
const state=paired===undefined?answers_stateOf(row):paired.state;
const entry=paired??row.bySub[0]??row.byName[0];
if(state===null||entry===undefined)return{row:row.row,state:`uncertain`};
if(state===`failed`)return{row:row.row,state,...failureOf(entry)};
const sub=paired===undefined?subFor(row):null;
if(sub===null||owners.get(sub)!==1)return{row:row.row,state,sub:null};
return{row:row.row,state,sub:row.subs.has(sub)?sub:tenant_text.mD.theirs(sub)}}
var page_reference=__webpack_require__(93425);
var rate_limit=__webpack_require__(76254);
var retry_policy=__webpack_require__(54313);
var tenant_error=__webpack_require__(25833);
;
function readBulkReply(users,reply,nowMs){
const{status,text}=reply;
if(status>=300)return readErrorReply(status,(0,error_body.kW)(text),reply,nowMs,BULK_SCOPE);
const json=(0,json_object.B)(text);
if((0,error_body.di)(json)){
const body=(0,error_body.kW)(text);
return readErrorReply(body.status??417,body,reply,nowMs,BULK_SCOPE)}
const answers=matchAnswers(users,json);
return answers===null?unusable(reply,countAnswerEntries(json),nowMs):{kind:`answered`,status,answers}}
function readTransportError({failure,status,text}){
const error=(0,tenant_error.l)(failure.code,text);
if(failure.code===`tenant.redirected`&&status!==null)return{kind:`blocked`,status,error,advice:CHECK_URL,mayHaveBeenApplied:false};
if(failure.permanent)return{kind:`forbidden`,status,error};
return{kind:`unavailable`,status,error,retryAfterMs:null,mayHaveBeenApplied:failure.mayHaveArrived}}
const BULK_SCOPE=`cidaas:bulk_user_create`;
const NEVER_ACCEPTED=new Set([407,411,426,431,505]);
const REFUSES_ACCESS=new Set([401,402,403,404,405,406,410,415,501]);
const OF_CIDAAS=new Set([`service`,`guard`,`oauth`]);
function readErrorReply(status,body,reply,nowMs,scope){
const{headers}=reply;
const isOfCidaas=OF_CIDAAS.has(body.shape);
const found=(0,error_body._d)(status,body);
const error=isOfCidaas?found:{...found,reference:found.reference??(0,page_reference.J)(headers)};
if(status===413)return{kind:`too-large`,status,error};
if(REFUSES_ACCESS.has(status)&&!isOfCidaas)return{kind:`blocked`,status,error,advice:adviceFor(status,body,scope),mayHaveBeenApplied:false};
if(NEVER_ACCEPTED.has(status)||REFUSES_ACCESS.has(status)&&!(status===404&&body.shape===`service`)){
const message=(0,tenant_text.cv)`${error.message.asSentence()} ${tenant_text.mD.ours(adviceFor(status,body,scope))}`;
return{kind:`forbidden`,status,error:{...error,message}}}
if(body.code!==`507`&&(0,retry_policy.PS)(status)){
const retryAfterMs=(0,rate_limit.M)(status,headers,nowMs);
const isRefused=reply.status===429||reply.status===503;
return{kind:`unavailable`,status,error,retryAfterMs,mayHaveBeenApplied:!isRefused}}
return{kind:`refused`,status,error}}
function unusable({status,headers,text},entries,nowMs){
const body=(0,error_body.kW)(text);
if(body.shape===`html`&&body.reference!==null){
const message=body.message??(0,tenant_text.cv)`An HTML page.`;
const error={...(0,tenant_error.l)(`tenant.forbidden`,message),reference:body.reference};
return{kind:`blocked`,status,error,advice:FIREWALL,mayHaveBeenApplied:true}}
const error={...(0,tenant_error.l)(entries===null?`tenant.answer_unusable`:`tenant.answer_uncertain`,(0,tenant_text.cv)`HTTP ${status}, but the answer has no states: ${body.message??whyUnusable(body,entries)}`),reference:body.reference};
const retryAfterMs=(0,rate_limit.M)(status,headers,nowMs);
return{kind:`unavailable`,status,error,retryAfterMs,mayHaveBeenApplied:true}}
function whyUnusable({shape},entries){
if(entries===0)return(0,tenant_text.cv)`its list of process_states is empty.`;
if(entries!==null)return(0,tenant_text.cv)`no entry of its process_states is CREATED, UPDATED or FAILED.`;
return shape===`empty`?(0,tenant_text.cv)`its body is empty.`:(0,tenant_text.cv)`it contains no process_states.`}
const FIREWALL=`A firewall or a proxy in front of the tenant refuses the request.`;
const CHECK_URL=`Check tenant-url: it must be the host that serves the API.`;
function adviceFor(status,{shape},scope){
if(shape===`html`&&status===403)return FIREWALL;
if(status===401||status===403)return`Check that the app has the scope ${scope} and belongs to this tenant.`;
if(status===407)return`Add the credentials of the proxy to HTTPS_PROXY.`;
return`Check tenant-url: this address does not accept users.`}}),78497:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{_:()=>refuseUncheckedTls});
var _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(30199);
var _tenant_url_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(38322);
function refuseUncheckedTls(origin,env){
if(env.NODE_TLS_REJECT_UNAUTHORIZED!==`0`||(0,_tenant_url_js__WEBPACK_IMPORTED_MODULE_1__.U)(new URL(origin).hostname))return;
throw new _runtime_input_error_js__WEBPACK_IMPORTED_MODULE_0__.d([`NODE_TLS_REJECT_UNAUTHORIZED=0 turns off the check of certificates, so that anyone on the way to the tenant could read the client secret and all users. Unset it. If your company signs the certificates, set NODE_EXTRA_CA_CERTS to the PEM file of its certificate authority, or NODE_USE_SYSTEM_CA to 1 if this machine trusts that authority. Nothing was sent.`])}}),22185:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>ConnectFailure});
class ConnectFailure extends Error{
stage;
proxy;
constructor(stage,proxy,cause){
super(`no connection through ${proxy}`,{cause:cause??undefined});
this.name=`ConnectFailure`;
this.stage=stage;
this.proxy=proxy}}}),39889:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{H:()=>connectTenant});
var account_changer=__webpack_require__(17220);
var answer_budget=__webpack_require__(36908);
var bulk_reply=__webpack_require__(52228);
var token_request=__webpack_require__(8829);
;
const BULK_PATH=`/users-srv/user/bulk`;
function createBulkClient(ports){
const{http,clock}=ports;
return{send:async(users,signal,stop)=>{
if(users.length===0)throw new RangeError(`A bulk request needs at least one user.`);
const body=`[${users.map(user=>user.body).join(`,`)}]`;
const limits={signal,budget:(0,answer_budget.Mx)(users.length,body.length)};
return await(0,token_request._)(ports,{users:users.length,send:authorization=>http.post(BULK_PATH,{authorization},body,limits),read:answer=>(0,bulk_reply.Fn)(users,answer,clock.wallNow()),waiting:stop??signal})}}}
var until_stopped=__webpack_require__(14124);
var external_node_util_=__webpack_require__(57975);
var external_node_zlib_=__webpack_require__(38522);
var tenant_failure=__webpack_require__(22753);
;
async function readText({status,contentEncoding,body},given){
const isError=status>=300;
const budget=isError?answer_budget.JT:given;
const received=new GrowingBuffer(budget.bytes);
try{
for await(const chunk of body)if(!received.add(chunk))break}catch(error){
if(!isError)throw error}
if(received.isFull&&!isError)throw tooLarge(sizeText(budget),status);
const text=new TextDecoder().decode(await decoded(received.bytes,contentEncoding,status,budget));
const excess=(0,answer_budget.FR)(text,budget);
if(excess===null)return text;
if(isError)return`The answer cannot be read: it has ${excess}.`;
throw unusable(`The answer has ${excess}, far more than its request has.`,status)}
class GrowingBuffer{
#maxBytes;
#buffer=Buffer.alloc(0);
#length=0;
isFull=false;
constructor(maxBytes){
this.#maxBytes=maxBytes}
get bytes(){
return this.#buffer.subarray(0,this.#length)}
add(chunk){
const length=Math.min(this.#length+chunk.length,this.#maxBytes);
if(length>this.#buffer.length){
const larger=Buffer.alloc(Math.min(this.#maxBytes,Math.max(length,this.#buffer.length*2)));
this.#buffer.copy(larger,0,0,this.#length);
this.#buffer=larger}
this.isFull=length<this.#length+chunk.length;
chunk.copy(this.#buffer,this.#length,0,length-this.#length);
this.#length=length;
return!this.isFull}}
const MAX_ENCODINGS=2;
async function decoded(received,contentEncoding,status,budget){
let bytes=received;
const names=(contentEncoding??``).toLowerCase().split(`,`).reverse();
const encodings=names.map(name=>name.trim()).filter(name=>name!==``&&name!==`identity`);
if(encodings.length>MAX_ENCODINGS){
if(status>=300)return Buffer.alloc(0);
throw unreadable(`is encoded ${encodings.length} times`,status)}
for(const name of encodings.length===0&&isGzip(bytes)?[`gzip`]:encodings){
const decode=DECODERS[name];
if(decode===undefined){
if(status>=300)return bytes;
throw unreadable(KNOWN_ENCODINGS.has(name)?`is encoded as ${name}`:`is encoded as something unknown`,status)}
try{
bytes=await decode(bytes,{maxOutputLength:budget.bytes,isPart:status>=300})}catch(cause){
if(looksLikeText(bytes))continue;
if(status>=300)return Buffer.alloc(0);
throw cause.code===`ERR_BUFFER_TOO_LARGE`?tooLarge(sizeText(budget),status):unreadable(`is damaged: it cannot be decoded (${name})`,status)}}
return bytes}
const KNOWN_ENCODINGS=new Set([`aes128gcm`,`compress`,`x-compress`,`dcb`,`dcz`,`exi`,`pack200-gzip`]);
const{Z_SYNC_FLUSH,Z_FINISH,BROTLI_OPERATION_FLUSH,BROTLI_OPERATION_FINISH,ZSTD_e_flush,ZSTD_e_end}=external_node_zlib_.constants;
const ZSTD_PARAMS={[external_node_zlib_.constants.ZSTD_d_windowLogMax]:23};
const flush=({maxOutputLength,isPart})=>{
return{maxOutputLength,finishFlush:isPart?Z_SYNC_FLUSH:Z_FINISH}};
const gunzip=(bytes,options)=>(0,external_node_util_.promisify)(external_node_zlib_.gunzip)(bytes,flush(options));
const inflate=(0,external_node_util_.promisify)(external_node_zlib_.inflate);
const inflateRaw=(0,external_node_util_.promisify)(external_node_zlib_.inflateRaw);
const unbrotli=(0,external_node_util_.promisify)(external_node_zlib_.brotliDecompress);
const unzstd=(0,external_node_util_.promisify)(external_node_zlib_.zstdDecompress);
const DECODERS={gzip:gunzip,"x-gzip":gunzip,deflate:(bytes,options)=>(((bytes[0]??8)&15)===8?inflate:inflateRaw)(bytes,flush(options)),br:(bytes,{maxOutputLength,isPart})=>unbrotli(bytes,{maxOutputLength,finishFlush:isPart?BROTLI_OPERATION_FLUSH:BROTLI_OPERATION_FINISH}),zstd:(bytes,{maxOutputLength,isPart})=>unzstd(bytes,{maxOutputLength,finishFlush:isPart?ZSTD_e_flush:ZSTD_e_end,params:ZSTD_PARAMS})};
function isGzip(bytes){
return bytes.length>2&&bytes.readUInt16BE()===8075}
function looksLikeText(bytes){
return/^\s*[[{<]/.test(bytes.toString(`latin1`,0,100))||bytes.length===0}
function sizeText({bytes}){
return bytes<1024*1024?`${Math.round(bytes/1024)} kB`:`${(bytes/1024/1024).toFixed(1).replace(`.0`,``)} MB`}
function tooLarge(size,status){
return unusable(`The answer is larger than ${size}, far more than its request.`,status)}
function unreadable(what,status){
return unusable(`The answer ${what}, although no compression was asked for. A proxy or load balancer in front of the tenant changes answers: have it pass them on as they are.`,status)}
function unusable(message,status){
return new tenant_failure.w({code:`tenant.answer_unusable`,message,mayHaveArrived:true,permanent:false},{status})}
var connect_failure=__webpack_require__(22185);
;
const CONTINUE=`HTTP/1.1 100`;
const MAX_INTERIM_BYTES=16*1024;
const MAX_ALL_INTERIM_BYTES=256*1024;
const NOTHING=Buffer.alloc(0);
function withoutContinue(socket){
const read=socket.read.bind(socket);
const write=socket.write.bind(socket);
let isAnswerExpected=false;
let held=NOTHING;
let interimBytes=0;
const writeRequest=(...args)=>{
isAnswerExpected=true;
interimBytes=0;
return write(...args)};
const readAnswer=size=>{
for(;;){
const chunk=read(size);
if(chunk===null||!isAnswerExpected)return chunk;
const bytes=held.length===0?chunk:Buffer.concat([held,chunk]);
const rest=interimBytes>MAX_ALL_INTERIM_BYTES?bytes:afterContinue(bytes);
interimBytes+=bytes.length-(rest?.length??bytes.length);
held=NOTHING;
if(rest===null)held=bytes;else if(rest.length>0){
isAnswerExpected=false;
return rest}}};
return Object.assign(socket,{read:readAnswer,write:writeRequest})}
function afterContinue(bytes){
let rest=bytes;
while(rest.length>0){
const start=rest.toString(`latin1`,0,CONTINUE.length).replace(/^HTTP\/1\.0/,`HTTP/1.1`);
if(!CONTINUE.startsWith(start))return rest;
const end=rest.indexOf(`\r
\r
`);
if(end<0)return rest.length>MAX_INTERIM_BYTES?rest:null;
rest=rest.subarray(end+4)}
return rest}
;
const CONNECT_TIMEOUT_MS=1e4;
async function openDispatcher(options){
const{origin,connections,timeoutMs,proxy,noProxy}=options;
const undici=await __webpack_require__.e(6752).then(__webpack_require__.t.bind(__webpack_require__,24371,19));
const timeout=Math.min(CONNECT_TIMEOUT_MS,timeoutMs);
const shared={connections,pipelining:1,allowH2:false,connectTimeout:timeout};
const direct=unasked(undici.buildConnector({allowH2:false,timeout}));
if(proxy===null)return new undici.Pool(origin,{...shared,connect:direct});
const via=new URL(proxy).host;
return new undici.EnvHttpProxyAgent({...shared,httpProxy:``,httpsProxy:proxy,noProxy,clientFactory:(url,{connect})=>new undici.Pool(url,connect===undefined?{}:{connect:marked(connect,`proxy`,via,null)}),factory:(target,{connect,...given})=>{
const isTunnel=typeof connect===`function`;
const limitMs=Math.min(CONNECT_TIMEOUT_MS,timeoutMs/2);
const open=isTunnel?unasked(marked(connect,`tunnel`,via,limitMs)):direct;
return new undici.Pool(target,{...given,connect:open})}})}
function unasked(connector){
return(options,callback)=>connector(options,(error,socket)=>{
if(error!==null)callback(error,null);else if(socket!==null)callback(null,withoutContinue(socket))})}
function marked(connector,stage,proxy,limitMs){
return(options,callback)=>{
let isOver=false;
const fail=cause=>{
if(isOver)return;
isOver=true;
clearTimeout(timer);
callback(new connect_failure.V(stage,proxy,cause),null)};
const timer=limitMs===null?undefined:setTimeout(()=>fail(null),limitMs);
const succeed=socket=>{
if(isOver)return void socket.on(`error`,()=>{}).destroy();
isOver=true;
clearTimeout(timer);
callback(null,socket)};
connector(options,(error,socket)=>socket?succeed(socket):fail(error))}}
var input_error=__webpack_require__(30199);
var tenant_url=__webpack_require__(38322);
;
function proxyFor(origin,env){
const url=new URL(origin);
const setting=env.https_proxy||env.HTTPS_PROXY;
if(!setting||url.protocol!==`https:`||(0,tenant_url.U)(url.hostname))return null;
const proxy=URL.parse(setting.includes(`://`)?setting:`http://${setting}`);
if(proxy!==null&&/^https?:$/.test(proxy.protocol)&&isPercentEncoded(proxy))return proxy.href;
throw new input_error.d([`HTTPS_PROXY is not a usable proxy URL. Write it like http://proxy.example.com:3128, with special characters in a password percent-encoded, or unset it.`])}
function isPercentEncoded({username,password}){
try{
decodeURIComponent(username+password);
return true}catch{
return false}}
var tenant_text=__webpack_require__(51372);
;
function createHttp(options){
const{origin,timeoutMs,userAgent,env}=options;
const proxy=proxyFor(origin,options.env);
let opened=null;
async function send(method,path,headers,body,{signal,budget}){
if(signal.aborted)throw cancelled(false,signal.reason);
opened??=openDispatcher({...options,proxy,noProxy:env.no_proxy||env.NO_PROXY||``});
const dispatcher=await opened;
const deadline=deadlineOf(timeoutMs,signal);
try{
const request=dispatcher.request({origin,path,method,headers:{"user-agent":userAgent,accept:`application/json`,"accept-encoding":`identity`,...body===null?{}:{"content-type":`application/json`},...headers},body,signal:deadline.signal,headersTimeout:timeoutMs,bodyTimeout:timeoutMs,onInfo:deadline.interim});
const answer=await(0,until_stopped.s)(request,signal);
const status=answer.statusCode;
const flat=flatten(answer.headers);
const open={status,contentEncoding:flat[`content-encoding`],body:answer.body};
const text=await readText(open,budget);
if(status>=300&&status<400)throw redirected(status,flat.location,origin);
return{status,headers:flat,text}}catch(error){
throw asTransportError(error,signal)}finally{
deadline.clear()}}
return{post:(path,headers,body,limits)=>send(`POST`,path,headers,body,limits),patch:(path,headers,body,limits)=>send(`PATCH`,path,headers,body,limits),get:(path,headers,limits)=>send(`GET`,path,headers,null,limits),delete:(path,headers,limits)=>send(`DELETE`,path,headers,null,limits),close:async()=>{
await(await opened)?.destroy()}}}
const MAX_INTERIM_ANSWERS=1e3;
function deadlineOf(ms,signal){
let interimAnswers=0;
const controller=new AbortController;
const timer=setTimeout(()=>controller.abort(new DOMException(`The request took too long.`,`TimeoutError`)),ms);
const onAbort=()=>controller.abort(signal.reason);
if(signal.aborted)onAbort();
signal.addEventListener(`abort`,onAbort,{once:true});
const clear=()=>{
clearTimeout(timer);
signal.removeEventListener(`abort`,onAbort)};
const interim=()=>{
if(++interimAnswers>MAX_INTERIM_ANSWERS)controller.abort(endlessInterim())};
return{signal:controller.signal,interim,clear}}
function endlessInterim(){
const message=`The tenant sent more than ${MAX_INTERIM_ANSWERS} interim answers (HTTP 1xx) instead of an answer.`;
return new tenant_failure.w({code:`tenant.answer_unusable`,message,mayHaveArrived:true,permanent:false})}
function flatten(headers){
const flat={};
for(const[name,value]of Object.entries(headers)){
const first=Array.isArray(value)?value[0]:value;
if(first!==undefined)flat[name]=first}
return flat}
const PLAIN_HOST=/^(?=.{1,60}$)(?:[a-z]{1,20}\d{0,3}(?:-(?:[a-z]{1,20}\d{0,3}|\d{1,3})){0,3}(?:\.|$)){1,5}$|^\d{1,3}(?:\.\d{1,3}){3}$/;
function redirected(status,location,origin){
const target=location===undefined?null:URL.parse(location,origin);
const message=`The tenant answered with a redirect (HTTP ${status}), which is not followed.`;
const failure={code:`tenant.redirected`,message,mayHaveArrived:true,permanent:true};
if(target===null||!PLAIN_HOST.test(target.hostname))return new tenant_failure.w(failure,{status});
const where=tenant_text.mD.theirs(target.origin);
const text=(0,tenant_text.cv)`The tenant answered with a redirect to ${where} (HTTP ${status}), which is not followed.`;
return new tenant_failure.w(failure,{status,text})}
function asTransportError(error,signal){
if(error instanceof tenant_failure.w)return error;
if(signal.aborted)return cancelled(true,error);
const failure=(0,tenant_failure.X)(error);
if(failure===null)return error;
return failure.code===`tenant.answer_unusable`?new tenant_failure.w(failure):new tenant_failure.w(failure,{cause:error})}
function cancelled(mayHaveArrived,cause){
const message=`The request was aborted because the run is stopping.`;
return new tenant_failure.w({code:`tenant.cancelled`,message,mayHaveArrived,permanent:false},{cause})}
var secret_finder=__webpack_require__(21716);
;
const MAX_TOKEN_CHARACTERS=64*1024;
class KnownSecrets{
#clientSecret;
#tokens=[];
#characters=0;
#finder=null;
constructor(clientSecret=``){
this.#clientSecret=clientSecret}
addToken(token){
if(this.#tokens.includes(token))return;
this.#tokens.unshift(token);
this.#characters+=token.length;
this.#finder?.add(token);
if(this.#characters<=MAX_TOKEN_CHARACTERS)return;
while(this.#tokens.length>1&&this.#characters>MAX_TOKEN_CHARACTERS/2)this.#characters-=this.#tokens.pop()?.length??0;
this.#finder=null}
get finder(){
if(this.#finder===null){
this.#finder=new secret_finder.R4;
for(const secret of[this.#clientSecret,...this.#tokens])this.#finder.add(secret)}
return this.#finder}}
var error_body=__webpack_require__(75654);
var json_object=__webpack_require__(7538);
var rate_limit=__webpack_require__(76254);
var retry_policy=__webpack_require__(54313);
var tenant_error=__webpack_require__(25833);
var outage_clock=__webpack_require__(62458);
var refusal=__webpack_require__(17236);
;
function singleFlight(work){
let flight=null;
function start(){
const controller=new AbortController;
const promise=work(controller.signal).finally(()=>{
if(flight===started)flight=null});
const started={promise,controller,waiting:0};
promise.catch(()=>{});
return started}
return async signal=>{
signal.throwIfAborted();
flight??=start();
const mine=flight;
mine.waiting++;
const aborted=Promise.withResolvers();
const leave=()=>aborted.reject(signal.reason);
signal.addEventListener(`abort`,leave,{once:true});
try{
return await Promise.race([mine.promise,aborted.promise])}finally{
signal.removeEventListener(`abort`,leave);
mine.waiting--;
if(mine.waiting===0){
if(flight===mine)flight=null;
mine.controller.abort(signal.reason)}}}}
;
const TOKEN_PATH=`/token-srv/token`;
const REFRESH_BEFORE_MS=6e4;
const ASSUMED_LIFETIME_MS=3e5;
const MAX_LIFETIME_MS=864e5;
function createTokenSource(options){
let current=null;
const contact={isMade:false};
const flightOf=isPatient=>singleFlight(async signal=>{
const fetched=await requestToken(options,{contact,isPatient},signal);
options.onSecret(fetched.token);
current=fetched;
return fetched});
const fetchToken=flightOf(true);
const fetchImpatiently=flightOf(false);
const known=()=>current!==null&&options.clock.now()<current.refreshAt?current.token:null;
const invalidate=token=>{
if(current?.token===token)current=null};
return{get:async signal=>known()??(await fetchToken(signal)).token,getImpatiently:async signal=>known()??(await fetchImpatiently(signal)).token,probe:async(token,signal)=>{
invalidate(token);
return(await fetchToken(signal)).wasAway},invalidate}}
function scopesOf(token){
const payload=token.split(`.`)[1]??``;
const claims=(0,json_object.o)((0,json_object.B)(Buffer.from(payload,`base64url`).toString()));
for(const claim of[claims?.scopes,claims?.scope]){
if(typeof claim===`string`)return claim.split(/\s+/).filter(scope=>scope!==``);
if(Array.isArray(claim))return claim.filter(scope=>typeof scope===`string`)}
return null}
const NOT_REACHED=new Set([`tenant.unreachable`,`tenant.tls`,`tenant.proxy`]);
const UNKNOWN_HOST_ATTEMPTS=2;
function isUnknownHost({cause}){
return cause instanceof tenant_failure.w&&cause.failure.isUnknownHost===true}
async function requestToken(options,{contact,isPatient},signal){
const{policy,clock}=options;
const{random,sleep,now}=clock;
let wasAway=false;
const outage=new outage_clock.k(policy,now());
for(let attempt=1;;attempt++){
const result=await attemptToken(options,signal);
switch(result.kind){case`token`:contact.isMade=true;return{...result,wasAway};case`refused`:throw result.error;case`unavailable`:{
const{error}=result;
if(!NOT_REACHED.has(error.error.code))contact.isMade=true;
error.isUnreached=!contact.isMade;
error.isUnknownHost=error.isUnreached&&isUnknownHost(error);
const isAway=contact.isMade&&(0,retry_policy.uD)(error.status,error.error.code);
wasAway||=isAway;
const attempts=error.isUnknownHost?UNKNOWN_HOST_ATTEMPTS:policy.maxAttempts;
if(isAway?!isPatient||outage.isUsedUp(attempt,now()):attempt>=attempts)throw error;
const wait=isAway?outage.waitMs(attempt,error.retryAfterMs,now(),random):Math.max(error.retryAfterMs??0,(0,retry_policy.jo)(policy,attempt,random));
await sleep(wait,signal)}}}}
async function attemptToken(options,signal){
const{http,clientId,clientSecret,clock}=options;
const body=JSON.stringify({client_id:clientId,client_secret:clientSecret,grant_type:`client_credentials`});
const startedAt=clock.now();
let reply;
try{
reply=await http.post(TOKEN_PATH,{},body,{signal,budget:answer_budget.cs})}catch(cause){
signal.throwIfAborted();
if(!(cause instanceof tenant_failure.w))throw cause;
const{failure,status,text}=cause;
const error=(0,tenant_error.l)(failure.code,text);
if(failure.permanent)return{kind:`refused`,error:new refusal.xB(error,status,{cause})};
return{kind:`unavailable`,error:new refusal.ps(error,status,null,{cause})}}
const json=reply.status<300?(0,json_object.B)(reply.text):undefined;
const granted=(0,json_object.o)(json);
const token=granted?.access_token;
if(typeof token===`string`&&isUsable(token)){
return{kind:`token`,token,refreshAt:startedAt+usableMs(granted?.expires_in)}}
return failedAttempt(reply,(0,error_body.di)(json),options)}
const MAX_TOKEN_LENGTH=16384;
function isUsable(token){
const{length}=token;
return length>=secret_finder.vb&&length<=MAX_TOKEN_LENGTH&&/^[\x21-\x7e]+$/.test(token)}
const TEMPORARY=/^tenant\.(temporarily_unavailable|server_error|slow_down)$/;
function failedAttempt({status,headers,text},isFailure,{clock}){
const body=(0,error_body.kW)(text);
if(status<300&&!isFailure){
const message=(0,tenant_text.cv)`The answer is not a token: ${whatInstead(body)}`;
const error={...(0,tenant_error.l)(`tenant.answer_unusable`,message),reference:body.reference};
return{kind:`unavailable`,error:new refusal.ps(error,status,null)}}
const effective=status<300?body.status??400:status;
const error=(0,error_body._d)(effective,body);
if((0,retry_policy.PS)(effective)||TEMPORARY.test(error.code)){
return{kind:`unavailable`,error:new refusal.ps(error,status,(0,rate_limit.M)(effective,headers,clock.wallNow()))}}
return{kind:`refused`,error:new refusal.xB(error,status)}}
function whatInstead({shape,message}){
if(shape===`html`&&message!==null)return message;
return tenant_text.mD.ours(`${shape===`empty`?`nothing`:shape} without a usable access_token.`)}
function usableMs(expiresIn){
const seconds=typeof expiresIn===`string`&&expiresIn.trim()!==``?Number(expiresIn):expiresIn;
const isPlausible=typeof seconds===`number`&&seconds>=1;
const lifetime=isPlausible?Math.min(seconds*1e3,MAX_LIFETIME_MS):ASSUMED_LIFETIME_MS;
return lifetime-Math.min(REFRESH_BEFORE_MS,lifetime/2)}
;
const MAX_ATTEMPTS=3;
function createLoginClient(options){
const{client,secrets}=options;
secrets.addToken(client.secret);
return{async login(username,password,signal){
secrets.addToken(password);
const form={grant_type:`password`,client_id:client.id,client_secret:client.secret,username,password};
const reply=await sendForm(new URLSearchParams(form).toString(),options,signal);
if(typeof reply===`string`)return unproven(reply);
const json=(0,json_object.B)(reply.text);
const isGranted=reply.status<300&&!(0,error_body.di)(json);
if(isGranted&&typeof(0,json_object.o)(json)?.access_token===`string`)return{kind:`proved`};
return resultOf(reply,password)}}}
async function sendForm(body,{http,policy,clock},signal){
const headers={"content-type":`application/x-www-form-urlencoded`};
const attempts=Math.min(policy.maxAttempts,MAX_ATTEMPTS);
for(let attempt=1;;attempt++){
let askedMs=0;
try{
const reply=await http.post(TOKEN_PATH,headers,body,{signal,budget:answer_budget.cs});
if(!(0,retry_policy.PS)(reply.status))return reply;
if(attempt>=attempts)return`the tenant could not answer (HTTP ${reply.status})`;
askedMs=(0,rate_limit.M)(reply.status,reply.headers,clock.wallNow())??0}catch(error){
signal.throwIfAborted();
if(!(error instanceof tenant_failure.w))throw error;
if(error.failure.permanent||attempt>=attempts)return`the login got no answer (${error.failure.code})`}
await clock.sleep(Math.min(policy.capMs,Math.max(askedMs,(0,retry_policy.jo)(policy,attempt,clock.random))),signal)}}
const ABOUT_CLIENT=new Set([`unauthorized_client`,`unsupported_grant_type`,`invalid_client`,`invalid_scope`]);
const NEEDS_SOMETHING_FIRST=/\b(mfa|2fa|multi.?factor|second factor|consents?|terms|not (yet )?(verified|activated)|unverified|pending|reset|change|expired|locked|blocked|disabled|suspended|captcha|too many)\b/i;
function resultOf({status,text},password){
const body=(0,error_body.kW)(text);
const found=(0,error_body._d)(status<300?body.status??417:status,body);
const error=repeats(text,password)?(0,tenant_error.l)(found.code,(0,tenant_text.cv)`The answer repeats the password.`):found;
const answer={status,error};
if(body.code===`invalid_grant`&&status>=400&&!NEEDS_SOMETHING_FIRST.test(descriptionIn(text)))return{kind:`refused`,answer};
if(body.code!==null&&ABOUT_CLIENT.has(body.code))return{kind:`unproven`,why:`the app may not log users in with a password`,answer,isAboutClient:true};
return{kind:`unproven`,why:`the tenant neither accepts nor refuses the password`,answer,isAboutClient:false}}
function descriptionIn(text){
const json=(0,json_object.o)((0,json_object.B)(text));
const found=[json,(0,json_object.o)(json?.error)].map(one=>one?.error_description);
return found.filter(one=>typeof one===`string`).join(` `)}
function repeats(text,password){
const json=(0,json_object.B)(text);
const plain=json===undefined?text:JSON.stringify(json);
const forms=[password,JSON.stringify(password).slice(1,-1),encodeURIComponent(password.toWellFormed())];
return forms.some(form=>plain.toLowerCase().includes(form.toLowerCase()))}
function unproven(why){
return{kind:`unproven`,why,answer:null,isAboutClient:false}}
var setup_request=__webpack_require__(87433);
;
class TenantWords{
#words;
constructor(words){
this.#words=new Set(words)}
get size(){
return this.#words.size}
has(own){
return typeof own===`string`&&this.#words.has(own)}
inOtherCase(own){
const lower=own.toLowerCase();
for(const word of this.#words)if(word!==own&&word.toLowerCase()===lower)return tenant_text.mD.theirs(word);
return null}}
;
const DATA_TYPES=[...[`TEXT`,`TEXTAREA`,`URL`,`EMAIL`,`USERNAME`,`MOBILE`,`SELECT`,`RADIO`,`NUMBER`,`CONSENT`],...[`CHECKBOX`,`MULTISELECT`,`ARRAY`,`DATE`,`DAYDATE`,`JSON_STRING`,`PASSWORD`,`GROUPING`]];
const BASE_DATA_TYPES=[...[`string`,`double`,`float`,`number`,`integer`,`int`,`long`],...[`bool`,`boolean`,`array`,`datetime`,`date`]];
function createSetupReader(requests){
const all=(calls,scope,row)=>{
return{calls,scope,read:listOf(row),absent:null}};
const single=(path,scope,row)=>{
return{calls:[get(path)],scope,read:oneOf(row),absent:{value:null}}};
const fields=nonEmpty(all([post(`/fieldsetup-srv/graph/fields`),get(`/registration-setup-srv/fields/list`)],FIELDS,readField));
const roles=all([post(`/groups-srv/graph/roles`),get(`/groups-srv/graph/roles`)],`cidaas:roles_read`,readRole);
const types=all([post(`/groups-srv/graph/grouptypes`)],`cidaas:group_type_read`,readGroupType);
const field=key=>single(`/fieldsetup-srv/fields/${encodeURIComponent(key.toWellFormed())}`,FIELDS,readField);
const group=id=>single(`/groups-srv/usergroups/${encodeURIComponent(id.toWellFormed())}`,`cidaas:groups_read`,readGroup);
return{scopes:async signal=>{
const scopes=scopesOf(await requests.tokens.get(signal));
return scopes===null?null:new TenantWords(scopes)},fields:signal=>(0,setup_request.on)(requests,fields,signal),field:(key,signal)=>(0,setup_request.on)(requests,field(key),signal),roles:async signal=>{
const reading=await(0,setup_request.on)(requests,roles,signal);
return reading.kind===`read`?{...reading,value:new TenantWords(reading.value)}:reading},group:(id,signal)=>(0,setup_request.on)(requests,group(id),signal),groupTypes:signal=>(0,setup_request.on)(requests,types,signal)}}
const FIELDS=`cidaas:field_setup_read`;
function post(path){
return{method:`POST`,path}}
function get(path){
return{method:`GET`,path}}
function listOf(read){
return data=>{
const list=data??[];
if(!Array.isArray(list))return null;
const rows=list.map(read).filter(row=>row!==null);
return rows.length===0&&list.length>0?null:{value:rows}}}
function nonEmpty(part){
const read=data=>{
const found=part.read(data);
return found===null||found.value.length===0?null:found};
return{...part,read}}
function oneOf(read){
return data=>{
if(data===undefined||data===null)return{value:null};
const row=read(data);
return row===null?null:{value:row}}}
function readField(row){
const field=(0,json_object.o)(row);
const key=setup_text(field?.fieldKey);
if(field===null||key===null)return null;
const options=(0,json_object.o)(field.fieldDefinition)?.attributesKeys;
const keys=Array.isArray(options)?options.filter(option=>typeof option===`string`):[];
return{key:tenant_text.mD.theirs(key),kind:field.fieldType===`CUSTOM`?`custom`:`system`,dataType:DATA_TYPES.find(known=>known===setup_text(field.dataType)?.toUpperCase())??null,baseDataType:BASE_DATA_TYPES.find(known=>known===setup_text(field.baseDataType)?.toLowerCase())??null,enabled:field.enabled!==false,required:field.required===true,isGroup:field.is_group===true||field.dataType===`GROUPING`,isPassword:key.startsWith(`password`),options:keys.length===0?null:new TenantWords(keys)}}
function readRole(row){
return setup_text((0,json_object.o)(row)?.role)}
function readGroup(row){
const group=(0,json_object.o)(row);
const type=setup_text(group?.groupType);
return setup_text(group?.groupId)===null?null:{type:type===null?null:tenant_text.mD.theirs(type)}}
function readGroupType(row){
const found=(0,json_object.o)(row);
const type=setup_text(found?.groupType);
if(type===null)return null;
const mode=ROLE_MODES.find(known=>known===found?.roleMode)??null;
const roles=Array.isArray(found?.allowedRoles)?found.allowedRoles:[];
return{type:tenant_text.mD.theirs(type),roleMode:mode,allowedRoles:new TenantWords(roles.filter(role=>typeof role===`string`))}}
const ROLE_MODES=[`any_roles`,`no_roles`,`allowed_roles`,`roles_required`];
const MAX_NAME_LENGTH=300;
function setup_text(value){
return typeof value===`string`&&value!==``&&value.length<=MAX_NAME_LENGTH?value:null}
var user_reader=__webpack_require__(37233);
;
const MAX_SETUP_MS=10*6e4;
function connectTenant(options){
const{client,maxAttempts,outagePatienceMs,toolVersion,clock,onRequest}=options;
const secrets=new KnownSecrets(client.secret);
const onSecret=token=>{
secrets.addToken(token);
options.onSecret(token)};
const http=createHttp({...options,userAgent:`cidaas-migrate/${toolVersion}`});
const policy=(0,retry_policy.Jb)(maxAttempts,outagePatienceMs);
const credentials={clientId:client.id,clientSecret:client.secret};
const tokens=createTokenSource({...options,...credentials,http,policy,onSecret});
const requests={http,tokens,policy,clock};
const openSetup=()=>createSetupReader({...requests,patience:new setup_request.oD(clock,MAX_SETUP_MS)});
const users=(0,user_reader.b)({...requests,patience:new setup_request.oD(clock,Number.POSITIVE_INFINITY)});
const logins=createLoginClient({http,policy,clock,client:options.loginClient,secrets});
const sending={http,tokens,clock,onRequest};
const bulk=createBulkClient(sending);
const unlimited=new setup_request.oD(clock,Number.POSITIVE_INFINITY,Number.POSITIVE_INFINITY);
const accounts=(0,account_changer.e)(sending,{...requests,patience:unlimited});
return{...bulk,openSetup,users,logins,accounts,secrets,[Symbol.asyncDispose]:()=>http.close()}}}),75654:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{fv:()=>errorCodes,di:()=>isFailureBody,kW:()=>parseErrorBody,$u:()=>readErrorJson,_d:()=>toTenantError});
var json_object=__webpack_require__(7538);
var tenant_text=__webpack_require__(51372);
;
const MAX_LINE_LENGTH=300;
const MAX_READ_LENGTH=2e4;
function firstLine(text){
return text.slice(0,MAX_READ_LENGTH).replaceAll(/[\s\p{Cc}]+/gu,` `).trim().slice(0,MAX_LINE_LENGTH)}
function textOfHtml(text){
const html=text.slice(0,MAX_READ_LENGTH);
const isHtml=/^\s*<(!doctype|html|head|body|\?xml|!--)/i.test(html)||/<\/(html|body|head|title)>/i.test(html);
if(!isHtml)return null;
const title=/<title[^<>]*>([^<]*)</i.exec(html)?.[1]??``;
const visible=html.replaceAll(/<(script|style|head)\b[\s\S]*?(<\/\1>|$)/gi,` `).replaceAll(/<[^>]*>?/g,` `);
const words=(title.trim()||visible).replaceAll(`&nbsp;`,` `);
return firstLine(words)===``?(0,tenant_text.cv)`An HTML page.`:(0,tenant_text.cv)`An HTML page: ${tenant_text.mD.theirs(words)}`}
var page_reference=__webpack_require__(93425);
var tenant_error=__webpack_require__(25833);
;
function parseTenantError(status,text){
return toTenantError(status,parseErrorBody(text))}
function toTenantError(status,body){
const own=body.code===String(status)?null:body.code;
return{...errorCodes(own,codeOfStatus(status)),message:body.message??messageForStatus(status,body),reference:body.reference}}
function errorCodes(code,other){
const known=code===null?null:(0,tenant_error.v)(code);
return{code:known??other,bodyCode:code===null||known!==null?null:tenant_text.mD.theirs(code)}}
function parseErrorBody(text){
const trimmed=text.trim();
if(trimmed===``)return{shape:`empty`,code:null,status:null,message:null,reference:null};
const json=/^[[{"]/.test(trimmed)?(0,json_object.B)(trimmed):undefined;
if(json!==undefined)return readErrorJson(json);
const page=textOfHtml(trimmed);
if(page!==null)return{shape:`html`,code:null,status:null,message:page,reference:optional((0,page_reference.A)(trimmed))};
return{shape:`text`,code:codeInMessage(trimmed),status:null,message:tenant_text.mD.theirs(trimmed),reference:null}}
function readErrorJson(value){
if(typeof value===`string`)return{...parseErrorBody(``),shape:`json`,message:optional(value)};
const outer=(0,json_object.o)(value);
const body=(0,json_object.o)(outer?.ErrorResp)??outer??{};
const inner=(0,json_object.o)(body.error)??{};
const message=firstText(inner.error_description,body.error_description,inner.error,inner.message,body.message,body.error,inner.moreInfo,inner.type,body.moreInfo);
const shape=shapeOf(outer,body);
const oauthCode=shape===`oauth`?body.error:null;
const code=cleanCode(inner.code)??cleanCode(body.code)??cleanCode(body.error_code)??cleanCode(oauthCode)??codeInMessage(message);
const reference=firstText(inner.referenceNumber,body.referenceNumber,inner.refnumber,body.refnumber,body.reference_number);
return{shape,code,status:statusIn(body.status)??statusIn(inner.status),message:optional(message),reference:optional(reference)}}
function optional(text){
return text===null||firstLine(text)===``?null:tenant_text.mD.theirs(text)}
function isFailureBody(value){
const outer=(0,json_object.o)(value);
const success=((0,json_object.o)(outer?.ErrorResp)??outer)?.success;
return success===false||success===`false`||(0,json_object.o)(outer?.ErrorResp)!==null}
function firstText(...values){
for(const value of values){
if(typeof value===`string`&&value.trim()!==``)return value}
return``}
function shapeOf(outer,body){
if(isFailureBody(outer))return`service`;
if(body.refnumber!==undefined)return`guard`;
if(typeof body.error===`string`&&(body.error_description!==undefined||/^[a-z]+(_[a-z]+)+$/.test(body.error)))return`oauth`;
return`json`}
function cleanCode(value){
if(typeof value!==`number`&&typeof value!==`string`)return null;
const code=String(value).trim().toLowerCase();
return/^[a-z0-9][a-z0-9_-]{0,39}$/.test(code)&&code!==`0`?code:null}
function codeInMessage(text){
return/(^\W*|\b(code|error|status)\b[\s"'([:=#-]*)507\b/i.test(firstLine(text))?`507`:null}
function statusIn(value){
const status=typeof value===`string`?Number(value):value;
return typeof status===`number`&&Number.isInteger(status)&&status>=400&&status<=599?status:null}
function codeOfStatus(status){
if(status===507)return`tenant.507`;
if(status===401)return`tenant.unauthorized`;
if(status===403)return`tenant.forbidden`;
if(status===404)return`tenant.not_found`;
if(status===408)return`tenant.timeout`;
if(status===413)return`tenant.too_large`;
return status===429||status>=500?`tenant.http_${status}`:`tenant.refused`}
function messageForStatus(status,{shape}){
return shape===`empty`?(0,tenant_text.cv)`HTTP ${status} without a body.`:(0,tenant_text.cv)`HTTP ${status} without a message.`}}),22753:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{w:()=>TransportError,X:()=>classifyFailure});
;
function causesOf(error){
const found=[];
const waiting=[error];
while(waiting.length>0&&found.length<20){
const next=waiting.shift();
if(!(next instanceof Error))continue;
const{code,syscall,hostname}=next;
const names={name:next.name,message:next.message,hostname:cause_text(hostname)};
found.push({code:cause_text(code),syscall:cause_text(syscall),...names});
if(next instanceof AggregateError)waiting.push(...next.errors);
waiting.push(next.cause)}
return found}
function cause_text(value){
return typeof value===`string`?value:``}
const CERTIFICATE=/^(CERT_|CRL_|SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)_|INVALID_(CA|PURPOSE)$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME)|^(UND_ERR_PRX_TLS)$/;
const HANDSHAKE=/^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|UNKNOWN_PROTOCOL|HTTP_REQUEST|NO_SHARED_CIPHER|DH_KEY_TOO_SMALL|(TLSV1|SSLV3)_(ALERT_PROTOCOL_VERSION|ALERT_HANDSHAKE_FAILURE|UNRECOGNIZED_NAME|ALERT_INSUFFICIENT_SECURITY))/;
const DNS=/^(ENOTFOUND|EAI_[A-Z]+)$/;
function certificateFailure(code,shown,reason){
return notReceived(code,`The certificate ${shown} is not trusted (${reason}). ${certificateAdvice(reason)}`,true)}
function certificateAdvice(reason){
const noCa=`NODE_EXTRA_CA_CERTS and NODE_USE_SYSTEM_CA do not help here.`;
if(/EXPIRED|NOT_YET_VALID/.test(reason))return`Check the clock of this machine, and have the certificate renewed. ${noCa}`;
if(/ALTNAME|HOSTNAME_MISMATCH/.test(reason))return`It is for another host: check the host name, and what answers there. ${noCa}`;
return`If your company signs it, as a proxy that inspects TLS does, set NODE_EXTRA_CA_CERTS to the PEM file of its certificate authority, or NODE_USE_SYSTEM_CA to 1 if this machine trusts that authority. Otherwise check what answers there.`}
function notReceived(code,message,permanent=false){
return{code,message,permanent,mayHaveArrived:false}}
var connect_failure=__webpack_require__(22185);
;
function proxyFailure({stage,proxy},causes){
const certificate=causes.find(({code})=>CERTIFICATE.test(code));
const handshake=causes.find(({code})=>HANDSHAKE.test(code));
switch(stage){case`proxy`:if(certificate!==undefined)return certificateFailure(`tenant.proxy`,`of the proxy ${proxy} (HTTPS_PROXY)`,certificate.code);if(handshake!==undefined)return notReceived(`tenant.proxy`,`The proxy ${proxy} does not speak TLS (${handshake.code}). Begin HTTPS_PROXY with http:// instead of https://.`,true);return toProxy(proxy,causes);case`tunnel`:if(certificate!==undefined)return certificateFailure(`tenant.certificate`,`that the proxy ${proxy} (HTTPS_PROXY) shows for the tenant`,certificate.code);if(handshake!==undefined)return notReceived(`tenant.tls`,`The TLS connection to the tenant through the proxy ${proxy} (HTTPS_PROXY) failed (${handshake.code}). Check host and port of tenant-url, and whether the proxy lets TLS pass.`);return throughProxy(proxy,causes)}}
function toProxy(proxy,causes){
const name=causes.find(({code,syscall})=>DNS.test(code)||syscall===`getaddrinfo`);
if(name!==undefined)return notReceived(`tenant.proxy`,`The host name of the proxy ${proxy} could not be looked up (${name.code}). Check HTTPS_PROXY; if the tenant is reached without a proxy, add its host to NO_PROXY.`);
return notReceived(`tenant.proxy`,`Could not connect to the proxy ${proxy}${codeOf(causes)}. Check HTTPS_PROXY, and that the proxy runs and accepts connections from this machine; if the tenant is reached without a proxy, add its host to NO_PROXY.`)}
function throughProxy(proxy,causes){
const refusals=causes.map(({message})=>/^Proxy response \((\d{3})\)/.exec(message)?.[1]);
const status=refusals.find(refusal=>refusal!==undefined);
const at=`The proxy ${proxy} (HTTPS_PROXY)`;
switch(status){case undefined:break;case`407`:return notReceived(`tenant.proxy`,`${at} requires credentials, or does not accept the given ones (HTTP 407). Write them into HTTPS_PROXY as http://user:password@${proxy}, special characters percent-encoded; keep the value in a secret.`,true);case`403`:case`405`:return notReceived(`tenant.proxy`,`${at} refused a connection to the tenant (HTTP ${status}). Have it allow CONNECT to the host of tenant-url, port 443.`);default:return notReceived(`tenant.proxy`,`${at} could not connect to the tenant (HTTP ${status}). Check the host in tenant-url; if it is right, ask who runs the proxy whether it can look up and reach that host.`)}
if(causes.length===0)return notReceived(`tenant.proxy`,`${at} opened no connection to the tenant in time. Check that this is the address of an HTTP proxy, and that it can reach the tenant.`);
if(causes.some(({name})=>name===`HTTPParserError`))return notReceived(`tenant.proxy`,`What answers at ${proxy} is not an HTTP proxy${codeOf(causes)}. Check host and port in HTTPS_PROXY.`);
return notReceived(`tenant.proxy`,`${at} did not connect to the tenant${codeOf(causes)}. Check that it is an HTTP proxy that allows CONNECT to the host of tenant-url.`)}
function codeOf(causes){
const code=causes.findLast(cause=>cause.code!==``)?.code;
return code===undefined?``:` (${code})`}
var tenant_text=__webpack_require__(51372);
;
class TransportError extends Error{
failure;
status;
text;
constructor(failure,options={}){
super(failure.message,options);
this.name=`TransportError`;
this.failure=failure;
this.text=options.text??tenant_text.mD.ours(failure.message);
this.status=options.status??null}}
function classifyFailure(error){
const throughProxy=connectFailureIn(error);
if(throughProxy!==null)return proxyFailure(throughProxy,causesOf(throughProxy.cause));
const causes=causesOf(error);
for(const cause of causes){
const failure=failureBeforeSending(cause);
if(failure!==null)return failure}
for(const cause of causes){
const failure=failureWhileSending(cause);
if(failure!==null)return failure}
return null}
function connectFailureIn(error){
let cause=error;
for(let depth=0;depth<10&&cause instanceof Error;depth++){
if(cause instanceof connect_failure.V)return innermost(cause);
cause=cause.cause}
return null}
function innermost(failure){
return failure.cause instanceof connect_failure.V?innermost(failure.cause):failure}
function failureBeforeSending({code,syscall,hostname}){
if(CERTIFICATE.test(code))return certificateFailure(`tenant.certificate`,`of the tenant`,code);
if(HANDSHAKE.test(code))return notReceived(`tenant.tls`,`The TLS connection to the tenant failed (${code}). Check host and port of tenant-url.`);
if(DNS.test(code)||syscall===`getaddrinfo`)return{...notReceived(`tenant.unreachable`,lookUpText(code,hostname)),isUnknownHost:code===`ENOTFOUND`};
if(code===`ECONNREFUSED`||code===`UND_ERR_CONNECT_TIMEOUT`||syscall===`connect`){
return notReceived(`tenant.unreachable`,`Could not connect to the tenant (${code}).`)}
return null}
function lookUpText(code,hostname){
const host=/^[\w.-]{1,253}$/.test(hostname)?` ${hostname}`:``;
return code===`ENOTFOUND`?`There is no host${host} (${code}): the host name of tenant-url is misspelled, or this machine's DNS does not know it.`:`The tenant's host name${host} could not be looked up (${code}): this machine's DNS does not answer.`}
function failureWhileSending({code,name,message}){
if(name===`TimeoutError`||/TIMEOUT|ETIMEDOUT/.test(code))return maybeReceived(`tenant.timeout`,`The tenant did not answer in time.`);
if(name===`HTTPParserError`||code===`UND_ERR_HEADERS_OVERFLOW`)return maybeReceived(`tenant.answer_unusable`,`The answer was not valid HTTP (${code||name}). ${NOT_HTTP}`);
if(message===`bad upgrade`)return maybeReceived(`tenant.answer_unusable`,`The answer changes the protocol (HTTP 101), unasked. ${NOT_HTTP}`);
if(MISUSE.test(code))return null;
if(/^(E[A-Z]|UND_ERR|ERR_SSL|ERR_TLS|ERR_STREAM)/.test(code))return maybeReceived(`tenant.connection_lost`,`The connection broke before the answer was complete (${code}).`);
return null}
const MISUSE=/^(UND_ERR_INVALID_ARG|UND_ERR_INVALID_RETURN_VALUE|UND_ERR_NOT_SUPPORTED|UND_ERR_REQ_CONTENT_LENGTH_MISMATCH|ERR_INVALID_|ERR_ASSERTION|ERR_HTTP_)/;
const NOT_HTTP=`Check that tenant-url is the tenant, and that no proxy or load balancer in between changes its answers.`;
function maybeReceived(code,message){
return{code,message,permanent:false,mayHaveArrived:true}}}),7538:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>tryParseJson,o:()=>jsonObject});
function jsonObject(value){
return isJsonObject(value)?value:null}
function isJsonObject(value){
return typeof value===`object`&&value!==null&&!Array.isArray(value)}
function tryParseJson(text){
try{
return JSON.parse(text)}catch{
return undefined}}}),93425:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A:()=>referenceOnPage,J:()=>referenceInHeaders});
var _tenant_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51372);
const MAX_READ_LENGTH=2e4;
const NAMED=/\b(?:support id|ray id|incident id|block id|attack id|event id|unique id|request id|transaction id|reference(?: (?:id|number|no))?|ref(?: a)?)\b[\s.:#]*(?:is\b)?[\s:#]*([a-z0-9][\w.:+/=-]{3,99})/gi;
const HEADERS=[`cf-ray`,`x-azure-ref`,`x-amz-cf-id`,`x-iinfo`,`x-request-id`,`x-correlation-id`];
function referenceOnPage(html){
const text=html.slice(0,MAX_READ_LENGTH).replaceAll(/<[^>]*>?/g,` `).replaceAll(/&#(\d{1,5});/g,(_,code)=>String.fromCharCode(Number(code))).replaceAll(`&nbsp;`,` `);
for(const[,found=``]of text.matchAll(NAMED))if(/\d/.test(found))return found.replace(/[.:]+$/,``);
return null}
function referenceInHeaders(headers){
for(const name of HEADERS){
const value=headers[name]?.trim()??``;
if(/^[\w.:+/=-]{4,100}$/.test(value)&&/\d/.test(value))return _tenant_text_js__WEBPACK_IMPORTED_MODULE_0__.mD.theirs(value)}
return null}}),76254:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{M:()=>askedWaitMs});
var _retry_policy_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(54313);
const EPOCH_SECONDS=1e9;
const EPOCH_MS=0xe8d4a51000;
function askedWaitMs(status,headers,nowMs){
const asked=(0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_0__.mu)(headers[`retry-after`],nowMs);
if(asked!==null||status!==429&&status!==503)return asked;
const reset=resetOfList(headers.ratelimit)??resetOfFields(headers);
return reset===null?null:(0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_0__.mu)(reset,nowMs)}
function resetOfList(value){
if(value===undefined)return null;
const policies=/\breset\s*=/.test(value)?[value]:value.split(`,`);
const usedUp=policies.flatMap(policy=>{
const remaining=/\b(?:r|remaining)\s*=\s*(\d+)/.exec(policy)?.[1]??`0`;
const reset=/\b(?:t|reset)\s*=\s*(\d+)/.exec(policy)?.[1];
return reset!==undefined&&Number(remaining)===0?[Number(reset)]:[]});
return usedUp.length===0?null:String(Math.max(...usedUp))}
const NAMES=[`ratelimit`,`x-ratelimit`,`x-rate-limit`];
function resetOfFields(headers){
for(const name of NAMES){
const reset=headers[`${name}-reset`]?.trim();
const remaining=Number(headers[`${name}-remaining`]??`0`);
if(reset!==undefined&&!(remaining>0))return inSeconds(reset)}
return null}
function inSeconds(reset){
const value=/^\d+(\.\d+)?$/.test(reset)?Number(reset):0;
if(value<EPOCH_SECONDS)return reset;
return new Date(value<EPOCH_MS?value*1e3:value).toUTCString()}}),17236:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Al:()=>isAboutTheWay,ps:()=>TenantUnavailable,xB:()=>TenantRefused});
var _tenant_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51372);
class TenantRefused extends Error{
error;
status;
text;
hint;
constructor(error,status,options){
const what=isAboutTheWay(error)?NO_TOKEN:`The tenant did not issue an access token`;
super(`${what} (${error.code}).`,options);
this.text=describe(what,error,status);
this.name=`TenantRefused`;
this.error=error;
this.status=status;
this.hint=hintFor(error,status)}}
class TenantUnavailable extends Error{
error;
status;
text;
retryAfterMs;
isUnreached=false;
isUnknownHost=false;
constructor(error,status,retryAfterMs,options){
super(`${NO_TOKEN} (${error.code}).`,options);
this.text=describe(NO_TOKEN,error,status);
this.name=`TenantUnavailable`;
this.error=error;
this.status=status;
this.retryAfterMs=retryAfterMs}}
const NO_TOKEN=`Could not get an access token`;
function isAboutTheWay({code}){
return code===`tenant.proxy`||code===`tenant.certificate`||code===`tenant.tls`}
function describe(what,error,status){
const http=status===null?``:` (HTTP ${status}, ${error.code})`;
return(0,_tenant_text_js__WEBPACK_IMPORTED_MODULE_0__.cv)`${_tenant_text_js__WEBPACK_IMPORTED_MODULE_0__.mD.ours(what+http)}: ${error.message.asSentence()}`}
function hintFor({code},status){
switch(code){case`tenant.invalid_client`:case`tenant.unauthorized`:return`Check client-id and client-secret: that they are complete, not swapped, and belong to this tenant.`;case`tenant.unauthorized_client`:case`tenant.unsupported_grant_type`:return`Allow the grant type client_credentials for this app: its type must be NON_INTERACTIVE.`;case`tenant.invalid_scope`:case`tenant.forbidden`:return`Give the app the scope cidaas:bulk_user_create.`;case`tenant.redirected`:return`If the tenant has its own domain, use that one in tenant-url.`;case`tenant.certificate`:case`tenant.proxy`:return`Neither the client secret nor users were sent this way.`;default:return status===404||status===405?`Check tenant-url: this host does not serve the cidaas API.`:`Check tenant-url, client-id and client-secret.`}}}),87433:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{NL:()=>mayNotRead,oD:()=>ReadingPatience,on:()=>readPart});
var _answer_budget_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36908);
var _error_body_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(75654);
var _failure_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(22753);
var _json_object_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(7538);
var _rate_limit_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(76254);
var _retry_policy_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(54313);
const MAX_ATTEMPTS=3;
const MAX_LOST_CALLS=2;
class ReadingPatience{
#now;
#maxMs;
#maxLost;
#lost=0;
#spentMs=0;
#since=null;
constructor({now},maxMs,maxLost=MAX_LOST_CALLS){
this.#now=now;
this.#maxLost=maxLost;
this.#maxMs=maxMs}
get exhausted(){
if(this.#lost>=this.#maxLost)return`${this.#maxLost} requests before it got no usable answer`;
const current=this.#since===null?0:this.#now()-this.#since;
return this.#spentMs+current>=this.#maxMs?`the requests before it took too long`:null}
async during(read){
if(this.#since!==null)return read();
const since=this.#now();
this.#since=since;
try{
return await read()}finally{
this.#spentMs+=this.#now()-since;
this.#since=null}}
lost(){
this.#lost++}}
function readPart(requests,part,signal){
return requests.patience.during(()=>readCalls(requests,part,signal))}
async function readCalls(requests,part,signal){
const refusals=[];
for(const call of part.calls){
const{exhausted}=requests.patience;
if(exhausted!==null){
refusals.unshift(exhausted);
break}
const reply=await sendWithRetries(requests,call,signal);
if(typeof reply===`string`){
refusals.push(reply);
continue}
const meaning=meaningOf(reply,part);
if(typeof meaning!==`string`)return{kind:`read`,value:meaning.value};
refusals.push(meaning)}
const why=refusals.find(refusal=>refusal!==NOT_SERVED)??NOT_SERVED;
const isAboutScope=why!==NOT_SERVED&&requests.patience.exhausted===null;
return{kind:`unread`,why,scope:isAboutScope?part.scope:null}}
const NOT_SERVED=`this tenant does not have this API (HTTP 404)`;
const NOT_ALLOWED=`this app is not allowed to read it`;
function mayNotRead(reading){
return reading.kind===`unread`&&(reading.why===NOT_SERVED||reading.why.startsWith(NOT_ALLOWED))}
const UNREADABLE=`the answer has an unknown format`;
async function sendWithRetries(requests,call,signal){
const first=await sendAttempts(requests,call,signal);
if(!first.isAway)return first.reply;
requests.patience.lost();
const wasAway=await requests.tokens.probe(first.token,signal);
return wasAway?(await sendAttempts(requests,call,signal)).reply:first.reply}
async function sendAttempts(requests,call,signal){
const{policy,clock}=requests;
const attempts=Math.min(policy.maxAttempts,MAX_ATTEMPTS);
for(let attempt=1;;attempt++){
const{reply,token}=await sendAuthorized(requests,call,signal);
const isLost=reply instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__.w;
const isAway=isLost?(0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_4__.uD)(reply.status,reply.failure.code):(0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_4__.uD)(reply.status,`tenant.refused`);
if(isLost)return{reply:`the request got no answer (${reply.failure.code})`,isAway,token};
if(!(0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_4__.PS)(reply.status)||attempt>=attempts||requests.patience.exhausted!==null)return{reply,isAway,token};
const asked=(0,_rate_limit_js__WEBPACK_IMPORTED_MODULE_3__.M)(reply.status,reply.headers,clock.wallNow())??0;
await clock.sleep(Math.min(policy.capMs,Math.max(asked,(0,_retry_policy_js__WEBPACK_IMPORTED_MODULE_4__.jo)(policy,attempt,clock.random))),signal)}}
async function sendAuthorized(requests,call,signal){
const token=await requests.tokens.get(signal);
const reply=await send(requests.http,call,token,signal);
if(reply instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__.w||reply.status!==401)return{reply,token};
requests.tokens.invalidate(token);
const renewed=await requests.tokens.get(signal);
return{reply:await send(requests.http,call,renewed,signal),token:renewed}}
async function send(http,{method,path,body={},budget=_answer_budget_js__WEBPACK_IMPORTED_MODULE_0__.un},token,signal){
const authorization=`Bearer ${token}`;
const limits={signal,budget};
try{
if(method===`GET`)return await http.get(path,{authorization},limits);
return await http.post(path,{authorization},JSON.stringify(body),limits)}catch(error){
signal.throwIfAborted();
if(!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_2__.w))throw error;
return error}}
function meaningOf({status,text},{read,absent}){
const json=(0,_json_object_js__WEBPACK_IMPORTED_MODULE_5__.B)(text);
if(status<300&&!(0,_error_body_js__WEBPACK_IMPORTED_MODULE_1__.di)(json)){
const answer=(0,_json_object_js__WEBPACK_IMPORTED_MODULE_5__.o)(json);
if(status!==204&&(answer===null||!(`data`in answer)))return UNREADABLE;
return read(answer?.data)??UNREADABLE}
const body=(0,_error_body_js__WEBPACK_IMPORTED_MODULE_1__.kW)(text);
const effective=status<300?body.status??417:status;
if(effective===404&&isOfService(body)&&absent!==null)return absent;
return refusalOf(effective)}
function isOfService({shape}){
return shape===`service`}
function refusalOf(status){
switch(status){case 401:case 403:case 417:return`${NOT_ALLOWED} (HTTP ${status})`;case 404:case 405:return NOT_SERVED;default:return`the tenant could not answer (HTTP ${status})`}}}),63154:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{C:()=>TenantValue,u:()=>openTenantValue});
let open;
class TenantValue{
#value;
static{open=value=>value.#value}
constructor(received){
this.#value=received}
toJSON(){
return undefined}}
function openTenantValue(value){
return open(value)}}),8829:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>replyWithoutToken,_:()=>sendWithToken});
var _bulk_reply_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(52228);
var _failure_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(22753);
var _refusal_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(17236);
var _tenant_error_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(25833);
var _tenant_text_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(51372);
async function sendWithToken(ports,request){
const first=await sendOnce(ports,request);
if(first.token===null||!refusesToken(first.reply))return first.reply;
ports.tokens.invalidate(first.token);
return(await sendOnce(ports,request)).reply}
function refusesToken({kind,status}){
return(kind===`forbidden`||kind===`blocked`)&&status===401}
async function sendOnce({tokens,clock,onRequest},{users,send,read,waiting}){
let token;
try{
token=await tokens.getImpatiently(waiting)}catch(error){
return{reply:replyWithoutToken(error,waiting),token:null}}
const startedAt=clock.now();
const observe=status=>onRequest({status,ms:clock.now()-startedAt,users});
let answer;
try{
answer=await send(`Bearer ${token}`)}catch(error){
if(!(error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_1__.w))throw error;
observe(error.status);
return{reply:(0,_bulk_reply_js__WEBPACK_IMPORTED_MODULE_0__.Al)(error),token}}
observe(answer.status);
return{reply:read(answer),token}}
function replyWithoutToken(error,signal){
const notSent={kind:`unavailable`,retryAfterMs:null,mayHaveBeenApplied:false};
if(error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_2__.xB){
const message=(0,_tenant_text_js__WEBPACK_IMPORTED_MODULE_3__.cv)`${error.text} ${_tenant_text_js__WEBPACK_IMPORTED_MODULE_3__.mD.ours(error.hint)}`;
return{kind:`forbidden`,status:error.status,error:{...error.error,message}}}
if(error instanceof _refusal_js__WEBPACK_IMPORTED_MODULE_2__.ps){
const{retryAfterMs,isUnreached,text}=error;
if(isUnreached){
const message=(0,_refusal_js__WEBPACK_IMPORTED_MODULE_2__.Al)(error.error)?text:(0,_tenant_text_js__WEBPACK_IMPORTED_MODULE_3__.cv)`${text} Check tenant-url, firewall and proxy.`;
return{kind:`forbidden`,status:null,error:{...error.error,message}}}
return{...notSent,status:error.status,error:{...error.error,message:text},retryAfterMs}}
if(!signal.aborted)throw error;
const message=(0,_tenant_text_js__WEBPACK_IMPORTED_MODULE_3__.cv)`The request was not sent because the run is stopping.`;
return{...notSent,status:null,error:(0,_tenant_error_js__WEBPACK_IMPORTED_MODULE_4__.l)(`tenant.cancelled`,message)}}}),37233:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{b:()=>createUserReader});
var _answer_budget_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36908);
var _json_object_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(7538);
var _setup_request_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(87433);
var _tenant_value_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(63154);
function createUserReader(requests){
return{user:(sub,signal)=>(0,_setup_request_js__WEBPACK_IMPORTED_MODULE_1__.on)(requests,{calls:[{method:`GET`,path:`/user-srv/users/${encodeURIComponent(sub.toWellFormed())}`,budget:_answer_budget_js__WEBPACK_IMPORTED_MODULE_0__.A_}],read:data=>({value:(0,_json_object_js__WEBPACK_IMPORTED_MODULE_3__.o)(data)===null?null:new _tenant_value_js__WEBPACK_IMPORTED_MODULE_2__.C(data)}),absent:{value:null},scope:`cidaas:users_read`},signal),exists:(identifier,signal)=>(0,_setup_request_js__WEBPACK_IMPORTED_MODULE_1__.on)(requests,{calls:[{method:`POST`,path:`/useractions-srv/userexistence`,body:{userId:identifier},budget:_answer_budget_js__WEBPACK_IMPORTED_MODULE_0__.A_}],read:data=>({value:typeof(0,_json_object_js__WEBPACK_IMPORTED_MODULE_3__.o)(data)?.sub===`string`}),absent:{value:false},scope:`cidaas:users_read`},signal)}}})};