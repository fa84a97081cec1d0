export const id=397;
export const ids=[397];
export const modules={8397:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{STATE:()=>STATE,publish:()=>publish,readInputs:()=>readInputs,readRun:()=>readRun,resumeOptions:()=>resumeOptions,runAction:()=>runAction,workspaceOf:()=>workspaceOf});
var external_node_crypto_=__webpack_require__(77598);
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var core=__webpack_require__(91659);
var run_folder=__webpack_require__(87533);
var action_log=__webpack_require__(74958);
;
async function writeJobSummary(markdown,log){
try{
await core.z.addRaw(markdown,true).write()}catch(cause){
core.z.emptyBuffer();
log.notice(`The job summary could not be written: ${cause instanceof Error?cause.message:String(cause)}`)}}
;
function reportOutputs(head,places){
const totals=Object.fromEntries(Object.entries(head.totals).map(([name,rows])=>[name,String(rows)]));
return{outcome:head.outcome,...totals,"plan-digest":head.planDigest??``,"report-path":places.path,"report-artifact-id":places.artifactId===null?``:String(places.artifactId),"report-url":places.url??``}}
function setOutputs(outputs){
for(const[name,value]of Object.entries(outputs))core.uH(name,value)}
var artifact_upload=__webpack_require__(86959);
;
const TEN_MINUTES=10*60*1e3;
async function publishReport({name,retentionDays},report,{env,log,folder,uploadTimeoutMs=TEN_MINUTES}){
const to={env,log,timeoutMs:uploadTimeoutMs,...folder===undefined?{}:{folder}};
const notes=[];
const all=await(0,artifact_upload.m)(name,[report.json,report.csv,report.html],{retentionDays},to);
tell(all,name,report.dir,log,notes);
if(all.kind!==`uploaded`)return{isDone:all.kind===`unavailable`,artifactId:null,url:null,links:[],notes};
const page=await(0,artifact_upload.m)(`${name}.html`,[report.html],{retentionDays,skipArchive:true},to);
tell(page,`${name}.html`,report.dir,log,notes);
const links=[...publish_report_link(`Open the report`,page,env),...publish_report_link(`all files (zip)`,all,env)];
return{isDone:true,artifactId:all.id,url:all.url,links,notes}}
function tell(upload,name,dir,log,notes){
switch(upload.kind){case`uploaded`:log.info(`Artifact ${upload.name}: ${upload.url}`);break;case`unavailable`:notes.push(`The report is not uploaded: ${upload.reason}. Its files are in ${dir}.`);log.notice(notes.at(-1)??``);break;case`failed`:notes.push(`The artifact ${name} could not be uploaded: ${upload.reason}. The files are in ${dir}.`);log.warning(notes.at(-1)??``);break}}
function publish_report_link(name,upload,env){
return upload.kind===`uploaded`?[{name,url:`./${env.GITHUB_RUN_ID}/artifacts/${upload.id}`}]:[]}
var external_node_fs_=__webpack_require__(73024);
;
const WITHOUT_LINES=/\.(?:gz|zst|age)$/i;
function repositoryPlaces(workspace,{mapping,exportIsArtifact},ruleLines){
return{mapping:mapping===null?null:pathInRepository(workspace,mapping),ruleLines,exported:name=>exportIsArtifact||WITHOUT_LINES.test(name)?null:pathInRepository(workspace,name)}}
function placeOfMessage(workspace,{mapping,exportIsArtifact},text){
const[,,name,line]=/^(?:([^:]+): )?([^:]+(?::[\\/][^:]+)?):(\d+): /.exec(text)??[];
if(name===undefined||name!==mapping&&(exportIsArtifact||WITHOUT_LINES.test(name)))return null;
const file=pathInRepository(workspace,name);
return file===null?null:{file,line:Number(line)}}
function pathInRepository(workspace,name){
const top=(0,external_node_path_.resolve)(workspace);
const path=(0,external_node_path_.resolve)(top,name);
const inside=(0,external_node_path_.relative)(top,path);
if(inside===``||inside.startsWith(`..`)||(0,external_node_path_.isAbsolute)(inside)||!(0,external_node_fs_.existsSync)(path))return null;
let root=(0,external_node_path_.dirname)(path);
while(root!==top&&!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root,`.git`)))root=(0,external_node_path_.dirname)(root);
return(0,external_node_path_.relative)(root,path).split(external_node_path_.sep).join(`/`)}
var resume_artifact=__webpack_require__(4899);
var artifact_download=__webpack_require__(12862);
var artifact_service=__webpack_require__(38135);
var github_client=__webpack_require__(9258);
;
const PREFIX=`cidaas-migrate-state-`;
const TIMEOUT_MS=10*60*1e3;
const PAGE=100;
function stateArtifacts(options){
const{env,log,token,parts,folder,retentionDays}=options;
const scope=(0,external_node_crypto_.createHash)(`sha256`).update(parts.join(`
`)).digest(`hex`).slice(0,12);
const name=`${PREFIX}${scope}`;
let fetched=0;
async function*fetchAll(){
for await(const runId of runsWithState(name,env,token)){
const place={runId,repository:null,token};
const ports={env,timeoutMs:TIMEOUT_MS};
const ours=(await(0,artifact_download.wn)(place,ports,`rest`)).filter(one=>isNamed(one.name,name));
for(const artifact of ours.sort((a,b)=>b.id-a.id)){
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
log.warning(`The last state could not be fetched: ${(0,artifact_service.qo)(error)}. It needs \`permissions: actions: read\` and \`github-token\`.`)}},async put(path){
const uploaded=await(0,artifact_upload.m)(name,[path],{retentionDays},{env,log,timeoutMs:TIMEOUT_MS});
if(uploaded.kind===`uploaded`)return true;
const say=uploaded.kind===`unavailable`?log.notice:log.warning;
say(`The state is not kept: ${uploaded.reason}. The next delta compares with the state before this run, and sends these users again.`);
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
const place={owner,repo,per_page:PAGE,page};
const{data}=await rest.actions.listArtifactsForRepo({...place,request:deadline()});
for(const artifact of data.artifacts){
const run=artifact.workflow_run;
if(!isNamed(artifact.name,name)||artifact.expired||typeof run?.id!==`number`||seen.has(run.id))continue;
seen.add(run.id);
if(run.head_branch!==branch||run.head_repository_id!==run.repository_id)continue;
const{data:details}=await rest.actions.getWorkflowRun({owner,repo,run_id:run.id,request:deadline()});
if(isSameWorkflow(details.path,env)&&!details.event.startsWith(`pull_request`))yield run.id}
if(data.artifacts.length<PAGE)return}}
function branchOf({GITHUB_REF=``}){
return GITHUB_REF.startsWith(`refs/heads/`)?GITHUB_REF.slice(`refs/heads/`.length):``}
function isSameWorkflow(path,{GITHUB_WORKFLOW_REF=``,GITHUB_REPOSITORY=``}){
const own=GITHUB_WORKFLOW_REF.slice(GITHUB_REPOSITORY.length+1).split(`@`)[0];
return own!==``&&path.split(`@`)[0]===own}
;
async function pullRequestOfEvent({GITHUB_EVENT_PATH:path,GITHUB_REPOSITORY:own}){
const event=await readEvent(path);
const pull=property(event,`pull_request`);
const number=property(pull,`number`);
if(typeof number!==`number`)return null;
const from=property(property(property(pull,`head`),`repo`),`full_name`);
return{number,fromFork:typeof from!==`string`||from.toLowerCase()!==own?.toLowerCase()}}
async function pullRequestOfCommit(client,{GITHUB_REPOSITORY:repository=``,GITHUB_SHA:commit_sha=``},signal){
const[owner=``,repo=``]=repository.split(`/`);
const{data}=await client.rest.repos.listPullRequestsAssociatedWithCommit({owner,repo,commit_sha,request:{signal}});
const open=data.filter(({state})=>state===`open`).sort((a,b)=>b.number-a.number)[0];
if(open===undefined)return null;
return{number:open.number,fromFork:open.head.repo?.full_name.toLowerCase()!==repository.toLowerCase()}}
async function readEvent(path){
try{
return JSON.parse(await(0,promises_.readFile)(path??``,`utf8`))}catch{
return null}}
function property(value,name){
return typeof value===`object`&&value!==null?Reflect.get(value,name):undefined}
;
const TWO_MINUTES=2*60*1e3;
async function publishComment(comment,when,{env,log,token,timeoutMs=TWO_MINUTES}){
if(when===`never`)return;
const ofEvent=await pullRequestOfEvent(env);
if(ofEvent===null&&when===`auto`)return;
if(token===``)return log.notice("No comment on the pull request: there is no `github-token`.");
let pull=ofEvent;
try{
await(0,artifact_service.RN)(`Commenting on the pull request`,timeoutMs,async signal=>{
const client=await(0,github_client.U)(token,env);
pull??=await pullRequestOfCommit(client,env,signal);
if(pull===null)return log.notice(`No comment: this commit belongs to no open pull request.`);
log.info(await upsert(client,env,pull,comment,signal))})}catch(error){
const status=error instanceof Error&&`status`in error?error.status:null;
if(status===401||status===403||status===404)log.notice(refused(pull));else log.warning(`The pull request could not be commented on: ${(0,artifact_service.qo)(error)}. The job summary says the same.`)}}
async function upsert(client,{GITHUB_REPOSITORY:repository=``},{number:issue_number},{marker,digest,body},signal){
const[owner=``,repo=``]=repository.split(`/`);
const request={signal};
const known=await find(client,{owner,repo,issue_number,request},marker);
if(known===null){
const{data}=await client.rest.issues.createComment({owner,repo,issue_number,body,request});
return`Commented on the pull request: ${data.html_url}`}
if(known.body.startsWith(`${marker}${digest} `))return`The comment on the pull request says it already: ${known.url}`;
await client.rest.issues.updateComment({owner,repo,comment_id:known.id,body,request});
return`The comment on the pull request is up to date: ${known.url}`}
const TRUSTED=[`OWNER`,`MEMBER`,`COLLABORATOR`];
async function find(client,where,marker){
for await(const{data}of client.paginate.iterator(client.rest.issues.listComments,{...where,per_page:100})){
for(const{id,body,user,author_association:association,html_url:url}of data){
if(body?.startsWith(marker)!==true)continue;
if(user?.type===`Bot`||TRUSTED.includes(association??``))return{id,body,url}}}
return null}
function refused(pull){
const why=pull?.fromFork===true?`workflows of a pull request from a fork get a token that only reads`:"`github-token` may not write there: give the job `permissions: pull-requests: write`";
return`No comment on the pull request: ${why}. The job summary says the same.`}
var problem_codes=__webpack_require__(84659);
var text_escape=__webpack_require__(18944);
var number_text=__webpack_require__(95064);
var failure_tally=__webpack_require__(27675);
;
const NO_PLACES={mapping:null,ruleLines:{},exported:()=>null};
;
const LIMITS={error:9,warning:7,notice:7};
const MESSAGE_CHARACTERS=4096;
function annotations(head,groups,level,fileNames,places=NO_PLACES){
const byReason=groups.map(group=>{
const place=placeOf(group,fileNames,places);
return{...groupAnnotation(head,group,level,fileNames),...place!==null&&{place}}});
const ofRows=Object.entries(head.warnings).filter(([code])=>code!==`path.unseen`);
const byWarning=ofRows.map(([code,rows])=>{
return annotation(`warning`,code,`${(0,number_text.hS)(rows,`row`)}, sent all the same${explained(code)}`)});
const all=[...byReason,...byWarning];
return[`error`,`warning`,`notice`].flatMap(kind=>limited(all.filter(one=>one.level===kind),kind))}
function groupAnnotation(head,group,level,fileNames){
const rows=(0,number_text.hS)(group.count,`${group.outcome} row`);
return annotation(severity(group.outcome,head),group.code,`${rows}, ${(0,failure_tally.Ku)(group,level,fileNames)}`)}
const BY_RULES={"boolean.invalid":true,"date.ambiguous":true,"date.invalid":true,"expr.failed":true,"field.unknown":true,"hash.missing":true,"hash.no_verifier":true,"hash.unrecognised":true,"instant.invalid":true,"json.invalid":true,"number.imprecise":true,"number.invalid":true,"phone.invalid":true,"type.invalid":true,"value.missing":true,"value.unknown":true};
function placeOf({code,first},fileNames,{mapping,ruleLines,exported}){
const rule=Object.hasOwn(BY_RULES,code)?ruleLines[first.field??``]:undefined;
if(rule!==undefined&&mapping!==null)return{file:mapping,line:rule};
const file=exported(fileNames[first.file]??``);
return file===null?null:{file,line:first.line}}
function severity(outcome,head){
switch(outcome){case`invalid`:case`failed`:case`unknown`:return head.outcome===`succeeded`?`warning`:`error`;case`duplicate`:return`warning`;default:return`notice`}}
function explained(code){
const entry=Object.hasOwn(problem_codes.z,code)?problem_codes.z[code]:null;
return entry===null?``:`: ${entry.meaning} ${entry.hint}`}
function annotation(level,code,message){
return{level,title:(0,text_escape.RK)((0,text_escape.ml)(code,100)),message:(0,text_escape.ml)((0,text_escape.RK)(message),MESSAGE_CHARACTERS)}}
function limited(all,level){
const limit=LIMITS[level];
if(all.length<=limit)return all;
const shown=all.slice(0,limit-1);
const rest=all.length-shown.length;
return[...shown,{level,title:`More`,message:`${(0,number_text.U9)(rest)} more kinds of ${level}; the report has them all`}]}
var closing_lines=__webpack_require__(87927);
;
function failedStart(problems,couldStart){
return[`## 💥 cidaas migration: error`,``,couldStart?`The run broke; the log says where.`:`Nothing was sent.`,``,...problems.map(problem=>`- ${(0,text_escape.FV)(problem)}`),``].join(`
`)}
var compare=__webpack_require__(21337);
var comparison_story=__webpack_require__(24513);
;
const FIELDS=40;
const MOVES=40;
const EXAMPLES=3;
function comparisonSections(comparison){
const{moves,fields}=comparison;
const{headline,alerts}=(0,comparison_story.$)(comparison);
const warnings=alerts.map(alert=>`- ⚠️ ${(0,text_escape.FV)((0,text_escape.ml)(alert,500))}`);
const shownMoves=moves.slice(0,MOVES).map(moveLine);
if(moves.length>MOVES)shownMoves.push(`| | and ${(0,number_text.U9)(moves.length-MOVES)} more | | | |`);
const shownFields=fields.slice(0,FIELDS).map(change=>{
const examples=change.examples.slice(0,EXAMPLES).map(example);
return`| ${(0,text_escape.D9)((0,text_escape.ml)(change.field,100))} | ${(0,number_text.U9)((0,compare.e)(change))} | ${(0,text_escape.FV)((0,comparison_story.k)(change))} | ${examples.join(`<br>`)} |`});
if(fields.length>FIELDS)shownFields.push(`| and ${(0,number_text.U9)(fields.length-FIELDS)} more | | | |`);
return[{name:`sentences on what the mapping changes`,head:[`### What this mapping changes`,``],items:[(0,text_escape.FV)((0,text_escape.ml)(headline,1e3)),...warnings.map((line,at)=>at===0?`\n${line}`:line)]},{name:`kinds of rows that end otherwise`,head:[`#### Rows that end otherwise`,``,`| Rows | What | Before | Now | First |`,`| ---: | --- | --- | --- | --- |`],items:shownMoves},{name:`fields that are sent otherwise`,head:[`#### Fields that are sent otherwise`,``,`| Field | Users | What | Before → now |`,`| --- | ---: | --- | --- |`],items:shownFields}]}
function moveLine({kind,from,to,rows,first}){
const places=first.slice(0,EXAMPLES).map(({file,line})=>(0,text_escape.D9)(`${(0,text_escape.ml)(file,100)}:${line}`));
return`| ${(0,number_text.U9)(rows)} | ${kind} | ${end(from)} | ${end(to,true)} | ${places.join(` `)} |`}
function end(row,withMessage=false){
if(row===null)return`not read`;
const field=row.field===null?``:` (${(0,text_escape.D9)((0,text_escape.ml)(row.field,100))})`;
const why=row.why===null?``:` ${(0,text_escape.D9)((0,text_escape.ml)(row.why,100))}${field}`;
const message=withMessage&&row.message!==null?`<br>${(0,text_escape.FV)((0,text_escape.ml)(row.message,200))}`:``;
return`${row.outcome}${why}${message}`}
function example({before,after,how,rows,first}){
const shown=value=>value===null?`<i>not sent</i>`:(0,text_escape.D9)(value)||`<i>blank</i>`;
const words=how===null?``:`, ${(0,text_escape.FV)(how)}`;
const place=(0,text_escape.D9)(`${(0,text_escape.ml)(first.file,100)}:${first.line}`);
return`${shown(before)} → ${shown(after)}${words} (${(0,number_text.hS)(rows,`user`)}, first ${place})`}
;
function fitMarkdown(head,sections,budget){
const whole=markdown_budget_document(head,sections,[]);
if(bytes(whole)<=budget)return whole;
const kept=sections.map(section=>({...section,items:[...section.items]}));
const cut=()=>sections.flatMap(({name,items},index)=>{
const missing=items.length-(kept[index]?.items.length??0);
return missing===0?[]:[`${missing} of ${items.length} ${name}`]});
const longestNote=note(sections.map(({name,items})=>`${items.length} of ${items.length} ${name}`));
let excess=bytes(whole)+bytes(longestNote)+2-budget;
for(const section of kept.toReversed()){
while(excess>0&&section.items.length>0)excess-=bytes(section.items.pop()??``)+1;
if(section.items.length===0)excess-=bytes([...section.head,...section.tail??[],``].join(`
`))}
const shortened=markdown_budget_document(head,kept,[note(cut())]);
return bytes(shortened)<=budget?shortened:cutAtLine(markdown_budget_document(head,[],[note(cut())]),budget)}
const note=cut=>`_Shortened to what GitHub shows. Not here: ${cut.join(`, `)}. The files of the report have everything._`;
function markdown_budget_document(head,sections,end){
const shown=sections.filter(({items})=>items.length>0);
const parts=[head,...shown.map(({head:top,items,tail=[]})=>[...top,...items,...tail]),end];
return parts.filter(lines=>lines.length>0).map(lines=>`${lines.join(`
`)}\n`).join(`
`)}
function cutAtLine(text,budget){
const lines=[];
let left=budget;
for(const line of text.split(`
`)){
left-=bytes(line)+1;
if(left<0)break;
lines.push(line)}
return lines.length===0?``:`${lines.join(`
`)}\n`}
function bytes(text){
return Buffer.byteLength(text)}
var row=__webpack_require__(99919);
var canary_section=__webpack_require__(80066);
var check_section=__webpack_require__(5696);
var delta_section=__webpack_require__(56650);
var password_section=__webpack_require__(4239);
var request_words=__webpack_require__(18047);
var shown_row=__webpack_require__(91602);
var verified_section=__webpack_require__(92214);
;
const SUMMARY_BYTES=1048576;
const FIRST_FAILURES=20;
const LISTED=50;
const NOTES=30;
const NOTES_BYTES=2e4;
function jobSummary(input,budget=SUMMARY_BYTES){
const{head}=input;
const[reasons,first]=failureSections(input);
const sections=[outcomes(head),(0,check_section.U)(head),(0,canary_section.g)(head),(0,password_section.B)(head),(0,verified_section.c)(head),(0,delta_section.Y)(head),...head.comparison===null?[]:comparisonSections(head.comparison),reasons,facts(head),...tallySections(head),first,files(head)];
return fitMarkdown(opening(input),sections,budget)}
function failureSections(input){
const{failures,level,fileNames}=input;
const first=failures.first().slice(0,FIRST_FAILURES);
return[reasons(failures.groups(),level,fileNames),firstFailures(first.map(row=>(0,shown_row.St)(row,level,fileNames)),failures.groups().reduce((sum,group)=>sum+group.count,0))]}
function tallySections({skippedBy,warnings}){
return[tally(`skip rules`,`Left out by skip rules`,`Rule`,skippedBy),tally(`kinds of warning`,`Warnings`,`Code`,warnings)]}
const SIGNS={succeeded:`✅`,failed:`❌`,aborted:`⛔`,cancelled:`⏹️`,error:`💥`};
function heading({head,notes}){
const what=head.mode===`apply`?`cidaas migration`:`cidaas migration ${head.mode}`;
const lines=[`## ${SIGNS[head.outcome]} ${what}: ${head.outcome}`];
const shown=shownNotes(notes);
for(const note of shown)lines.push(``,note);
if(shown.length<notes.length)lines.push(``,`… and ${(0,number_text.U9)(notes.length-shown.length)} more: the log has all.`);
return lines}
function shownNotes(notes){
const shown=[];
let left=NOTES_BYTES;
for(const note of notes.slice(0,NOTES)){
const said=(0,text_escape.FV)((0,text_escape.ml)(note,1e3));
left-=Buffer.byteLength(said);
if(left<0)break;
shown.push(said)}
return shown}
function opening(input){
const{head,links}=input;
const lines=heading(input);
if(links.length>0)lines.push(``,`Report: ${links.map(({name,url})=>(0,text_escape.iQ)(name,url)).join(` · `)}`);
if(head.planDigest!==null)lines.push(``,`Plan digest: ${(0,text_escape.D9)(head.planDigest)}`);
return lines}
function outcomes({totals,comparison}){
const before=comparison?.before??null;
const ended=row.i.filter(outcome=>totals[outcome]+(before?.[outcome]??0)>0);
const line=(name,now,then)=>before===null?`| ${name} | ${now} |`:`| ${name} | ${now} | ${then} |`;
return{name:`outcomes`,head:[line(`Outcome`,`Rows`,`Before`),line(`---`,`---:`,`---:`)],items:[...ended.map(outcome=>line(outcome,(0,number_text.U9)(totals[outcome]),(0,number_text.U9)(before?.[outcome]??0))),line(`**rows**`,`**${(0,number_text.U9)(totals.rows)}**`,`**${(0,number_text.U9)(before?.rows??0)}**`)]}}
function reasons(groups,level,fileNames){
const items=groups.slice(0,LISTED).map(group=>{
const first=(0,shown_row.St)(group.first,level,fileNames);
const field=group.field===null?``:` ${(0,text_escape.D9)((0,text_escape.ml)(group.field,100))}`;
return`| ${(0,text_escape.D9)((0,text_escape.ml)(group.code,100))}${field} | ${group.outcome} | ${(0,number_text.U9)(group.count)} | ${place(first)} | ${cell(first.hint)} |`});
if(groups.length>LISTED)items.push(`| and ${(0,number_text.U9)(groups.length-LISTED)} more | | | | |`);
return{name:`reasons`,head:[`### Why rows did not make it`,``,`| Code | Outcome | Rows | First | What to do |`,`| --- | --- | ---: | --- | --- |`],items}}
function firstFailures(rows,all){
const title=all>rows.length?`### The first ${(0,number_text.hS)(rows.length,`failure`)}`:`### Failures`;
return{name:`failures`,head:[title,``,`| Row | Where | Outcome | User | What is wrong |`,`| ---: | --- | --- | --- | --- |`],items:rows.map(row=>{
const user=Object.values(row.user).map(value=>(0,text_escape.D9)((0,text_escape.ml)(value,100)));
const what=row.message??row.code;
return`| ${(0,number_text.U9)(row.row)} | ${place(row)} | ${row.outcome} | ${user.join(`<br>`)} | ${cell(what)} |`})}}
function tally(name,title,column,counts){
const entries=Object.entries(counts).filter(([,rows])=>rows>0);
const items=entries.slice(0,LISTED).map(([key,rows])=>`| ${cell(key)} | ${(0,number_text.U9)(rows)} |`);
if(entries.length>LISTED)items.push(`| and ${(0,number_text.U9)(entries.length-LISTED)} more | |`);
return{name,head:[`### ${title}`,``,`| ${column} | Rows |`,`| --- | ---: |`],items}}
function facts({tenant,mapping,durationMs,requests,mode}){
const items=[`| Took | ${(0,number_text.p0)(durationMs)} |`];
if(tenant!==null)items.unshift(`| Tenant | ${(0,text_escape.D9)(tenant)} |`);
if(mapping!==null)items.push(`| Mapping | ${(0,text_escape.D9)(mapping.name)} |`);
if(mode===`apply`){
const{p50,p95}=requests.latencyMs;
const pace=requests.sent===0?``:`, half of them within ${(0,number_text.p0)(p50)}, 95 % within ${(0,number_text.p0)(p95)}`;
items.push(`| Requests | ${(0,request_words.X)(requests)}${pace} |`)}
return{name:`facts`,head:[`### The run`,``,`| | |`,`| --- | --- |`],items}}
function files(head){
const all=head.export.files;
const items=all.slice(0,LISTED).map(file=>{
return`| ${(0,text_escape.D9)((0,text_escape.ml)(file.name,200))} | ${file.format} | ${file.encoding} | ${(0,number_text.Ej)(file.bytes)} | ${(0,text_escape.D9)(file.sha256.slice(0,12))} |`});
if(all.length>LISTED)items.push(`| and ${(0,number_text.U9)(all.length-LISTED)} more | | | | |`);
return{name:`files`,head:[`### The export`,``,`| File | Format | Encoding | Size | SHA-256 |`,`| --- | --- | --- | ---: | --- |`],items}}
function place(row){
return(0,text_escape.D9)(`${(0,text_escape.ml)(row.file,100)}:${row.line}`)}
function cell(text){
return text===null?``:(0,text_escape.FV)((0,text_escape.ml)(text,300))}
;
const COMMENT_BYTES=65535;
const NAME_CHARACTERS=200;
function reviewComment(input,name,budget=COMMENT_BYTES){
const{head,links}=input;
const comparison=head.comparison===null?[]:comparisonSections(head.comparison);
const sections=[outcomes(head),...comparison,...failureSections(input),...tallySections(head)];
const said=[...heading(input),``,subject(input)];
const digest=sha256(fitMarkdown(said,sections,Number.MAX_SAFE_INTEGER));
const marker=`<!-- cidaas-migrate ${nameInMarker(name)} `;
const report=links.length===0?[]:[``,`Report: ${links.map(link=>(0,text_escape.iQ)(link.name,link.url)).join(` · `)}`];
return{marker,digest,body:fitMarkdown([`${marker}${digest} -->`,...said,...report],sections,budget)}}
function nameInMarker(name){
return name.length>NAME_CHARACTERS?sha256(name):encodeURIComponent(name).replaceAll(`-`,`%2D`)}
function subject({head}){
const names=head.export.files.slice(0,3).map(({name})=>(0,text_escape.D9)((0,text_escape.ml)(name,100)));
const others=head.export.files.length>3?` and ${head.export.files.length-3} more files`:``;
const source=names.length===0?`No export was read`:`Export ${names.join(`, `)}${others}`;
const mapping=head.mapping===null?``:` · mapping ${(0,text_escape.D9)((0,text_escape.ml)(head.mapping.name,200))}`;
const digest=head.planDigest===null?``:` · plan digest ${(0,text_escape.D9)(head.planDigest)}`;
return`${source}${mapping}${digest}`}
function sha256(text){
return(0,external_node_crypto_.createHash)(`sha256`).update(text).digest(`hex`).slice(0,32)}
var delta_step=__webpack_require__(10166);
var send_step=__webpack_require__(21002);
var disk_full=__webpack_require__(36589);
var input_error=__webpack_require__(30199);
var progress_log=__webpack_require__(9078);
var tool_version=__webpack_require__(1041);
var inputs=__webpack_require__(792);
var read_settings=__webpack_require__(76890);
var secret_inputs=__webpack_require__(82820);
var entry_interrupt=__webpack_require__(65659);
var job=__webpack_require__(4163);
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
const STATE={folder:`folder`,pid:`pid`,broke:`broke`,reported:`reported`,published:`published`};
const NO_REPORT={path:``,artifactId:null,url:null};
async function runAction(env){
const env_1={stack:[],error:void 0,hasError:false};
try{
const log=(0,action_log.Z)();
const interrupt=__addDisposableResource(env_1,(0,entry_interrupt.v)(),false);
try{
const settings=readInputs(log);
log.lookUpPlaces(message=>placeOfMessage(workspaceOf(env),namedFiles(settings),message));
interrupt.limitTime(settings.timeLimitMs);
const folder=(0,external_node_path_.join)(env.RUNNER_TEMP??process.cwd(),`cidaas-migrate-${(0,external_node_crypto_.randomUUID)()}`);
(0,core.LZ)(STATE.folder,folder);
(0,core.LZ)(STATE.pid,process.pid);
await(0,promises_.mkdir)(folder,{mode:448});
let kept=false;
const environment={cwd:workspaceOf(env),folder,env,log,progress:(0,progress_log.mS)(log,Date.now),stop:interrupt.stop,cut:interrupt.cut,run:readRun(env),toolVersion:tool_version.w,onSecret:log.secret,workflow:env.GITHUB_WORKFLOW??``,store:(0,resume_artifact.d)(resumeOptions(settings,env,folder,log)),stateStore:stateArtifacts(stateOptions(settings,env,folder,log)),branch:branchOf(env)};
const{head}=await(0,job.b5)(settings,environment,async(result,memory,state)=>{
kept=await publish(settings,result,memory,{env,log,folder});
await(0,delta_step.Jg)(state,log)});
if(kept){
await(0,run_folder.v)(folder);
(0,core.LZ)(STATE.published,`true`)}
return head.outcome===`succeeded`?0:1}catch(error){
const problems=error instanceof input_error.d?error.problems:[(0,disk_full.u)(error)];
for(const problem of problems)log.error(problem);
if(!(error instanceof input_error.d)&&!(0,disk_full.b)(error)&&error instanceof Error)log.info(error.stack??``);
try{
if(!(error instanceof input_error.d))(0,core.LZ)(STATE.broke,(0,disk_full.u)(error));
const known=error instanceof job.PU?reportOutputs(error.head,NO_REPORT):{};
setOutputs({...known,outcome:`error`})}catch(cause){
log.error(`Outputs could not be handed to the runner, whose disk may be full: ${(0,disk_full.u)(cause)}`)}
await writeJobSummary(failedStart(problems,!(error instanceof input_error.d)),log);
return 1}finally{
forgetProcess(log)}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}
function forgetProcess(log){
try{
(0,core.LZ)(STATE.pid,``)}catch(cause){
log.warning(`The runner took no state, its disk may be full: ${(0,disk_full.u)(cause)}`)}}
function readInputs(log){
for(const name of Object.keys(inputs.cW)){
for(const text of(0,secret_inputs.V)(name,(0,core.V4)(name)))log.secret(text)}
return(0,read_settings.s)(name=>(0,core.V4)(name,{trimWhitespace:false}))}
async function publish(settings,{head,report,ruleLines},memory,{env,log,folder}){
for(const line of(0,closing_lines.P)(head,report.failures.groups(),report.json))log.info(line);
const published=await publishReport(settings.report,report,{env,log,folder});
setOutputs(reportOutputs(head,{path:report.json,artifactId:published.artifactId,url:published.url}));
const fileNames=head.export.files.map(({name})=>name);
const level=settings.report.identifiers;
const notes=[...(0,job.h$)(head),...published.notes];
const places=repositoryPlaces(workspaceOf(env),namedFiles(settings),ruleLines);
const said={head,failures:report.failures,level,fileNames};
await writeJobSummary(jobSummary({...said,links:published.links,notes}),log);
for(const one of annotations(head,report.failures.groups(),level,fileNames,places))log.annotate(one);
const kept=memory===null||await(0,send_step.Vl)(memory,log);
await publishComment(reviewComment({...said,links:wholeAddresses(published.links,head),notes:(0,job.h$)(head)},settings.report.name),settings.comment,{env,log,token:(0,core.V4)(`github-token`)});
if(published.isDone)(0,core.LZ)(STATE.reported,`true`);
return kept&&published.isDone}
function wholeAddresses(links,{run}){
return run===null?[]:links.map(({name,url})=>({name,url:new URL(url,run.url).href}))}
function workspaceOf(env){
return env.GITHUB_WORKSPACE??process.cwd()}
function namedFiles({mapping,export:{artifact}}){
return{mapping,exportIsArtifact:artifact!==null}}
function resumeOptions(settings,env,folder,log){
const{tenant,report,resume}=settings;
const parts=[JSON.stringify(tenant),env.GITHUB_JOB??``,env.GITHUB_ACTION??``,report.name];
const exported=`${settings.export.artifact?.name??``}\n${settings.export.patterns??``}`;
return{...{env,log,token:(0,core.V4)(`github-token`),runId:resume.runId,parts,folder},...{export:exported,now:Date.now}}}
function stateOptions(settings,env,folder,log){
const parts=[JSON.stringify(settings.tenant),settings.mapping??``];
return{env,log,token:(0,core.V4)(`github-token`),parts,folder,retentionDays:0}}
function readRun(env){
const id=env.GITHUB_RUN_ID;
const repository=env.GITHUB_REPOSITORY;
if(id===undefined||repository===undefined)return null;
return{id,attempt:Number(env.GITHUB_RUN_ATTEMPT??`1`),url:`${env.GITHUB_SERVER_URL??`https://github.com`}/${repository}/actions/runs/${id}`,repository,event:env.GITHUB_EVENT_NAME??``,sha:env.GITHUB_SHA??``}}}),74958:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Z:()=>actionLog});
var _actions_core__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(91659);
var _text_escape_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(18944);
const SHOWN=10;
function actionLog(){
const show={error:_actions_core__WEBPACK_IMPORTED_MODULE_0__.z3,warning:_actions_core__WEBPACK_IMPORTED_MODULE_0__.$e,notice:_actions_core__WEBPACK_IMPORTED_MODULE_0__.lm};
const shown={error:0,warning:0,notice:0};
let placeOf=()=>null;
const say=(level,message,title,place=placeOf(message))=>{
const where=place===null?{}:{file:place.file,startLine:place.line};
if(shown[level]++<SHOWN)show[level]((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__.RK)(message),{...title!==undefined&&{title},...where});else _actions_core__WEBPACK_IMPORTED_MODULE_0__.pq((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__.BP)(`${level}: ${message}`))};
return{info:message=>_actions_core__WEBPACK_IMPORTED_MODULE_0__.pq((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__.BP)(message)),notice:message=>say(`notice`,message),warning:message=>say(`warning`,message),error:message=>say(`error`,message),annotate:({level,title,message,place})=>say(level,message,title,place??null),lookUpPlaces:find=>{
placeOf=find},secret:value=>{
if(value!==``)_actions_core__WEBPACK_IMPORTED_MODULE_0__.Pq(value)}}}}),86959:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{m:()=>uploadArtifact});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51455);
var node_os__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(48161);
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(76760);
var _artifact_service_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(38135);
const MAX_COUNTER=50;
async function uploadArtifact(name,files,options,{env,log,timeoutMs,folder=env.RUNNER_TEMP??(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()}){
const unavailable=(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.uB)(env);
if(unavailable!==null)return{kind:`unavailable`,reason:unavailable};
try{
const{id,name:given}=await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.RN)(`Uploading the artifact ${name}`,timeoutMs,async gone=>firstFreeName(await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.AX)(),name,files,options,folder,gone));
if(given!==name)log.notice(`The artifact name ${name} is taken in this run: uploaded as ${given}.`);
const server=env.GITHUB_SERVER_URL??`https://github.com`;
const url=`${server}/${env.GITHUB_REPOSITORY??``}/actions/runs/${env.GITHUB_RUN_ID??``}/artifacts/${id}`;
return{kind:`uploaded`,id,url,name:given}}catch(error){
return{kind:`failed`,reason:(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.qo)(error)}}}
async function firstFreeName(client,name,files,options,folder,gone){
for(let counter=1;;counter++){
const candidate=counted(name,counter,options.skipArchive===true);
try{
return{id:await uploadAs(client,candidate,files,options,folder),name:candidate}}catch(error){
const taken=error instanceof Error&&error.message.includes(`(409)`);
if(!taken||counter===MAX_COUNTER||gone.aborted)throw error}}}
async function uploadAs(client,name,files,{retentionDays=0,skipArchive=false},folder){
const[first=``]=files;
if(!skipArchive)return upload(client,name,files,{retentionDays});
if(/[/\\]/.test(name))throw new Error(`the name of an artifact cannot hold a slash`);
const staging=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder,`cidaas-migrate-upload-`));
try{
const named=(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(staging,name);
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(first,named);
return await upload(client,name,[named],{retentionDays,skipArchive})}finally{
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(staging,{recursive:true,force:true})}}
async function upload(client,name,files,options){
const{id}=await client.uploadArtifact(name,[...files],(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(files[0]??``),options);
if(id===undefined)throw new Error(`the artifact service gave the artifact no id`);
return id}
function counted(name,counter,isFile){
if(counter===1)return name;
const ending=isFile?(0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(name):``;
return`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(name,ending)}-${counter}${ending}`}}),4899:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{d:()=>resumeArtifacts});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(76760);
var _state_sealed_file_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(89320);
var _artifact_download_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(12862);
var _artifact_upload_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(86959);
const PREFIX=`cidaas-migrate-resume-`;
const TIMEOUT_MS=10*60*1e3;
const RETENTION_DAYS=14;
function resumeArtifacts(options){
const{env,log,token,runId}=options;
const scope=`${PREFIX}${short(options.parts.join(`
`),12)}`;
const own=`${scope}-${short(options.export,8)}`;
const attempt=env.GITHUB_RUN_ATTEMPT??`1`;
return{async fetch(){
const places=[];
if(Number(attempt)>1)places.push({runId:null,repository:null,token});
if(runId!==null)places.push({runId,repository:null,token});
for(const place of places){
const found=await fetchNewest([own,scope],place,options);
if(found!==null)return{...found,runId:String(place.runId??env.GITHUB_RUN_ID??``)}}
if(places.length>0)log.warning(`No resume artifact of the run to continue was found: every planned user is sent again, settled ones too. That is safe, and takes the whole time.`);
return null},async put(path){
const written=new Date(options.now()).toISOString().replace(/\D/g,``).slice(0,14);
const uploaded=await(0,_artifact_upload_js__WEBPACK_IMPORTED_MODULE_5__.m)(`${own}-${attempt}-${written}`,[path],{retentionDays:RETENTION_DAYS},{env,log:{...log,notice:()=>undefined},timeoutMs:TIMEOUT_MS});
if(uploaded.kind===`uploaded`)return true;
const say=uploaded.kind===`unavailable`?log.info:log.warning;
say(`The resume artifact is not kept: ${uploaded.reason}. A later attempt would send every planned user again, which is safe.`);
return uploaded.kind===`unavailable`}}}
function short(text,length){
return(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(`sha256`).update(text).digest(`hex`).slice(0,length)}
async function fetchNewest(prefixes,place,{env,log,folder}){
const ports={env,timeoutMs:TIMEOUT_MS};
const ways=place.token===``?[`any`]:[`any`,`rest`];
for(const way of ways){
try{
const newest=newestOf(prefixes,await(0,_artifact_download_js__WEBPACK_IMPORTED_MODULE_4__.wn)(place,ports,way));
if(newest===null)continue;
const to=(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder,`resume-artifact-${way}-${newest.id}`);
await(0,_artifact_download_js__WEBPACK_IMPORTED_MODULE_4__.bk)(newest,to,ports);
const[file]=(await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(to)).filter(name=>name.endsWith(`.bin`));
if(file===undefined)throw new _artifact_download_js__WEBPACK_IMPORTED_MODULE_4__.eD(`it holds no resume file`);
return{path:(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(to,file),name:newest.name}}catch(error){
if(error instanceof _artifact_download_js__WEBPACK_IMPORTED_MODULE_4__.eD)throw new _state_sealed_file_js__WEBPACK_IMPORTED_MODULE_3__.Je(error.message.replace(/\.$/,``),{cause:error});
if(!(error instanceof _artifact_download_js__WEBPACK_IMPORTED_MODULE_4__.w))throw error;
log.warning(`Looking for a resume artifact: ${error.message}`)}}
return null}
function newestOf(prefixes,artifacts){
for(const prefix of prefixes){
const ours=artifacts.filter(({name})=>name.startsWith(`${prefix}-`)).sort((a,b)=>b.id-a.id);
if(ours[0]!==undefined)return ours[0]}
return null}}),80066:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>canarySection,j:()=>canaryTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const CHARACTERS=500;
const TONES={ok:`good`,warning:`warn`,error:`bad`};
const TITLE=`The password canary`;
function canaryTable({canary}){
if(canary===undefined)return``;
const rows=canary.findings.map(({outcome,severity,message,hint})=>[`<span class="outcome ${TONES[severity]}">${outcome}</span>`,`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,CHARACTERS)}<div class="hint">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,CHARACTERS)}</div>`]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`Outcome`,`What was found`],rows,{caption:(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(canary.proves,CHARACTERS)})}
function canarySection({canary}){
const items=(canary?.findings??[]).map(({outcome,message,hint})=>{
return`| ${outcome} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),CHARACTERS))} |`});
return{name:`accounts of the canary`,head:[`### ${TITLE}`,``,(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(canary?.proves??``),``,`| Outcome | What was found |`,`| --- | --- |`],items}}}),5696:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{D:()=>checkTable,U:()=>checkSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`The check of the tenant`;
const LISTED=50;
const CHARACTERS=500;
const TONES={error:`bad`,warning:`warn`,notice:`calm`};
function checkTable({check}){
if(check===undefined)return``;
const caption=`Compared: ${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(check.checked.join(`, `),CHARACTERS)}.`;
const rows=check.findings.map(({severity,code:name,subject,message,hint})=>[`<span class="outcome ${TONES[severity]}">${severity}</span>`,(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(name,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(subject,200),`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(message,CHARACTERS)}<div class="hint">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(hint,CHARACTERS)}</div>`]);
if(rows.length===0)return`<section>\n<h2>${TITLE}</h2>\n<p>${caption} Nothing is wrong.</p>\n</section>\n`;
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`Severity`,`Code`,`About`,`What is wrong, and what to do`],rows,{caption})}
function checkSection({mode,check}){
const findings=check?.findings??[];
const items=findings.slice(0,LISTED).map(item);
if(findings.length>LISTED)items.push(`| and ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(findings.length-LISTED)} more | | | |`);
if(mode===`check`&&check!==undefined&&items.length===0)items.push(`| nothing | | | |`);
return{name:`findings of the check`,head:[`### ${TITLE}`,``,`Compared: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(check?.checked.join(`, `)??``)}.`,``,`| Severity | Code | About | What is wrong, and what to do |`,`| --- | --- | --- | --- |`],items}}
function item({severity,code:name,subject,message,hint}){
const what=(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(`${message} ${hint}`.trim(),CHARACTERS));
return`| ${severity} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(name)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(subject,100))} | ${what} |`}}),56650:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Y:()=>deltaSection,b:()=>deltaList});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Compared with the last state`;
const LISTED=1e3;
function deltaList({delta}){
if(delta===null||delta.from===null)return``;
const facts=[[`State`,`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(delta.from,300)}, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(delta.known,`user`)}`],...factsOf(delta)];
return`<section>
<h2>${TITLE}</h2>
<dl>
${facts.map(([name,value])=>`<div><dt>${name}</dt><dd>${value}</dd></div>\n`).join(``)}</dl>
${missingSubs(delta.missing.subs)}</section>
`}
function deltaSection({delta}){
const name=`facts about the last state`;
if(delta===null||delta.from===null)return{name,head:[],items:[]};
const state=`| State | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(delta.from,300))}, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(delta.known,`user`)} |`;
return{name,head:[`### ${TITLE}`,``,`| | |`,`| --- | --- |`],items:[state,...factsOf(delta).map(([fact,value])=>`| ${fact} | ${value} |`)]}}
function factsOf({new:fresh,changed,unchanged,missing,subChanged,recreated}){
const first=missing.total===0?``:`, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(missing.new)} of them for the first time`;
const facts=[[`New`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(fresh)],[`Changed`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(changed)],[`Unchanged`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(unchanged)],[`Missing`,`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(missing.total)}${first}`],[`Other sub`,rowsOf(subChanged)],[`Created anew`,rowsOf(recreated)]];
return facts.filter(([,value])=>value!==``)}
function rowsOf(rows){
if(rows.length===0)return``;
const first=rows.slice(0,20).join(`, `);
const more=rows.length>20?` … (${rows.length<LISTED?(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(rows.length):`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(LISTED)} or more`})`:``;
return`${rows.length===1?`row`:`rows`} ${first}${more}`}
function missingSubs(subs){
if(subs.length===0)return``;
const items=subs.slice(0,LISTED).map(sub=>`<li>${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sub,200)}</li>`);
return`<details>
<summary>Who is missing for the first time</summary>
<ul class="subs" tabindex="0">${items.join(``)}</ul>
</details>
`}}),69470:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Pb:()=>tableStart,Pj:()=>TABLE_END,Qq:()=>text,Yc:()=>tableSection,aY:()=>code,jD:()=>tableRow});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
function tableSection(title,columns,rows,style={}){
if(rows.length===0)return``;
const body=rows.map(cells=>tableRow(columns,cells)).join(``);
return`<section${style.className===undefined?``:` class="${style.className}"`}>
${tableStart(title,columns,style)}${body}${TABLE_END}</section>
`}
function tableStart(title,columns,{caption=``,heading=true}={}){
const cells=columns.map(column=>`<th scope="col"${numeric(column)}>${column.replace(/^#/,``)}</th>`);
return`${heading?`<h2>${title}</h2>\n`:``}<div class="scroll" tabindex="0" role="region" aria-label="${title}">
<table>
${caption===``?``:`<caption>${caption}</caption>\n`}<thead>
<tr>${cells.join(``)}</tr>
</thead>
<tbody>
`}
const TABLE_END=`</tbody>
</table>
</div>
`;
function tableRow(columns,cells,ms){
const row=cells.map((cell,index)=>`<td${numeric(columns[index]??``)}>${cell}</td>`).join(``);
return`<tr${ms===undefined?``:` data-ms="${ms}"`}>${row}</tr>\n`}
function text(value,characters){
return(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ZD)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(value,characters))}
function code(value,characters,tone=``){
return`<code${tone===``?``:` class="${tone}"`}>${text(value,characters)}</code>`}
function numeric(column){
return column.startsWith(`#`)?` class="number"`:``}}),4239:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{B:()=>passwordSection,y:()=>passwordTable});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Passwords`;
const CHARACTERS=500;
function passwordTable({passwords}){
const rows=(passwords??[]).map(({users,algorithm,sentAs,firstLogin,sureness})=>[(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(algorithm,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(sentAs,100),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(firstLogin,CHARACTERS),(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(sureness,CHARACTERS)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`#Users`,`Algorithm`,`Sent as`,`At the first login`,`How sure`],rows)}
function passwordSection({passwords}){
return{name:`kinds of password`,head:[`### ${TITLE}`,``,`| Users | Algorithm | Sent as | At the first login | How sure |`,`| ---: | --- | --- | --- | --- |`],items:(passwords??[]).map(({users,algorithm,sentAs,firstLogin,sureness})=>{
const said=[firstLogin,sureness].map(words=>(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(words,CHARACTERS)));
return`| ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)(algorithm)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(sentAs,100))} | ${said.join(` | `)} |`})}}}),18047:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X:()=>requestWords});
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(95064);
function requestWords({batches,sent,retried}){
const purpose=batches===0?``:` for ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.hS)(batches,`batch`,`batches`)}`;
const repeated=retried===0?``:`, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(retried)} of them repeated`;
return`${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__.U9)(sent)}${purpose}${repeated}`}}),92214:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{V:()=>verifiedTable,c:()=>verifiedSection});
var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(18944);
var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(95064);
var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(69470);
const TITLE=`Users read back`;
const ROWS_OF_FIELD=10;
const LISTED=50;
const WHY_CHARACTERS=500;
const NOT_FOUND=`The tenant had answered that it took them: look whether somebody deleted them, or whether it gave them another sub.`;
const HINT=`The tenant shows other values than were sent. It silently skips a field that is disabled in its field setup, or that it does not know: run mode check, correct the setup, and send these users again.`;
function verifiedTable({verified}){
if(verified===undefined)return``;
const fields=differing(verified);
const{unread}=verified;
const caption=[told(verified),...unread===null?[]:[`${NOT_COMPARED} ${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Qq)(unread,WHY_CHARACTERS)}.`]];
if(fields.length===0)return`<section>\n<h2>${TITLE}</h2>\n<p>${caption.join(` `)}</p>\n</section>\n`;
const rows=fields.map(([field,users])=>[`${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.aY)(field,200)}${meaning(field)}`,(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users),rowsWith(field,verified)]);
return(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__.Yc)(TITLE,[`Field that differs`,`#Users`,`Rows`],rows,{caption:[...caption,hintFor(fields)].join(` `),className:`verified`})}
function verifiedSection({verified}){
const name=`fields of the users read back`;
if(verified===undefined)return{name,head:[],items:[]};
const fields=differing(verified);
const{unread}=verified;
const said=[`### ${TITLE}`,``,told(verified)];
if(unread!==null)said.push(``,`${NOT_COMPARED} ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(unread,WHY_CHARACTERS))}.`);
if(fields.length===0)return{name,head:said.slice(0,2),items:said.slice(2)};
const items=fields.slice(0,LISTED).map(([field,users])=>{
return`| ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__.ml)(field,100))}${meaning(field)} | ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(users)} | ${rowsWith(field,verified)} |`});
if(fields.length>LISTED)items.push(`| and ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(fields.length-LISTED)} more | | |`);
return{name,head:[...said,``,hintFor(fields),``,`| Field that differs | Users | Rows |`,`| --- | ---: | --- |`],items}}
const NOT_COMPARED=`Not compared field by field:`;
function hintFor(fields){
return fields.every(([field])=>field===`sub`)?NOT_FOUND:HINT}
function told({asked,compared,same,missing}){
return`Read ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.hS)(asked,`user`)} back: ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(compared)} compared, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(same)} as sent, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__.U9)(missing)} not found.`}
function meaning(field){
return field===`sub`?`: not found`:``}
function differing({fields}){
return Object.entries(fields).sort(([,a],[,b])=>b-a)}
function rowsWith(field,{rows}){
const having=rows.filter(({fields})=>fields.includes(field)).map(({row})=>row);
return`${having.slice(0,ROWS_OF_FIELD).join(`, `)}${having.length>ROWS_OF_FIELD?` …`:``}`}})};