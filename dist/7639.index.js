export const id=7639;
export const ids=[7639];
export const modules={11599:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{h:()=>ownIdentity,q:()=>waitForMainStep});
var node_child_process__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(31421);
var node_fs__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(73024);
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(76760);
var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(58500);
const MAX_WAIT_MS=6e4;
const POLL_MS=250;
function ownIdentity(){
const own=findProcess(process.pid);
return own===null?``:JSON.stringify({pid:own.pid,startedAt:own.startedAt})}
async function waitForMainStep(identity,log,stop){
const main=parseIdentity(identity);
if(main===null)return;
for(let waited=0;isMainStep(main);waited+=POLL_MS){
if(waited>=MAX_WAIT_MS||stop.aborted){
log.warning(`The main step (process ${main.pid}) was still running ${waited/1e3} s after SIGTERM, so it is killed now.`);
signal(main,`SIGKILL`);
return}
if(waited===0)signal(main,`SIGTERM`);
await(0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(POLL_MS)}}
function parseIdentity(text){
try{
const{pid,startedAt}=JSON.parse(text);
const isValid=Number.isSafeInteger(pid)&&Number(pid)>1&&typeof startedAt===`string`&&startedAt!==``;
return isValid?{pid:Number(pid),startedAt}:null}catch{
return null}}
function isMainStep({pid,startedAt}){
const found=findProcess(pid);
if(found===null||pid===process.pid)return false;
return found.startedAt===startedAt&&found.userId===process.getuid?.()&&runsMainScript(found.command)}
function runsMainScript(command){
const main=(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(process.argv[1]??``)),`index.js`);
return command.some(argument=>argument===main||argument.endsWith(` ${main}`))}
function signal(main,name){
if(!isMainStep(main))return;
try{
process.kill(main.pid,name)}catch{}}
function findProcess(pid){
try{
switch(process.platform){case`linux`:return linuxProcess(pid);case`darwin`:return macProcess(pid);default:return null}}catch{
return null}}
function linuxProcess(pid){
const stat=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/stat`,`latin1`);
const[state=``,...fields]=stat.slice(stat.lastIndexOf(`)`)+2).split(` `);
if(/^[ZXx]$/.test(state))return null;
const ticks=fields[18]??``;
const boot=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/sys/kernel/random/boot_id`,`latin1`).trim();
const command=(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(`/proc/${pid}/cmdline`,`utf8`).split(`\0`);
return{pid,startedAt:`${boot} ${ticks}`,userId:(0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(`/proc/${pid}`).uid,command}}
function macProcess(pid){
const line=(0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.execFileSync)(`/bin/ps`,[`-ww`,`-o`,`uid=,stat=,lstart=,command=`,`-p`,String(pid)],{...{encoding:`utf8`,timeout:5e3,env:{LC_ALL:`C`},stdio:[`ignore`,`pipe`,`ignore`]}});
const[,uid,state=``,startedAt,command]=/^\s*(\d+)\s+(\S+)\s+(\S+ \S+\s+\d+ [\d:]+ \d+)\s+(.*)$/m.exec(line)??[];
if(uid===undefined||startedAt===undefined||state.startsWith(`Z`))return null;
return{pid,startedAt,userId:Number(uid),command:[(command??``).trimEnd()]}}}),26268:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Z:()=>publishRun});
var core=__webpack_require__(91659);
var job_summary=__webpack_require__(11797);
var outputs=__webpack_require__(96497);
var artifact_upload=__webpack_require__(86959);
;
const TEN_MINUTES=10*60*1e3;
async function publishReport({name,retentionDays},report,{env,log,folder,patience,uploadTimeoutMs=TEN_MINUTES}){
const to={...{env,log,timeoutMs:uploadTimeoutMs},...folder===undefined?{}:{folder},...patience===undefined?{}:{patience}};
const notes=[];
const files=[report.json,report.failuresCsv,report.warningsCsv,report.html];
const all=await(0,artifact_upload.mz)(name,files,{retentionDays},to);
logUpload(all,name,report.dir,log,notes);
if(all.kind!==`uploaded`)return{isDone:all.kind===`unavailable`,artifactId:null,url:null,links:[],notes};
const page=await(0,artifact_upload.mz)(`${name}.html`,[report.html],{retentionDays,skipArchive:true},to);
logUpload(page,`${name}.html`,report.dir,log,notes);
const links=[...publish_report_link(`summary.page`,page,env),...publish_report_link(`summary.zip`,all,env)];
return{isDone:true,artifactId:all.id,url:all.url,links,notes}}
function logUpload(upload,name,dir,log,notes){
switch(upload.kind){case`uploaded`:log.info(`Artifact ${upload.name}: ${upload.url}`);break;case`unavailable`:notes.push(`The report was not uploaded: ${upload.reason}. Its files are in ${dir}.`);log.notice(notes.at(-1)??``);break;case`failed`:notes.push(`The artifact ${name} could not be uploaded: ${upload.reason}. The files are in ${dir}.`);log.warning(notes.at(-1)??``);break}}
function publish_report_link(name,upload,env){
return upload.kind===`uploaded`?[{name,url:`./${env.GITHUB_RUN_ID}/artifacts/${upload.id}`}]:[]}
var repository_files=__webpack_require__(22041);
var artifact_problem=__webpack_require__(26127);
var artifact_service=__webpack_require__(38135);
var github_client=__webpack_require__(9258);
var github_failure=__webpack_require__(31847);
var github_retry=__webpack_require__(40535);
var artifact_list=__webpack_require__(742);
var workflow_event=__webpack_require__(74715);
;
async function pullRequestOfEvent(env){
const pull=(0,workflow_event.M)(await(0,workflow_event.m)(env),`pull_request`);
const number=(0,workflow_event.M)(pull,`number`);
if(typeof number!==`number`)return null;
const from=(0,workflow_event.M)((0,workflow_event.M)((0,workflow_event.M)(pull,`head`),`repo`),`full_name`);
return{number,fromFork:typeof from!==`string`||!(0,artifact_list.wl)(from,env)}}
async function pullRequestOfCommit(client,{GITHUB_REPOSITORY:repository=``,GITHUB_SHA:commit_sha=``},signal){
const[owner=``,repo=``]=repository.split(`/`);
const{data}=await client.rest.repos.listPullRequestsAssociatedWithCommit({owner,repo,commit_sha,request:{signal}});
const open=data.filter(({state})=>state===`open`).sort((a,b)=>b.number-a.number)[0];
if(open===undefined)return null;
return{number:open.number,fromFork:open.head.repo?.full_name.toLowerCase()!==repository.toLowerCase()}}
;
const TWO_MINUTES=2*60*1e3;
async function publishComment(comment,when,{env,log,token,timeoutMs=TWO_MINUTES,patience:given=(0,github_retry.uq)()}){
if(when===`never`)return;
const ofEvent=await pullRequestOfEvent(env);
if(ofEvent===null&&when===`auto`)return;
if(token===``)return log.notice("No comment on the pull request: there is no `github-token`.");
let pull=ofEvent;
const what=`Commenting on the pull request`;
const patience={...given,until:Math.min(given.until,given.now()+timeoutMs)};
try{
const work=async signal=>{
const client=await(0,github_client.U)(token,env);
pull??=await pullRequestOfCommit(client,env,signal);
if(pull===null)return log.notice(`No comment: no open pull request contains this commit.`);
log.info(await upsert(client,env,pull,comment,signal))};
await(0,artifact_service.wj)(what,timeoutMs,signal=>(0,github_retry.R$)(what,()=>work(signal),{patience,log}),given.stop)}catch(error){
if(given.stop.aborted)return;
const failure=(0,github_failure.o)(error,given.wallNow());
switch(failure.kind){case`unauthorized`:case`forbidden`:case`absent`:return log.notice(whyForbidden(pull));case`locked`:return log.notice(`No comment on the pull request: its conversation is locked. The job summary has the same content.`);case`rate-limited`:return log.warning(`The pull request could not be commented on: ${(0,artifact_problem.DT)(failure)} The job summary has the same content.`);case`expired`:case`unreachable`:case`other`:return log.warning(`The pull request could not be commented on: ${(0,artifact_service.qo)(error)}. The job summary has the same content.`)}}}
async function upsert(client,{GITHUB_REPOSITORY:repository=``},{number:issue_number},{marker,digest,body},signal){
const[owner=``,repo=``]=repository.split(`/`);
const request={signal};
const known=await find(client,{owner,repo,issue_number,request},marker);
if(known===null){
const{data}=await client.rest.issues.createComment({owner,repo,issue_number,body,request});
return`Commented on the pull request: ${data.html_url}`}
if(known.body.startsWith(`${marker}${digest} `))return`The comment on the pull request is already up to date: ${known.url}`;
await client.rest.issues.updateComment({owner,repo,comment_id:known.id,body,request});
return`Updated the comment on the pull request: ${known.url}`}
const MAX_PAGES=100;
const TRUSTED=[`OWNER`,`MEMBER`,`COLLABORATOR`];
async function find(client,where,marker){
let pages=0;
for await(const{data}of client.paginate.iterator(client.rest.issues.listComments,{...where,per_page:100})){
for(const{id,body,user,author_association:association,html_url:url}of data){
if(body?.startsWith(marker)!==true)continue;
if(user?.type===`Bot`||TRUSTED.includes(association??``))return{id,body,url}}
if(++pages>=MAX_PAGES)break}
return null}
function whyForbidden(pull){
const why=pull?.fromFork===true?`workflows of a pull request from a fork get a read-only token`:"`github-token` cannot write there: give the job `permissions: pull-requests: write`";
return`No comment on the pull request: ${why}. The job summary has the same content.`}
var problem_codes=__webpack_require__(22278);
var text_escape=__webpack_require__(18944);
var number_text=__webpack_require__(95064);
var failure_tally=__webpack_require__(27675);
;
const NO_REPOSITORY_FILES={mapping:null,ruleLines:{},exported:()=>null};
;
const LIMITS={error:9,warning:7,notice:7};
const MAX_MESSAGE_CHARACTERS=4096;
function annotations(head,groups,level,fileNames,repository=NO_REPOSITORY_FILES){
const byReason=groups.map(group=>{
const line=lineOf(group,fileNames,repository);
return{...groupAnnotation(head,group,level,fileNames),...line!==null&&{line}}});
const ofRows=Object.entries(head.warnings).filter(([code])=>code!==`path.unseen`);
const byWarning=ofRows.map(([code,rows])=>{
return annotation(`warning`,code,`${(0,number_text.hS)(rows,`row`)}, sent anyway${explanation(code)}`)});
const all=[...byReason,...byWarning];
return[`error`,`warning`,`notice`].flatMap(kind=>limited(all.filter(one=>one.level===kind),kind))}
function groupAnnotation(head,group,level,fileNames){
const rows=(0,number_text.hS)(group.count,`${group.outcome} row`);
return annotation(severity(group.outcome,head),group.code,`${rows}, ${(0,failure_tally.Ku)(group,level,fileNames)}`)}
const RULE_CODES={"boolean.invalid":true,"date.ambiguous":true,"date.invalid":true,"expr.failed":true,"expr.limit":true,"field.unknown":true,"hash.left_out":true,"hash.missing":true,"hash.no_verifier":true,"hash.unrecognised":true,"instant.invalid":true,"json.invalid":true,"number.imprecise":true,"number.invalid":true,"pattern.limit":true,"phone.assumed-country":true,"phone.invalid":true,"type.invalid":true,"value.missing":true,"value.too_long":true,"value.unknown":true,"value.unread":true};
function lineOf({code,first},fileNames,{mapping,ruleLines,exported}){
const rule=Object.hasOwn(RULE_CODES,code)?ruleLines[first.field??``]:undefined;
if(rule!==undefined&&mapping!==null)return{file:mapping,line:rule};
const file=exported(fileNames[first.file]??``);
return file===null?null:{file,line:first.line}}
function severity(outcome,head){
switch(outcome){case`invalid`:case`failed`:case`unknown`:return head.outcome===`succeeded`?`warning`:`error`;case`duplicate`:return`warning`;case`created`:case`updated`:case`unchanged`:case`skipped`:case`unsent`:case`planned`:return`notice`}}
function explanation(code){
const entry=Object.hasOwn(problem_codes.z,code)?problem_codes.z[code]:null;
return entry===null?``:`: ${entry.meaning} ${entry.hint}`}
function annotation(level,code,message){
return{level,title:(0,text_escape._s)((0,text_escape.ml)(code,100)),message:(0,text_escape.ml)((0,text_escape._s)(message),MAX_MESSAGE_CHARACTERS)}}
function limited(all,level){
const limit=LIMITS[level];
if(all.length<=limit)return all;
const shown=all.slice(0,limit-1);
const rest=all.length-shown.length;
return[...shown,{level,title:`More`,message:`${(0,number_text.U9)(rest)} more kinds of ${level}; the report lists all of them`}]}
var closing_lines=__webpack_require__(87927);
var words_of=__webpack_require__(51001);
var row=__webpack_require__(99919);
var explained_row=__webpack_require__(14912);
var outcome_text=__webpack_require__(57533);
var rehearsal=__webpack_require__(82377);
var request_words=__webpack_require__(18047);
var arrivals_section=__webpack_require__(32943);
var canary_section=__webpack_require__(90721);
var check_section=__webpack_require__(20385);
var delta_section=__webpack_require__(89155);
var fleet_section=__webpack_require__(63245);
var left_out_section=__webpack_require__(16753);
;
function limitsSection(limits,words){
return{name:words.text(`limit.title`),head:[`### ${words.text(`limit.title`)}`,``],items:limits.map(({kind,limit,used,allowed})=>{
const share=`**${words.text(`limit.used`,{used,allowed})}**`;
return`- ${words.text(`limit.${kind}`,{limit:`\`${limit}\``})}: ${share}${used>allowed?` ❌`:``}`})}}
var login_section=__webpack_require__(21800);
var missing_section=__webpack_require__(59881);
var password_section=__webpack_require__(10100);
var status_section=__webpack_require__(60719);
var undo_section=__webpack_require__(29899);
var unread_section=__webpack_require__(99278);
var verified_section=__webpack_require__(77533);
var shown_row=__webpack_require__(91602);
var compare=__webpack_require__(21337);
var comparison_summary=__webpack_require__(148);
var markdown_table=__webpack_require__(39356);
;
const MAX_FIELDS=40;
const MAX_MOVES=40;
const MAX_EXAMPLES=3;
function comparisonSections(comparison,words){
const{moves,fields}=comparison;
const{headline,alerts}=(0,comparison_summary.x)(comparison,words);
const warnings=alerts.map(alert=>`- ⚠️ ${(0,text_escape.FV)((0,text_escape.ml)(alert,500))}`);
const shownMoves=moves.slice(0,MAX_MOVES).map(move=>moveLine(move,words));
if(moves.length>MAX_MOVES)shownMoves.push(`| | ${words.text(`more`,{n:moves.length-MAX_MOVES})} | | | |`);
const shownFields=fields.slice(0,MAX_FIELDS).map(change=>{
const examples=change.examples.slice(0,MAX_EXAMPLES).map(one=>example(one,words));
const users=words.count((0,compare.bT)(change));
const how=(0,text_escape.FV)((0,comparison_summary.k)(change,words));
return(0,markdown_table.F)([(0,text_escape.D9)((0,text_escape.ml)(change.field,100)),users,how,examples.join(`<br>`)])});
if(fields.length>MAX_FIELDS)shownFields.push(`| ${words.text(`more`,{n:fields.length-MAX_FIELDS})} | | | |`);
return[{name:words.text(`part.changes`),head:[`### ${words.text(`compared.title`)}`,``],items:[(0,text_escape.FV)((0,text_escape.ml)(headline,1e3)),...warnings.map((line,at)=>at===0?`\n${line}`:line)]},{name:words.text(`part.moves`),head:[`#### ${words.text(`compared.moves`)}`,``,...(0,markdown_table.P)([`#${words.text(`column.rows`)}`,words.text(`column.change`),words.text(`column.before`),words.text(`column.now`),words.text(`column.first`)])],items:shownMoves},{name:words.text(`part.fields`),head:[`#### ${words.text(`compared.fields`)}`,``,...(0,markdown_table.P)([words.text(`column.field`),`#${words.text(`column.users`)}`,words.text(`column.change`),words.text(`compared.values`)])],items:shownFields},{name:words.text(`part.codes`),head:[`#### ${words.text(`compared.warnings`)}`,``,...(0,markdown_table.P)([words.text(`column.code`),`#${words.text(`compared.rows-before`)}`,`#${words.text(`column.now`)}`])],items:comparison.warnings.map(({code,before,after})=>(0,markdown_table.F)([(0,text_escape.D9)((0,text_escape.ml)(code,100)),words.count(before),words.count(after)]))}]}
function moveLine({kind,from,to,rows,first},words){
const places=first.slice(0,MAX_EXAMPLES).map(({file,line})=>(0,text_escape.D9)(`${(0,text_escape.ml)(file,100)}:${line}`));
const ends=[end(from,words),end(to,words,true)];
return(0,markdown_table.F)([words.count(rows),words.text(`move.${kind}`),...ends,places.join(` `)])}
function end(row,words,withMessage=false){
if(row===null)return words.text(`compared.not-read`);
const field=row.field===null?``:` (${(0,text_escape.D9)((0,text_escape.ml)(row.field,100))})`;
const why=row.why===null?``:` ${(0,text_escape.D9)((0,text_escape.ml)(row.why,100))}${field}`;
const message=withMessage&&row.message!==null?`<br>${(0,text_escape.FV)((0,text_escape.ml)(row.message,200))}`:``;
return`${words.text(`outcome.${row.outcome}`)}${why}${message}`}
function example({before,after,how,rows,first},words){
const shown=value=>value===null?`<i>${words.text(`compared.not-sent`)}</i>`:(0,text_escape.D9)(value)||`<i>${words.text(`compared.blank`)}</i>`;
const way=how===null?``:`, ${(0,text_escape.FV)(how)}`;
const place=(0,text_escape.D9)(`${(0,text_escape.ml)(first.file,100)}:${first.line}`);
return`${shown(before)} → ${shown(after)}${way} ${words.text(`compared.example`,{n:rows,place})}`}
;
function fitMarkdown(head,sections,budget,words){
const complete=markdown_budget_document(head,sections,[]);
if(bytes(complete)<=budget)return complete;
const kept=sections.map(section=>({...section,items:[...section.items]}));
const leftOut=(missing,all,name)=>words.text(`summary.left-out`,{missing:String(missing),all:String(all),name});
const cut=()=>sections.flatMap(({name,items},index)=>{
const missing=items.length-(kept[index]?.items.length??0);
return missing===0?[]:[leftOut(missing,items.length,name)]});
const longestNote=note(sections.map(({name,items})=>leftOut(items.length,items.length,name)),words);
let excess=bytes(complete)+bytes(longestNote)+2-budget;
for(const section of kept.toReversed()){
while(excess>0&&section.items.length>0)excess-=bytes(section.items.pop()??``)+1;
if(section.items.length===0)excess-=bytes([...section.head,...section.tail??[],``].join(`
`))}
const shortened=markdown_budget_document(head,kept,[note(cut(),words)]);
return bytes(shortened)<=budget?shortened:cutAtLine(markdown_budget_document(head,[],[note(cut(),words)]),budget)}
function note(cut,words){
return`_${words.text(`summary.shortened`,{parts:cut.join(`, `)})}_`}
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
;
const MAX_SUMMARY_BYTES=1048576;
const MAX_FIRST_FAILURES=20;
const MAX_LISTED=50;
const MAX_NOTES=30;
const MAX_NOTES_BYTES=2e4;
function jobSummary(input,budget=MAX_SUMMARY_BYTES){
const{head,words}=input;
const[reasons,first]=failureSections(input);
const sections=[outcomesSection(head,words),limitsSection(input.limits,words),(0,check_section.U)(head,words),(0,canary_section.g)(head,words),(0,login_section.z)(head,words),(0,password_section.B)(head,words),(0,status_section.w)(head,words),(0,arrivals_section._)(head,words),(0,left_out_section.R)(head,words),(0,unread_section.f)(head,words),(0,verified_section.c)(head,words),(0,delta_section.Y)(head,words),(0,missing_section.U)(head,words),(0,undo_section._3)(head,words),...head.comparison===null?[]:comparisonSections(head.comparison,words),reasons,facts(head,words),(0,fleet_section.Y)(head,words),...tallySections(head,words),first,files(head,words)];
return fitMarkdown(opening(input),sections,budget,words)}
function failureSections(input){
const{failures,level,fileNames,words}=input;
const shown=row=>(0,explained_row.V)((0,shown_row.St)(row,level,fileNames),words.language);
const groups=failures.groups();
return[reasons(groups,shown,words),firstFailures(failures.first().slice(0,MAX_FIRST_FAILURES).map(shown),groups.reduce((sum,group)=>sum+group.count,0),words)]}
function tallySections({skippedBy,warnings},words){
return[tally([`part.skip-rules`,`skipped.title`,`column.rule`],skippedBy,words),tally([`part.warnings`,`warnings.title`,`column.code`],warnings,words)]}
const SIGNS={succeeded:`✅`,failed:`❌`,aborted:`⛔`,cancelled:`⏹️`,error:`💥`};
function heading({head,notes,words}){
const lines=[`## ${SIGNS[head.outcome]} ${(0,rehearsal.r)(head,words)}: ${words.text(`run.${head.outcome}`)}`];
if((0,rehearsal.S)(head))lines.push(``,`> 🎭 **${words.text(`rehearsal.note`)}**`);
const shown=shownNotes(notes);
for(const note of shown)lines.push(``,note);
if(shown.length<notes.length)lines.push(``,words.text(`summary.notes`,{n:notes.length-shown.length}));
return lines}
function shownNotes(notes){
const shown=[];
let left=MAX_NOTES_BYTES;
for(const note of notes.slice(0,MAX_NOTES)){
const text=(0,text_escape.FV)((0,text_escape.ml)(note,1e3));
left-=Buffer.byteLength(text);
if(left<0)break;
shown.push(text)}
return shown}
function opening(input){
const{head,links,words}=input;
const lines=heading(input);
if(links.length>0)lines.push(``,linkLine(links,words));
if(head.planDigest!==null)lines.push(``,`${words.text(`summary.digest`)}: ${(0,text_escape.D9)(head.planDigest)}`);
return lines}
function linkLine(links,words){
return`${words.text(`summary.report`)}: ${links.map(({name,url})=>(0,text_escape.iQ)(words.text(name),url)).join(` · `)}`}
function outcomesSection(head,words){
const{totals,comparison}=head;
const rehearsed=(0,rehearsal.S)(head);
const before=comparison?.before??null;
const ended=row.i.filter(outcome=>totals[outcome]+(before?.[outcome]??0)>0);
const line=(name,now,then)=>before===null?`| ${name} | ${now} |`:`| ${name} | ${now} | ${then} |`;
const all=words.text(`rows.all`);
return{name:words.text(`part.outcomes`),head:[line(words.text(`column.outcome`),words.text(`column.rows`),words.text(`column.before`)),line(`---`,`---:`,`---:`)],items:[...ended.map(outcome=>line((0,outcome_text.E)(outcome,rehearsed,words),words.count(totals[outcome]),words.count(before?.[outcome]??0))),line(`**${all}**`,`**${words.count(totals.rows)}**`,`**${words.count(before?.rows??0)}**`)]}}
function reasons(groups,shown,words){
const items=groups.slice(0,MAX_LISTED).map(group=>{
const first=shown(group.first);
const field=group.field===null?``:` ${(0,text_escape.D9)((0,text_escape.ml)(group.field,100))}`;
const meaning=first.meaning===null||first.code!==group.code?``:`<br>${cell(first.meaning)}`;
const name=`${(0,text_escape.D9)((0,text_escape.ml)(group.code,100))}${field}${meaning}`;
const outcome=words.text(`outcome.${group.outcome}`);
return(0,markdown_table.F)([name,outcome,words.count(group.count),job_summary_location(first),cell(first.hint)])});
if(groups.length>MAX_LISTED)items.push(`| ${words.text(`more`,{n:groups.length-MAX_LISTED})} | | | | |`);
const columns=[words.text(`column.code`),words.text(`column.outcome`),`#${words.text(`column.rows`)}`,words.text(`column.first`),words.text(`column.to-do`)];
return{name:words.text(`part.reasons`),head:[`### ${words.text(`reasons.title`)}`,``,...(0,markdown_table.P)(columns)],items}}
function firstFailures(rows,all,words){
const title=all>rows.length?words.text(`failures.first`,{n:rows.length}):words.text(`failures.title`);
const columns=[`#${words.text(`column.row`)}`,words.text(`column.where`),words.text(`column.outcome`),words.text(`column.user`),words.text(`column.wrong`)];
return{name:words.text(`part.failures`),head:[`### ${title}`,``,...(0,markdown_table.P)(columns)],items:rows.map(row=>{
const user=Object.values(row.user).map(value=>(0,text_escape.D9)((0,text_escape.ml)(value,100)));
const texts=[row.meaning,row.message].filter(text=>text!==null);
const what=texts.length===0?cell(row.code):texts.map(cell).join(` `);
const outcome=words.text(`outcome.${row.outcome}`);
return(0,markdown_table.F)([words.count(row.row),job_summary_location(row),outcome,user.join(`<br>`),what])})}}
function tally([name,title,column],counts,words){
const entries=Object.entries(counts).filter(([,rows])=>rows>0);
const items=entries.slice(0,MAX_LISTED).map(([key,rows])=>(0,markdown_table.F)([cell(key),words.count(rows)]));
if(entries.length>MAX_LISTED)items.push(`| ${words.text(`more`,{n:entries.length-MAX_LISTED})} | |`);
const columns=[words.text(column),`#${words.text(`column.rows`)}`];
const head=[`### ${words.text(title)}`,``,...(0,markdown_table.P)(columns)];
return{name:words.text(name),head,items}}
function facts({tenant,mapping,durationMs,requests,mode},words){
const items=[`| ${words.text(`facts.duration`)} | ${words.duration(durationMs)} |`];
if(tenant!==null)items.unshift(`| ${words.text(`facts.tenant`)} | ${(0,text_escape.D9)(tenant)} |`);
if(mapping!==null)items.push(`| ${words.text(`facts.mapping`)} | ${(0,text_escape.D9)(mapping.name)} |`);
if(mode===`apply`){
const{p50,p95}=requests.latencyMs;
const times={p50:words.duration(p50),p95:words.duration(p95)};
const pace=requests.sent===0?``:words.text(`facts.pace`,times);
items.push(`| ${words.text(`facts.requests`)} | ${(0,request_words.X)(requests,words)}${pace} |`);
const found=(0,request_words.F)(requests,words);
if(found!==null)items.push(`| ${words.text(`facts.concurrency`)} | ${found} |`)}
return{name:words.text(`part.facts`),head:[`### ${words.text(`facts.title`)}`,``,`| | |`,`| --- | --- |`],items}}
function files(head,words){
const all=head.export.files;
const items=all.slice(0,MAX_LISTED).map(file=>{
const[name,hash]=[(0,text_escape.D9)((0,text_escape.ml)(file.name,200)),(0,text_escape.D9)(file.sha256.slice(0,12))];
return(0,markdown_table.F)([name,file.format,file.encoding,words.size(file.bytes),hash])});
if(all.length>MAX_LISTED)items.push(`| ${words.text(`more`,{n:all.length-MAX_LISTED})} | | | | |`);
const[format,encoding]=[words.text(`column.format`),words.text(`column.encoding`)];
const columns=[words.text(`column.file`),format,encoding,`#${words.text(`column.size`)}`,`SHA-256`];
return{name:words.text(`part.files`),head:[`### ${words.text(`files.title`)}`,``,...(0,markdown_table.P)(columns)],items}}
function job_summary_location(row){
return(0,text_escape.D9)(`${(0,text_escape.ml)(row.file,100)}:${row.line}`)}
function cell(text){
return text===null?``:(0,text_escape.FV)((0,text_escape.ml)(text,300))}
var external_node_crypto_=__webpack_require__(77598);
;
const MAX_COMMENT_BYTES=65535;
const MAX_NAME_CHARACTERS=200;
function reviewComment(input,name,budget=MAX_COMMENT_BYTES){
const{head,links,words}=input;
const comparison=head.comparison===null?[]:comparisonSections(head.comparison,words);
const sections=[outcomesSection(head,words),...comparison,...failureSections(input),...tallySections(head,words)];
const top=[...heading(input),``,subject(input)];
const digest=sha256(fitMarkdown(top,sections,Number.MAX_SAFE_INTEGER,words));
const marker=`<!-- cidaas-migrate ${nameInMarker(name)} `;
const report=links.length===0?[]:[``,linkLine(links,words)];
return{marker,digest,body:fitMarkdown([`${marker}${digest} -->`,...top,...report],sections,budget,words)}}
function nameInMarker(name){
return name.length>MAX_NAME_CHARACTERS?sha256(name):encodeURIComponent(name).replaceAll(`-`,`%2D`)}
function subject({head,words}){
const names=head.export.files.slice(0,3).map(({name})=>(0,text_escape.D9)((0,text_escape.ml)(name,100)));
const others=head.export.files.length>3?words.text(`comment.files`,{n:head.export.files.length-3}):``;
const source=names.length===0?words.text(`comment.no-export`):words.text(`comment.export`,{names:`${names.join(`, `)}${others}`});
const mapping=head.mapping===null?``:` · ${words.text(`comment.mapping`)} ${(0,text_escape.D9)((0,text_escape.ml)(head.mapping.name,200))}`;
const digest=head.planDigest===null?``:` · ${words.text(`comment.digest`)} ${(0,text_escape.D9)(head.planDigest)}`;
return`${source}${mapping}${digest}`}
function sha256(text){
return(0,external_node_crypto_.createHash)(`sha256`).update(text).digest(`hex`).slice(0,32)}
var used_limits=__webpack_require__(32333);
var step_environment=__webpack_require__(36516);
var written_report=__webpack_require__(62139);
;
async function publishRun(settings,{head,report,ruleLines},{env,log,folder,patience}){
for(const line of[...(0,closing_lines.P)(head,report.failures.groups(),report.json),(0,closing_lines.M)(head)])log.info(line);
const published=await publishReport(settings.report,report,{env,log,folder,patience});
(0,outputs.n)((0,outputs.r)(head,{path:report.json,artifactId:published.artifactId,url:published.url}));
const fileNames=head.export.files.map(({name})=>name);
const level=settings.report.identifiers;
const reasons=(0,written_report.c9)(head);
const inRepository=(0,repository_files.g)((0,step_environment.B3)(env),(0,written_report.VI)(settings),ruleLines);
const words=(0,words_of.Z)(settings.report.language);
const shown={head,failures:report.failures,level,fileNames,limits:(0,used_limits.O)(settings,head),words};
await(0,job_summary.j)(jobSummary({...shown,links:published.links,notes:[...reasons,...published.notes]}),log);
for(const one of annotations(head,report.failures.groups(),level,fileNames,inRepository))log.annotate(one);
const comment={...shown,links:absoluteLinks(published.links,head),notes:reasons};
await publishComment(reviewComment(comment,settings.report.name),settings.comment,{...{env,log,patience,token:(0,core.V4)(`github-token`)}});
if(published.isDone)(0,core.LZ)(step_environment.hS.reported,`true`);
return published.isDone}
function absoluteLinks(links,{run}){
return run===null?[]:links.map(({name,url})=>({name,url:new URL(url,run.url).href}))}}),36516:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{hS:()=>STEP_STATE,Ko:()=>readInputs,cI:()=>readRun,KK:()=>resumeOptions,iy:()=>stateOptions,UM:()=>tempFolderOf,B3:()=>workspaceOf});
var external_node_crypto_=__webpack_require__(77598);
var external_node_path_=__webpack_require__(76760);
var core=__webpack_require__(91659);
var kept_names=__webpack_require__(10858);
var inputs=__webpack_require__(792);
var read_settings=__webpack_require__(25503);
var secret_inputs=__webpack_require__(82820);
var nearest=__webpack_require__(4581);
;
const PREFIX=`INPUT_`;
const NAMES=Object.keys(inputs.mc);
function unknownInputs(env){
const problems=[];
const warnings=[];
const isComposite=(env.GITHUB_ACTION_PATH??``)!==``;
for(const variable of Object.keys(env).sort()){
if(!variable.startsWith(PREFIX))continue;
const name=variable.slice(PREFIX.length).toLowerCase();
if(NAMES.includes(name))continue;
const like=(0,nearest.p)(name.replaceAll(`_`,`-`),NAMES);
const isForeign=isComposite&&like===null&&/^\w+$/.test(name);
const meant=like===null?`docs/reference.md lists the inputs.`:`Did you mean \`${like}\`?`;
(isForeign?warnings:problems).push(`\`${name}\`: unknown input. ${meant} If it is not an input of this step but the variable ${variable} of its environment, rename the variable.`)}
return{problems,warnings}}
;
const STEP_STATE={folder:`folder`,pid:`pid`,reportDir:`report-dir`,kept:`kept`,broke:`broke`,reported:`reported`,published:`published`};
function readInputs(env,log){
for(const name of Object.keys(inputs.cW)){
for(const text of(0,secret_inputs.Vh)(name,(0,core.V4)(name)))log.secret(text)}
const unknown=unknownInputs(env);
for(const warning of unknown.warnings)log.warning(warning);
return(0,read_settings.s)(name=>name===`report-dir`?reportDirOf(env):(0,core.V4)(name,{trimWhitespace:false}),unknown.problems)}
function reportDirOf(env){
const given=(0,core.V4)(`report-dir`);
if(given!==``)return given;
const known=(0,core.Gu)(STEP_STATE.reportDir);
if(known!==``)return known;
const dir=(0,external_node_path_.join)(env.RUNNER_TEMP??process.cwd(),`cidaas-migration-report-${(0,external_node_crypto_.randomUUID)().slice(0,8)}`);
(0,core.LZ)(STEP_STATE.reportDir,dir);
return dir}
function tempFolderOf(env){
return(0,external_node_path_.resolve)(env.RUNNER_TEMP??process.cwd())}
function workspaceOf(env){
return env.GITHUB_WORKSPACE??process.cwd()}
function readRun(env){
const id=env.GITHUB_RUN_ID;
const repository=env.GITHUB_REPOSITORY;
if(id===undefined||repository===undefined)return null;
return{id,attempt:Number(env.GITHUB_RUN_ATTEMPT??`1`),url:`${env.GITHUB_SERVER_URL??`https://github.com`}/${repository}/actions/runs/${id}`,repository,event:env.GITHUB_EVENT_NAME??``,sha:env.GITHUB_SHA??``}}
function resumeOptions(settings,ports){
const runId=settings.mode===`undo`?settings.undoRunId:settings.resume.runId;
const keepsState=settings.stateKey!==null;
return{...ports,token:(0,core.V4)(`github-token`),runId,keepsState,names:namesOf(settings,ports.env)}}
function stateOptions(settings,ports){
return{...ports,token:(0,core.V4)(`github-token`),names:namesOf(settings,ports.env)}}
function namesOf({tenant,preset,report,export:given,stateKey,...settings},env){
const mapping=settings.mapping??(preset===null?null:`preset ${preset}`);
const exported=`${given.artifact?.name??``}\n${given.patterns??``}`;
return(0,kept_names.Dk)({tenant,mapping,reportName:report.name,exported,hasState:stateKey!==null},env)}}),74958:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Z:()=>actionLog});
var _actions_core__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(91659);
var _runtime_output_guard_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(41059);
var _text_escape_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(18944);
var _text_secret_finder_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(21716);
const MAX_ANNOTATIONS=10;
function actionLog(guard){
const show={error:_actions_core__WEBPACK_IMPORTED_MODULE_0__.z3,warning:_actions_core__WEBPACK_IMPORTED_MODULE_0__.$e,notice:_actions_core__WEBPACK_IMPORTED_MODULE_0__.lm};
const shown={error:0,warning:0,notice:0};
let lineOf=()=>null;
const emit=(level,message,title,at=lineOf(message))=>{
const position=at===null?{}:{file:at.file,startLine:at.line};
guard.own(()=>{
if(shown[level]++<MAX_ANNOTATIONS)show[level]((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__._s)(message),{...title!==undefined&&{title},...position});else _actions_core__WEBPACK_IMPORTED_MODULE_0__.pq((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__.BP)(`${level}: ${message}`))})};
const info=message=>guard.own(()=>_actions_core__WEBPACK_IMPORTED_MODULE_0__.pq((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__.BP)(message)));
guard.deliverTo(written=>{
const{kind,text}=(0,_runtime_output_guard_js__WEBPACK_IMPORTED_MODULE_1__.n)(written);
if(kind===`info`&&text!==``)info(text);
if(kind===`debug`)guard.own(()=>_actions_core__WEBPACK_IMPORTED_MODULE_0__.Yz((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_2__.BP)(text)))});
return{info,notice:message=>emit(`notice`,message),warning:message=>emit(`warning`,message),error:message=>emit(`error`,message),annotate:({level,title,message,line})=>emit(level,message,title,line??null),findLinesWith:find=>{
lineOf=find},secret:value=>{
if(value.length>=_text_secret_finder_js__WEBPACK_IMPORTED_MODULE_3__.vb)guard.own(()=>_actions_core__WEBPACK_IMPORTED_MODULE_0__.Pq(value))}}}}),86959:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{GP:()=>MAX_COUNTER,HV:()=>deleteArtifacts,mz:()=>uploadArtifact});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51455);
var node_os__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(48161);
var node_path__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(76760);
var _artifact_service_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(38135);
var _github_retry_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(40535);
const MAX_COUNTER=50;
const DELETIONS_AT_A_TIME=8;
async function uploadArtifact(name,files,options,{env,log,timeoutMs,patience=(0,_github_retry_js__WEBPACK_IMPORTED_MODULE_4__.uq)(),folder=env.RUNNER_TEMP??(0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)()}){
const unavailable=(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.Cr)(env);
if(unavailable!==null)return{kind:`unavailable`,reason:unavailable};
try{
const what=`Uploading the artifact ${name}`;
const{id,name:given}=await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.wj)(what,timeoutMs,async signal=>{
const client=await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.AX)();
const upload=()=>firstFreeName(client,name,files,options,folder,signal);
return(0,_github_retry_js__WEBPACK_IMPORTED_MODULE_4__.R$)(what,upload,{patience,log,isRepeatable:isNameFree})},patience.stop);
if(given!==name)log.notice(`This run already has an artifact ${name}: uploaded as ${given}.`);
const server=env.GITHUB_SERVER_URL??`https://github.com`;
const url=`${server}/${env.GITHUB_REPOSITORY??``}/actions/runs/${env.GITHUB_RUN_ID??``}/artifacts/${id}`;
return{kind:`uploaded`,id,url,name:given}}catch(error){
return{kind:`failed`,reason:patience.stop.aborted?`the run was cancelled`:(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.qo)(error)}}}
async function deleteArtifacts(names,{env,timeoutMs,patience=(0,_github_retry_js__WEBPACK_IMPORTED_MODULE_4__.uq)()}){
if(names.length===0||(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.Cr)(env)!==null)return;
const removeAll=async signal=>{
const client=await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.AX)();
const left=[...names];
const remove=async()=>{
for(let name=left.shift();name!==undefined&&!signal.aborted;name=left.shift())await isDeleted(client,name)};
await Promise.all(Array.from({length:DELETIONS_AT_A_TIME},remove))};
await(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.wj)(`Deleting artifacts`,timeoutMs,removeAll,patience.stop).catch(()=>undefined)}
async function firstFreeName(client,name,files,options,folder,signal){
const{firstCounter=1}=options;
for(let counter=firstCounter;;counter++){
const candidate=numbered(name,counter,options.skipArchive===true);
try{
return{id:await uploadAs(client,candidate,files,options,folder),name:candidate}}catch(error){
if(!(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.hU)(error)||counter===firstCounter+MAX_COUNTER-1||signal.aborted)throw error;
if(options.replaces===true&&counter===1&&await isDeleted(client,name)){
try{
return{id:await uploadAs(client,name,files,options,folder),name}}catch(again){
if(!(0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__.hU)(again))throw again}}}}}
async function isDeleted(client,name){
return client.deleteArtifact(name).then(()=>true,()=>false)}
async function uploadAs(client,name,files,{retentionDays=0,skipArchive=false},folder){
const[first=``]=files;
if(!skipArchive)return upload(client,name,files,{retentionDays});
if(/[/\\]/.test(name))throw new Error(`an artifact name cannot contain a slash`);
const staging=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder,`cidaas-migrate-upload-`));
try{
const named=(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(staging,name);
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(first,named);
return await upload(client,name,[named],{retentionDays,skipArchive})}finally{
await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(staging,{recursive:true,force:true})}}
async function upload(client,name,files,options){
const{id}=await client.uploadArtifact(name,[...files],(0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(files[0]??``),options);
if(id===undefined)throw new Error(`the artifact service returned no artifact id`);
return id}
function isNameFree(error){
return error instanceof Error&&error.message.startsWith(`Failed to CreateArtifact: `)}
function numbered(name,counter,isFile){
if(counter===1)return name;
const extension=isFile?(0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(name):``;
return`${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(name,extension)}-${counter}${extension}`}}),11797:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{j:()=>writeJobSummary});
var _actions_core__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(91659);
async function writeJobSummary(markdown,log){
try{
await _actions_core__WEBPACK_IMPORTED_MODULE_0__.z.addRaw(markdown,true).write()}catch(cause){
_actions_core__WEBPACK_IMPORTED_MODULE_0__.z.emptyBuffer();
log.notice(`The job summary could not be written: ${cause instanceof Error?cause.message:String(cause)}`)}}}),10422:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{BK:()=>keepResult,E8:()=>orNotFetched,hr:()=>keptFile});
var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(51455);
var node_path__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(76760);
var _source_unpack_limit_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(94973);
var _state_kept_file_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(68600);
var _state_sealed_file_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(89320);
var _artifact_download_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(24007);
var _artifact_problem_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(26127);
function keptFile(kept,folder,ports){
const{artifact,runId,fileName}=kept;
const route=artifact.place===null?`own`:`rest`;
const to=(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder,`kept-${route}-${artifact.id}`);
return{id:String(artifact.id),name:`${artifact.name} of run ${runId}`,storedBy:runId,storedAt:artifact.createdAt?.getTime()??0,async fetch(){
try{
await download(kept,to,ports)}catch(error){
if(error instanceof _source_unpack_limit_js__WEBPACK_IMPORTED_MODULE_2__.Ce)throw new _state_sealed_file_js__WEBPACK_IMPORTED_MODULE_4__.DS(error.message.replace(/\.$/,``),{cause:error});
if(!(error instanceof _artifact_problem_js__WEBPACK_IMPORTED_MODULE_6__.w))throw error;
return whenNotDownloaded(error)}
const entries=await(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(to,{withFileTypes:true});
const names=entries.filter(entry=>entry.isFile()).map(({name})=>name);
const found=fileName===`state.bin`&&!names.includes(fileName)?`resume.bin`:fileName;
if(!names.includes(found))throw new _state_sealed_file_js__WEBPACK_IMPORTED_MODULE_4__.DS(`it contains no ${fileName===`state.bin`?`state`:`resume file`}`);
return(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(to,found)},discard:()=>(0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(to,{recursive:true,force:true})}}
async function download({artifact,findThroughRest},to,ports){
try{
await(0,_artifact_download_js__WEBPACK_IMPORTED_MODULE_5__.b)(artifact,to,ports)}catch(error){
if(!(error instanceof _artifact_problem_js__WEBPACK_IMPORTED_MODULE_6__.w)||error.kind===`damaged`||findThroughRest===undefined)throw error;
const same=await findThroughRest();
if(same===null)throw new _artifact_problem_js__WEBPACK_IMPORTED_MODULE_6__.w(`unreachable`,error.message,{cause:error});
await(0,_artifact_download_js__WEBPACK_IMPORTED_MODULE_5__.b)(same,to,ports)}}
function whenNotDownloaded(error){
switch(error.kind){case`absent`:case`expired`:return null;case`damaged`:throw new _state_sealed_file_js__WEBPACK_IMPORTED_MODULE_4__.DS(error.message.replace(/\.$/,``),{cause:error});case`forbidden`:case`unreachable`:case`unsupported`:throw new _state_kept_file_js__WEBPACK_IMPORTED_MODULE_3__.N(error.message,{cause:error})}}
async function orNotFetched(looking){
try{
return await looking}catch(error){
throw error instanceof _artifact_problem_js__WEBPACK_IMPORTED_MODULE_6__.w?new _state_kept_file_js__WEBPACK_IMPORTED_MODULE_3__.N(error.message,{cause:error}):error}}
function keepResult(upload,paths){
switch(upload.kind){case`uploaded`:return{kind:`kept`,paths};case`unavailable`:case`failed`:return upload}}}),10858:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{Dk:()=>keptNames,W0:()=>branchOf,dP:()=>RESUME_PREFIX});
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(77598);
const RESUME_PREFIX=`cidaas-migrate-resume-`;
const STATE_PREFIX=`cidaas-migrate-state-`;
function keptNames({tenant,mapping,reportName,exported,hasState},env){
const sync=[JSON.stringify(tenant),mapping??``];
const place=[workflowPathOf(env),branchOf(env)];
const step=[JSON.stringify(tenant),env.GITHUB_JOB??``,env.GITHUB_ACTION??``,reportName];
const resumeScope=`${RESUME_PREFIX}${hash(step,12)}`;
const resume=`${resumeScope}-${hash(hasState?place:[exported],8)}`;
return{state:`${STATE_PREFIX}${hash([...sync,...place],12)}`,resume,interim:`${resume}-interim`,resumeScope}}
function hash(parts,length){
return(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(`sha256`).update(parts.join(`
`)).digest(`hex`).slice(0,length)}
function branchOf({GITHUB_REF=``}){
return GITHUB_REF.startsWith(`refs/heads/`)?GITHUB_REF.slice(`refs/heads/`.length):``}
function workflowPathOf({GITHUB_WORKFLOW_REF=``,GITHUB_REPOSITORY=``}){
return GITHUB_WORKFLOW_REF.slice(GITHUB_REPOSITORY.length+1).split(`@`)[0]??``}}),96497:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{n:()=>setOutputs,r:()=>reportOutputs});
var _actions_core__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(91659);
function reportOutputs(head,report){
const totals=Object.fromEntries(Object.entries(head.totals).map(([name,rows])=>[name,String(rows)]));
return{outcome:head.outcome,...totals,"plan-digest":head.planDigest??``,"report-path":report.path,"report-artifact-id":report.artifactId===null?``:String(report.artifactId),"report-url":report.url??``}}
function setOutputs(outputs){
for(const[name,value]of Object.entries(outputs))_actions_core__WEBPACK_IMPORTED_MODULE_0__.uH(name,value)}}),4899:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{d:()=>resumeArtifacts});
var _state_kept_file_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(68600);
var _artifact_list_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(742);
var _artifact_problem_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(26127);
var _artifact_upload_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(86959);
var _kept_artifact_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(10422);
var _kept_names_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(10858);
const TIMEOUT_MS=10*60*1e3;
const RETENTION_DAYS=14;
const MAX_FILES=200;
function resumeArtifacts(options){
const{env,log,patience,closingPatience,token,runId,names}=options;
const ports={env,log,patience,timeoutMs:TIMEOUT_MS};
const upload={...ports,patience:closingPatience,log:{...log,notice:()=>undefined}};
let lastCounter=0;
let found=[];
return{keepsPieces:true,async find(){
const isRerun=Number(env.GITHUB_RUN_ATTEMPT??`1`)>1;
const isLeg=runId!==null&&(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_1__.qK)({runId,repository:null,token},env);
const own=isRerun||isLeg?await findInOwnRun(isRerun,options,ports):null;
if(own!==null){
found=own;
lastCounter=Math.max(0,...own.map(({name})=>counterOf(name,names.interim)));
return filesOf(own,env.GITHUB_RUN_ID??``,options,ports)}
if(runId!==null&&!isLeg)return findInNamedRun(runId,options,ports);
if(isRerun)log.warning(`No resume artifact was found: all planned users are sent again, including those already settled. This takes as long as a full run, and sets back what people changed in cidaas in the meantime.${token===``?" Artifacts of earlier attempts may be visible only with `github-token` and `permissions: actions: read`.":``}`);
return null},async put(files,isFinal,contained){
const name=isFinal?names.resume:names.interim;
const firstCounter=isFinal?1:lastCounter+1;
const uploaded=await(0,_artifact_upload_js__WEBPACK_IMPORTED_MODULE_3__.mz)(name,files,{retentionDays:RETENTION_DAYS,firstCounter},upload);
const result=(0,_kept_artifact_js__WEBPACK_IMPORTED_MODULE_4__.BK)(uploaded,files);
if(uploaded.kind!==`uploaded`)return result;
if(!isFinal)lastCounter=counterOf(uploaded.name,names.interim);
const hasAll=isFinal&&(files.length>1||!options.keepsState);
const replaced=found.filter(one=>(hasAll||one.name.startsWith(names.interim))&&contained.found.some(({id})=>id===String(one.id)));
found=found.filter(one=>!replaced.includes(one));
const obsolete=[...contained.own,...replaced.map(one=>one.name)].filter(one=>one!==uploaded.name);
await(0,_artifact_upload_js__WEBPACK_IMPORTED_MODULE_3__.HV)(obsolete,upload);
return{...result,name:uploaded.name}}}}
function counterOf(name,base){
if(name===base)return 1;
const[,counter]=name.startsWith(`${base}-`)?/^(\d{1,9})$/.exec(name.slice(base.length+1))??[]:[];
return Number(counter??0)}
async function findInOwnRun(isRerun,options,ports){
const{token}=options;
let problem=null;
try{
const listed=ofThisStep(await(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_1__.OT)(ports),options.names);
if(listed.length>0)return listed}catch(error){
if(!(error instanceof _artifact_problem_js__WEBPACK_IMPORTED_MODULE_2__.w))throw error;
problem=error}
if(token!==``&&(isRerun||problem!==null)){
try{
const run={runId:null,repository:null,token};
const listed=ofThisStep(await(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_1__.MB)(run,ports),options.names);
if(listed.length>0)return listed}catch(error){
if(!(error instanceof _artifact_problem_js__WEBPACK_IMPORTED_MODULE_2__.w))throw error;
problem=problem?.kind===`unreachable`?problem:error}}
if(problem?.kind!==`unreachable`){
if(problem!==null)options.log.warning(`Looking for a resume artifact: ${problem.message}`);
return null}
throw new _state_kept_file_js__WEBPACK_IMPORTED_MODULE_0__.N(problem.message,{cause:problem})}
async function findInNamedRun(runId,options,ports){
const{token,names,log,env}=options;
const run={runId,repository:null,token};
let listed;
try{
listed=await(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_1__.MB)(run,ports)}catch(cause){
if(!(cause instanceof _artifact_problem_js__WEBPACK_IMPORTED_MODULE_2__.w))throw cause;
throw new _state_kept_file_js__WEBPACK_IMPORTED_MODULE_0__.N(cause.message,{cause})}
const ours=ofThisStep(listed,names);
if(ours.length>0)return filesOf(ours,String(runId),options,ports);
const all=listed.filter(({name})=>name.startsWith(_kept_names_js__WEBPACK_IMPORTED_MODULE_5__.dP));
if(all.length>0&&all.every(({expired})=>expired))throw new _state_kept_file_js__WEBPACK_IMPORTED_MODULE_0__.N(`The resume artifact of run ${runId} has expired, ${RETENTION_DAYS} days after it was stored. Leave \`resume-run-id\` out: all users are then sent again, or use \`sync: delta\`.`);
const others=all.filter(({expired})=>!expired);
const scopes=new Set(others.map(({name})=>name.slice(0,names.resumeScope.length)));
if(scopes.size===0)throw new _state_kept_file_js__WEBPACK_IMPORTED_MODULE_0__.N(`Run ${runId} has no resume artifact: it sent nothing, or its artifacts were deleted. Check the number in the address of that run; leave \`resume-run-id\` out to send all users.`);
if(scopes.size>1)throw new _state_kept_file_js__WEBPACK_IMPORTED_MODULE_0__.N(`Run ${runId} has resume artifacts of ${scopes.size} other jobs or steps, and none of this one (job \`${env.GITHUB_JOB??``}\`, step \`${env.GITHUB_ACTION??``}\`). Give job, step and \`report-name\` the names that they had in that run.`);
log.notice(`Run ${runId} stored its progress under another job, step or report-name; it is continued anyway.`);
return filesOf(others,String(runId),options,ports)}
function ofThisStep(artifacts,names){
const startingWith=base=>artifacts.filter(({name,expired})=>!expired&&(name===base||name.startsWith(`${base}-`)));
const matching=startingWith(names.resume);
if(matching.length>0)return matching;
const byExport=Map.groupBy((0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_1__.ll)(startingWith(names.resumeScope)),({name})=>name.slice(0,names.resume.length));
const chosen=[];
for(const ofExport of byExport.values())if(chosen.length===0||chosen.length+ofExport.length<=MAX_FILES)chosen.push(...ofExport);
return chosen}
function filesOf(artifacts,runId,{folder,token},ports){
if(artifacts.length>MAX_FILES)throw new _state_kept_file_js__WEBPACK_IMPORTED_MODULE_0__.N(`Run ${runId} has ${artifacts.length} resume artifacts, more than ${MAX_FILES}. Delete those that no attempt of this run has stored.`);
return(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_1__.ll)(artifacts).map(artifact=>{
const findThroughRest=async()=>{
const run={runId:null,repository:null,token};
const named=token===``?[]:await(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_1__.NG)(run,ports,artifact.name);
return named.find(({id})=>id===artifact.id)??null};
const kept={artifact,runId,fileName:`resume.bin`};
return(0,_kept_artifact_js__WEBPACK_IMPORTED_MODULE_4__.hr)(artifact.place===null?{...kept,findThroughRest}:kept,folder,ports)})}}),47713:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{r:()=>stateArtifacts});
var _artifact_list_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(742);
var _artifact_problem_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(26127);
var _artifact_upload_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(86959);
var _kept_artifact_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(10422);
var _kept_names_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(10858);
const TIMEOUT_MS=10*60*1e3;
const LAST_LOOK_MS=6e4;
const MAX_PAGES=10;
function stateArtifacts(options){
const{env,log,patience:searching,closingPatience,names,folder}=options;
const portsWith=patience=>({env,log,patience,timeoutMs:TIMEOUT_MS});
return{async candidates(which,since){
const ports=portsWith(which===`all`?searching:shortOf(closingPatience));
const{artifacts,listedSince}=await(0,_kept_artifact_js__WEBPACK_IMPORTED_MODULE_3__.E8)(findStates(which,since,options,ports));
const kept=isUsable=>artifacts.filter(one=>one.isUsable===isUsable).map(one=>(0,_kept_artifact_js__WEBPACK_IMPORTED_MODULE_3__.hr)(one,folder,ports)).sort((a,b)=>b.storedAt-a.storedAt);
return{files:kept(true),expired:kept(false),listedSince,remembered:0}},runOf:runId=>(0,_kept_artifact_js__WEBPACK_IMPORTED_MODULE_3__.E8)(findRun(runId,options,portsWith(searching))),async put(path){
const uploaded=await(0,_artifact_upload_js__WEBPACK_IMPORTED_MODULE_2__.mz)(names.state,[path],{replaces:true},{env,log:{...log,notice:()=>undefined},patience:closingPatience,timeoutMs:TIMEOUT_MS});
return(0,_kept_artifact_js__WEBPACK_IMPORTED_MODULE_3__.BK)(uploaded,[path])}}}
function shortOf(patience){
return{...patience,until:Math.min(patience.until,patience.now()+LAST_LOOK_MS)}}
async function findStates(which,since,options,ports){
const{names}=options;
const lists=[await findNamed(names.state,since,options,ports)];
const withCounters=which===`latest`?[]:[names.state,names.resume];
if(which===`all`)lists.push(await findNamed(names.resume,since,options,ports));
for(const base of withCounters){
for(let counter=2;counter<=_artifact_upload_js__WEBPACK_IMPORTED_MODULE_2__.GP;counter++){
const counted=await findNamed(`${base}-${counter}`,since,options,ports);
if(counted.artifacts.length===0)break;
lists.push(counted)}}
return{artifacts:lists.flatMap(({artifacts})=>artifacts),listedSince:Math.max(...lists.map(({listedSince})=>listedSince))}}
async function findNamed(name,since,{token,env,names},ports){
const branch=(0,_kept_names_js__WEBPACK_IMPORTED_MODULE_4__.W0)(env);
const found=[];
for(let page=1;page<=MAX_PAGES;page++){
const{ofPage,oldest,size}=await listNamed(name,page,token,ports);
for(const{artifact,run}of ofPage){
if(run?.head_branch!==branch||run.head_repository_id!==run.repository_id)continue;
if(artifact.expired&&name.startsWith(names.resume))continue;
found.push({artifact,runId:String(run.id),fileName:`state.bin`,isUsable:!artifact.expired})}
if(size<_artifact_list_js__WEBPACK_IMPORTED_MODULE_0__.md)return{artifacts:found,listedSince:0};
const isEnough=oldest<since&&found.some(({isUsable})=>isUsable);
if(isEnough||page===MAX_PAGES)return{artifacts:found,listedSince:oldest}}
return{artifacts:found,listedSince:0}}
async function listNamed(name,page,token,ports){
const place=(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_0__.$4)({runId:null,repository:null,token},ports.env);
const{owner,repo}=place;
const artifacts=await(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_0__.zA)(`${owner}/${repo}`,token,ports,async(client,request)=>{
const query={owner,repo,name,per_page:_artifact_list_js__WEBPACK_IMPORTED_MODULE_0__.md,page};
const{data}=await client.rest.actions.listArtifactsForRepo({...query,request});
return data.artifacts});
const ofPage=artifacts.flatMap(one=>one.name!==name||typeof one.workflow_run?.id!==`number`?[]:[{artifact:(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_0__.z4)(one,{...place,runId:one.workflow_run.id}),run:one.workflow_run}]);
const times=artifacts.map(({created_at})=>timeOf(created_at));
return{ofPage,oldest:Math.min(...times),size:artifacts.length}}
async function findRun(runId,{token,env},ports){
const{owner,repo}=(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_0__.$4)({runId:null,repository:null,token},env);
try{
return await(0,_artifact_list_js__WEBPACK_IMPORTED_MODULE_0__.zA)(`run ${runId}`,token,ports,async(client,request)=>{
const{data}=await client.rest.actions.getWorkflowRun({owner,repo,run_id:Number(runId),request});
const{created_at,run_started_at=created_at,run_attempt=0}=data;
return{createdAt:timeOf(created_at),attempt:run_attempt,attemptStartedAt:timeOf(run_started_at)}})}catch(error){
if(error instanceof _artifact_problem_js__WEBPACK_IMPORTED_MODULE_1__.w&&error.kind===`absent`)return null;
throw error}}
function timeOf(text){
const time=Date.parse(text??``);
return Number.isNaN(time)?0:time}})};