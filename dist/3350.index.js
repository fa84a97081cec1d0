export const id=3350;
export const ids=[3350];
export const modules={73350:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{runInit:()=>runInit});
var external_node_crypto_=__webpack_require__(77598);
var promises_=__webpack_require__(51455);
var external_node_path_=__webpack_require__(76760);
var mapping_file=__webpack_require__(9188);
var mapping_refs=__webpack_require__(15602);
var presets_preset=__webpack_require__(74174);
var mask=__webpack_require__(19672);
var input_error=__webpack_require__(30199);
var text_file=__webpack_require__(22513);
var text_escape=__webpack_require__(18944);
var number_text=__webpack_require__(95064);
var dist=__webpack_require__(38815);
var normalize_name=__webpack_require__(36754);
var state_words=__webpack_require__(59513);
var cidaas_fields=__webpack_require__(34952);
var field_rule=__webpack_require__(68337);
var account_state_name=__webpack_require__(64839);
;
const SPECIAL={id:[...[`sub`,`id`,`userid`,`uid`,`uuid`,`guid`,`customerid`,`customerno`,`customernumber`,`memberid`,`memberno`],...[`accountid`,`externalid`,`kundennummer`,`kundennr`,`kundeid`,`kundenid`,`kdnr`,`benutzerid`,`mitgliedsnummer`],...[`mitgliedsnr`,`mitgliedid`,`partnernummer`,`personennummer`]],status:[`status`,`userstatus`,`accountstatus`,`kundenstatus`,`state`,`kontostatus`,`benutzerstatus`,`mitgliedsstatus`],active:[`active`,`aktiv`,`isactive`,`enabled`,`isenabled`,`accountenabled`,`freigeschaltet`,`istaktiv`,`kontoaktiv`],blocked:[...[`blocked`,`isblocked`,`disabled`,`isdisabled`,`locked`,`islocked`,`lockedout`,`banned`,`isbanned`,`suspended`],...[`deleted`,`isdeleted`,`gesperrt`,`sperre`,`sperrkennzeichen`,`blockiert`,`deaktiviert`,`inaktiv`,`inactive`],...[`geloescht`,`loeschkennzeichen`,`istgesperrt`,`kontogesperrt`,`zuganggesperrt`,`kontosperre`],...[`gesperrtam`,`gesperrtseit`,`sperrdatum`,`deaktiviertam`,`geloeschtam`,`loeschdatum`,`deletedat`,`bannedat`],...[`blockedat`,`suspendedat`,`disabledat`,`lockedat`]],guest:[`guest`,`isguest`,`gast`,`istgast`],password:[...[`password`,`passwordhash`,`hashedpassword`,`passwd`,`pwd`,`pass`,`userpass`,`encryptedpassword`],...[`passworddigest`,`hash`,`kennwort`,`passwort`,`passworthash`,`credentials`]],salt:[`salt`,`passwordsalt`,`passwortsalt`],"house number":[`hausnummer`,`hausnr`,`hnr`,`housenumber`,`streetnumber`],"whole name":[`name`,`fullname`,`displayname`,`realname`,`vollername`,`anzeigename`],salutation:[`anrede`,`salutation`,`gender`,`sex`,`geschlecht`],"email verified":[...[`emailverified`,`isemailverified`,`emailconfirmed`,`emailverifiedat`,`emailconfirmedat`,`verified`,`isverified`],...[`confirmed`,`emailbestaetigt`,`mailbestaetigt`]],"second factor":[`mfaenabled`,`twofactorenabled`,`totp`,`otpenabled`,`2fa`,`2faenabled`],roles:[`roles`,`role`,`rolle`,`rollen`,`groups`,`group`,`gruppe`,`gruppen`,`usergroup`,`usergroups`,`permissions`]};
const ENGLISH={email:[`email`,`mail`,`emailaddress`,`useremail`,`primaryemail`,`primaryemailaddress`,`loginemail`],username:[`username`,`userlogin`,`login`,`loginname`,`accountname`,`userprincipalname`],given_name:[`firstname`,`givenname`,`forename`,`first`,`given`,`fname`],family_name:[`lastname`,`familyname`,`surname`,`sn`,`last`,`family`,`lname`],middle_name:[`middlename`],nickname:[`nickname`,`spitzname`],birthdate:[`birthdate`,`birthday`,`dateofbirth`,`dob`,`bday`,`born`,`bornon`],mobile_number:[`mobile`,`mobilephone`,`mobilenumber`,`mobilephonenumber`,`cell`,`cellphone`],phone_number:[`phone`,`telephone`,`telephonenumber`,`phonenumber`,`tel`,`landline`,`homephone`],"address.street_address":[`street`,`streetaddress`,`address1`,`addressline1`,`strasse`,`str`],"address.postal_code":[`zip`,`zipcode`,`postalcode`,`postcode`],"address.locality":[`city`,`town`,`locality`],"address.region":[`province`,`region`,`stateprovince`],"address.country":[`country`,`countrycode`],locale:[`locale`,`language`,`lang`,`preferredlanguage`,`sprache`],zoneinfo:[`timezone`,`zoneinfo`,`tz`,`zeitzone`],website:[`website`,`homepage`],picture:[`picture`,`avatar`,`avatarurl`,`photourl`,`pictureurl`],createdTime:[...[`created`,`createdat`,`createdon`,`createdtime`,`createdtimestamp`,`creationdate`,`registered`,`registeredat`],...[`registrationdate`,`signup`,`signupdate`,`signedupat`,`datejoined`,`joined`,`joinedat`,`membersince`,`insertinstant`,`registriert`,`angelegt`,`erstellt`]],lastLoggedInTime:[`lastlogin`,`lastloginat`,`lastloggedin`,`lastloggedintime`,`lastsignin`,`letzterlogin`]};
const CHECKED_FIELDS=[...[`sub`,`userStatus`,`roles`,`groups`,`gender`,`mfa_enabled`,`provider`,`providerUserId`,`identityId`]];
function isProviderName(name){
return PROVIDER_NAMES.has((0,normalize_name.P)(name))}
const PROVIDER_NAMES=new Set([`provider`,`provider_user_id`,`provider_id`,`auth_provider`,`login_provider`,`identity_provider`,`oauth_provider`].map(normalize_name.P));
function columnRoles(german){
const roles=new Map;
const learn=(role,names)=>{
for(const name of names)if(!roles.has((0,normalize_name.P)(name)))roles.set((0,normalize_name.P)(name),role)};
for(const[role,names]of Object.entries(SPECIAL))learn(role,names);
for(const[field,names]of Object.entries(ENGLISH))learn(field,names);
for(const rule of german.fields){
for(const{source}of(0,field_rule.V)(rule)){
if(source.kind!==`first`||rule.field===`userStatus`)continue;
learn(rule.field,source.refs.map(({text})=>text))}}
return(ref,name)=>{
const own=(0,cidaas_fields.UI)(`user`,ref);
if(own!==undefined&&!CHECKED_FIELDS.includes(ref))return ref;
return roles.get((0,normalize_name.P)(ref))??roles.get((0,normalize_name.P)(name))??(0,account_state_name.Aw)(name,ref)}}
;
function emptyDateShapes(){
return{patterns:new Map,days:{first:0,second:0},placeholders:0}}
const TIME=String.raw`(?:([T ])(\d\d):(\d\d)(?::(\d\d))?([.,]\d{1,9})?\s?(Z|[+-]\d\d(?::?\d\d)?)?)?`;
const YEAR_FIRST=new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const YEAR_LAST=new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`);
const DIGITS=/^(?:(\d{4})(\d\d)(\d\d)|(\d\d)(\d\d)(\d{4}))$/;
const NOTHING=/^0+([-/.])0+\1/;
function addDate(text,shapes){
if(text.length<8||text.length>40||!/^\d/.test(text))return;
if(NOTHING.test(text))shapes.placeholders+=1;else note(shapes,yearFirst(text)??yearLast(text,shapes)??digitsOnly(text))}
function note({patterns},pattern){
if(pattern!==null)patterns.set(pattern,(patterns.get(pattern)??0)+1)}
function yearFirst(text){
const found=YEAR_FIRST.exec(text);
if(found===null)return null;
const[,,separator=``,month,day,gap,,,second,fraction,offset]=found;
if(!isMonth(month)||!isDay(day))return null;
if(separator!==`-`)return`yyyy${separator}M${separator}d${clock(gap,second,fraction,offset)}`;
if(gap===undefined)return`iso`;
return offset===undefined?`iso time`:`iso offset`}
function yearLast(text,shapes){
const found=YEAR_LAST.exec(text);
if(found===null)return null;
const[,first,separator=``,second,,gap,,,seconds,fraction,offset]=found;
const time=clock(gap,seconds,fraction,offset);
if(separator===`.`&&isDay(first)&&isMonth(second))return`d.M.yyyy${time}`;
if(!isDay(first)||!isDay(second)||!(isMonth(first)||isMonth(second)))return null;
if(!isMonth(first))shapes.days.first+=1;
if(!isMonth(second))shapes.days.second+=1;
return`#${separator}#${separator}yyyy${time}`}
function digitsOnly(text){
if(/^\d{10}$/.test(text)&&Number(text)>315532800&&Number(text)<4102444800)return`epoch-seconds`;
if(/^\d{13}$/.test(text)&&Number(text)>3155328e5&&Number(text)<41024448e5)return`epoch-milliseconds`;
const found=DIGITS.exec(text);
if(found===null)return null;
if(/^(?:19|20)/.test(text)&&isMonth(text.slice(4,6))&&isDay(text.slice(6)))return`yyyyMMdd`;
return isDay(text.slice(0,2))&&isMonth(text.slice(2,4))&&/^(?:19|20)/.test(text.slice(4))?`ddMMyyyy`:null}
function clock(gap,second,fraction,offset){
if(gap===undefined)return``;
return`${gap===`T`?`'T'`:` `}HH:mm${second===undefined?``:`:ss`}${fraction===undefined?``:`.SSS`}${offset===undefined?``:`ZZ`}`}
function isMonth(text=``){
return Number(text)>=1&&Number(text)<=12}
function isDay(text=``){
return Number(text)>=1&&Number(text)<=31}
const MIN_SHARE=.9;
function dateFormats(shapes,filled){
const all=[...shapes.patterns];
const seen=all.reduce((sum,[,count])=>sum+count,shapes.placeholders);
if(all.length===0||seen<filled*MIN_SHARE)return{kind:`none`};
const{first,second}=shapes.days;
if(all.some(([pattern])=>pattern.includes(`#`))&&first>0===second>0){
const open=all.map(([pattern])=>pattern).filter(pattern=>pattern.includes(`#`));
return{kind:`ambiguous`,choices:open.flatMap(pattern=>[ordered(pattern,true),ordered(pattern,false)])}}
const formats=all.sort(([,a],[,b])=>b-a).map(([pattern])=>ordered(pattern,first>0).replace(/^iso .*/,`iso`));
return{kind:`formats`,formats:[...new Set(formats)]}}
function hasTimes({patterns}){
return[...patterns.keys()].some(pattern=>/HH|^epoch|^iso /.test(pattern))}
function needsZone({patterns}){
return[...patterns.keys()].some(pattern=>!/ZZ$|^epoch|^iso offset$/.test(pattern))}
function ordered(pattern,dayFirst){
return pattern.replace(`#`,dayFirst?`d`:`M`).replace(`#`,dayFirst?`M`:`d`)}
;
const VERIFIED=[`aktiv`,`active`,`enabled`,`freigeschaltet`,`verified`,`confirmed`,`approved`,`activated`];
const PENDING=[`pending`,`unconfirmed`,`unverified`,`unbestätigt`,`invited`,`staged`,`provisioned`,`eingeladen`];
const DECLINED=[...[`inaktiv`,`inactive`,`gesperrt`,`blockiert`,`blocked`,`disabled`,`deaktiviert`,`deactivated`,`gelöscht`],...[`deleted`,`banned`,`suspended`,`locked`,`locked_out`,`gekündigt`,`ausgetreten`,`verstorben`,`closed`],...[`archived`,`deprovisioned`,`declined`,`geschlossen`]];
const STATUS_WORDS=invert({VERIFIED,PENDING,DECLINED});
const GENDER_WORDS=invert({male:[`m`,`male`,`mr`,`mr.`,`herr`,`herrn`,`hr`,`hr.`,`männlich`,`mann`],female:[`f`,`w`,`female`,`ms`,`ms.`,`mrs`,`mrs.`,`frau`,`fr`,`fr.`,`weiblich`],diverse:[`d`,`divers`,`diverse`,`non-binary`,`nonbinary`]});
const LANGUAGE_WORDS=invert({de:[`de`,`deu`,`ger`,`deutsch`,`german`],en:[`en`,`eng`,`englisch`,`english`],fr:[`fr`,`fra`,`französisch`,`french`],it:[`it`,`ita`,`italienisch`,`italian`],nl:[`nl`,`nld`,`niederländisch`,`dutch`],es:[`es`,`spa`,`spanisch`,`spanish`],pl:[`pl`,`pol`,`polnisch`,`polish`],tr:[`tr`,`tur`,`türkisch`,`turkish`]});
function invert(words){
return Object.fromEntries(Object.entries(words).flatMap(([meaning,all])=>all.map(word=>[word,meaning])))}
;
const REGION=`DE`;
const ZONE=`Europe/Berlin`;
const field_part_MIN_SHARE=.9;
function fieldPart(field,chosen){
const column=chosen.byRole.get(field===`gender`?`salutation`:field);
if(column===undefined)return null;
const part=(value,...notes)=>({key:field,value,notes});
const omit=note=>{
chosen.leaveOut(column,note);
return null};
const{ref,filled,shapes}=column;
switch(field){case`email`:if(shapes.email<filled/2)return omit(`is named like an e-mail address, but contains other values`);return part({from:ref,case:`lower`});case`mobile_number`:if(shapes.phone<filled/2)return omit(`is named like a phone number, but contains other values`);return part({from:ref,phone:REGION},...regionNote(column));case`gender`:return wordsPart(column,GENDER_WORDS,part)??omit(`is named like a gender, but contains other words`);case`locale`:if(shapes.locale>filled*field_part_MIN_SHARE)return part(ref);return wordsPart(column,LANGUAGE_WORDS,part)??omit(`is named like a language, but contains other words`);case`birthdate`:return datePart(column,part)??omit(dateNote(column));case`createdTime`:case`lastLoggedInTime`:return instantPart(column,part)??omit(dateNote(column));case`website`:case`picture`:case`profile`:return shapes.url>filled*field_part_MIN_SHARE?part(ref):omit(`is named like a web address, but contains other values`);case`address.street_address`:return streetPart(ref,chosen,part);default:return(0,cidaas_fields.UI)(`user`,field)===undefined?null:part(ref)}}
function regionNote({shapes,filled}){
return shapes.international===filled?[]:[`Numbers without a country code are read as ${REGION} numbers, unless the record contains another country.`]}
function wordsPart({ref,words},known,part){
const found=[...words?.keys()??[]].filter(word=>Object.hasOwn(known,word));
if(found.length===0)return null;
const table=Object.fromEntries(found.map(word=>[word,known[word]]));
return part({from:ref,case:`lower`,table,else:null})}
function placeholders({dates}){
return dates.placeholders===0?{}:{replace:{"^0+[-/.]0+[-/.]0+.*$":``}}}
function datePart(column,part){
const{ref,filled,dates}=column;
const found=dateFormats(dates,filled);
if(found.kind!==`formats`||hasTimes(dates))return null;
return part({from:ref,...placeholders(column),date:one(found.formats)})}
function instantPart(column,part){
const{ref,filled,dates}=column;
const found=dateFormats(dates,filled);
if(found.kind!==`formats`)return null;
const rule={from:ref,...placeholders(column),instant:one(found.formats)};
if(!needsZone(dates))return part(rule);
return part({...rule,zone:ZONE},`The source does not give a time zone: ${ZONE} is a guess.`)}
function one(formats){
return formats.length===1?formats[0]??``:formats}
function dateNote({dates,filled}){
const found=dateFormats(dates,filled);
if(found.kind===`ambiguous`)return`no value shows which part is the day: set the format yourself, ${found.choices.join(` or `)}`;
return found.kind===`none`?`contains no dates in a known format`:`contains dates with a time of day`}
function streetPart(ref,{byRole},part){
const number=byRole.get(`house number`);
return number===undefined?part(ref):part({concat:[ref,number.ref]})}
;
function flagCondition(column){
const{ref,words}=column;
if(dateFormats(column.dates,column.filled).kind!==`none`)return{from:ref,empty:false};
if(words===null||[...words.keys()].some(word=>!state_words._Y.includes(word)&&!state_words.NO.includes(word)))return null;
const yes=state_words._Y.filter(word=>words.has(word));
return{from:ref,is:caseVariants(yes.length===0?[`true`,`1`]:yes)}}
function caseVariants(words){
const all=words.flatMap(word=>[word,word.toUpperCase(),`${word.charAt(0).toUpperCase()}${word.slice(1)}`]);
return[...new Set(all)]}
var algorithm_table=__webpack_require__(96749);
;
const REASONS={"?bare":"bare digests of an unknown algorithm: set `algorithm` (and `salt`)","?damaged":`start like a known format but are truncated or modified`,"?unsupported":`cannot be imported`,"?incomplete":`have no salt or iterations: set the column of the missing part`,"?clear-text":`passwords in clear text, which are never sent`,"?placeholder":`placeholders: the export is masked`,"?unknown":`in an unknown format`,"?none":`markers of accounts without a password`};
function passwordPart({byRole,records,leaveOut}){
const column=byRole.get(`password`);
const salt=byRole.get(`salt`);
if(column===undefined||column.hashes.size===0){
for(const one of[column,salt])if(one!==undefined)leaveOut(one,one===column?NO_HASHES:null);
return null}
const{ref,filled}=column;
return{key:`password`,value:{from:ref,...filled<records&&{when:{from:ref,empty:false}},...salt!==undefined&&{salt:salt.ref}},notes:[...found(column),...[...column.hashes.keys()].some(isNative)?[UNPROVEN]:[],...filled<records?[`Users with an empty cell are imported without a password.`]:[]]}}
const UNPROVEN="Unproven: no hash shows whether the source hashed the password itself. Before an apply, give `password-canary` an account whose password you know, or set `unproven: accept`.";
const NO_HASHES=`is named like a password, but contains no hashes; clear text is never sent`;
function found({hashes,filled}){
const counts=[...hashes].sort(([,a],[,b])=>b-a);
const others=filled-counts.reduce((sum,[,count])=>sum+count,0);
const notes=counts.map(([name,count])=>`${count} × ${REASONS[name]??explained(name)}.`);
return others===0?notes:[...notes,`${others} × not recognised as a password hash: these rows are invalid.`]}
function explained(name){
const[algorithm=``,misfit]=name.split(`:`);
if(!(0,algorithm_table.V)(algorithm))return name;
if(misfit!==undefined)return`${algorithm} with ${MISFITS[misfit]}, ${BY_VERIFIER}`;
const{support}=algorithm_table.T[algorithm];
switch(support){case`documented`:case`open`:return`${algorithm}, which cidaas checks itself`;case`configurable`:return`${algorithm}, which cidaas checks if the tenant is configured for it: set its id under \`ids\`, or set a \`verifier\``;case`verifier`:return`${algorithm}, ${BY_VERIFIER}`}}
function isNative(name){
return(0,algorithm_table.V)(name)&&algorithm_table.T[name].id!==null}
const BY_VERIFIER="which only your own verifier can check: set it with `verifier: CUSTOM_…`";
const MISFITS={"byte-salt":`a binary salt`,cost:`a cost above 20`,encoding:`a password that was not hashed as UTF-8`,secret:`a secret of the source's application`};
;
function statusPart({loginColumns,leaveOut}){
const of=wanted=>loginColumns.filter(({role})=>role===wanted).map(({column})=>column);
const statuses=of(`status`).map(column=>({column,rule:statusRule(column)}));
const words=statuses.map(({rule})=>rule).filter(rule=>rule!==null);
const last=words.at(-1);
const rules=[...of(`blocked`).map(blockedRule),...of(`active`).map(activeRule),...words.map(rule=>rule===last?rule:{...rule,value:withoutVerified(rule.value)})];
const unknown=statuses.filter(({rule})=>rule===null).map(({column})=>column);
for(const column of unknown)leaveOut(column,`seems to decide who may log in, but its values are unknown`);
const warnings=unknown.map(column=>({column,text:`${JSON.stringify(column.name)} seems to decide who may log in, but its values are unknown. Map it to userStatus with a table: the plan stops until then (status.unread), since without userStatus cidaas treats all users as VERIFIED. If it is no state of an account, list it: ignore: [${JSON.stringify(column.ref)}].`}));
if(loginColumns.length===0)warnings.push({column:null,text:NOBODY_BLOCKED});
if(rules.length===0)return{part:null,warnings};
if(last===undefined)rules.push({value:{value:`VERIFIED`},note:null});
const values=rules.map(({value})=>value);
const notes=rules.map(({note})=>note).filter(note=>note!==null);
return{part:{key:`userStatus`,value:values.length===1?values[0]:values,notes},warnings}}
const NOBODY_BLOCKED=`No column marks blocked users, so cidaas treats all users as VERIFIED. Leave blocked accounts out of the export.`;
function statusRuleOf({ref},table){
return{from:ref,case:`lower`,table,empty:`refuse`}}
function withStatusRule(proposal,rule){
const known=proposal.fields.find(({key})=>key===`userStatus`);
if(known===undefined)return{...proposal,fields:[...proposal.fields,{key:`userStatus`,value:rule,notes:[]}]};
const rules=Array.isArray(known.value)?known.value:[known.value];
const part={...known,value:[withoutVerified(rule),...rules]};
return{...proposal,fields:proposal.fields.map(field=>field===known?part:field)}}
function withoutVerified(rule){
const table=Object.entries(rule.table??{}).map(([word,meaning])=>[word,meaning===`VERIFIED`?null:meaning]);
return{...rule,table:Object.fromEntries(table)}}
function hasStatusWords(column){
return statusRule(column)!==null}
function blockedRule(column){
const{ref,words}=column;
if(dateFormats(column.dates,column.filled).kind!==`none`){
const when=IS_END.test(column.name)?{from:ref,future:true}:{from:ref,matches:ANY_DATE};
return{value:{value:`DECLINED`,when},note:null}}
const no=state_words.NO.filter(word=>words?.has(word)??false);
const table=Object.fromEntries((no.length===0?[`0`,`false`]:no).map(word=>[word,null]));
return{value:{from:ref,case:`lower`,table,else:`DECLINED`},note:null}}
const IS_END=/(?:until|bis|end|ende)$/i;
const ANY_DATE=`^(?!(?i:no|nein|n|false|f|[-0./: ]+)$).+$`;
function activeRule({ref,words}){
const yes=state_words._Y.filter(word=>words?.has(word)??false);
const table=Object.fromEntries((yes.length===0?[`1`,`true`]:yes).map(word=>[word,null]));
return{value:{from:ref,case:`lower`,table,else:`DECLINED`,default:`DECLINED`},note:null}}
function statusRule(column){
const{words}=column;
const known=[...words?.keys()??[]].filter(word=>Object.hasOwn(STATUS_WORDS,word));
if(known.length===0)return null;
const table=Object.fromEntries(known.map(word=>[word,STATUS_WORDS[word]]));
const unknown=(words?.size??0)-known.length;
const note=unknown===0?null:`${unknown} other ${unknown===1?`word makes its rows`:`words make their rows`} invalid until you add ${unknown===1?`it`:`them`} to the table, or leave the records out with a skip rule.`;
return{value:statusRuleOf(column,table),note}}
;
const sub_part_MIN_SHARE=.9;
function subPart({records,byRole,leaveOut,namespace}){
const column=byRole.get(`id`);
if(column===undefined)return null;
const missing=records-column.filled;
if(missing+column.repeated>records*(1-sub_part_MIN_SHARE)){
leaveOut(column,`may be an id, but is missing in some rows or not unique`);
return null}
const decision=decisionText(column,missing,records);
const part=column.shapes.uuid===column.filled?{key:`sub`,value:column.ref,notes:[]}:{key:`sub`,value:{from:column.ref,uuid5:namespace},notes:[`The same id always results in the same sub. Never change this namespace: a different one creates different users.`]};
return decision===null?part:{...part,decision}}
function decisionText({ref,repeated},missing,records){
if(repeated===0&&missing===0)return null;
const reasons=[...repeated===0?[]:[`${repeated} of ${records} records ${repeated===1?`repeats`:`repeat`} another's value`],...missing===0?[]:[`${missing} of ${records} records ${missing===1?`has`:`have`} none`]].join(` and `);
const then=[...repeated===0?[]:[`of records with the same sub, only the first is imported, the others are duplicates`],...missing===0?[]:[`records without an id are imported without a sub`]].join(`; `);
return`${JSON.stringify(ref)} may be an id of users, but ${reasons}. Correct the export, or use the line anyway: ${then}.`}
var unread_column=__webpack_require__(59420);
;
const MAX_WORDS=8;
function undecidedStates(unmapped,records,readsState){
return unmapped.flatMap(({column})=>{
const kind=signOf(column,records);
if(kind===null||kind===`flag`&&readsState)return[];
const name=JSON.stringify(column.ref);
const text=`${name} may be the state of an account, and no rule reads it. The plan stops (status.unread) until you read it in the rule for userStatus, or list it if it is none: ignore: [${name}].`;
return[{text,column}]})}
function signOf({name,ref,words,filled,lists},records){
if(filled===0||lists>0)return null;
const few=words!==null&&words.size<=MAX_WORDS?new Set(words.keys()):new Set;
return(0,unread_column.J)({name,path:ref},{words:few},{filled,rows:records})?.kind??null}
;
const FIELDS=[...[`email`,`username`,`mobile_number`,`phone_number`,`given_name`,`middle_name`,`family_name`,`nickname`,`gender`],...[`birthdate`,`locale`,`zoneinfo`,`address.street_address`,`address.postal_code`,`address.locality`],...[`address.region`,`address.country`,`website`,`picture`,`profile`,`createdTime`,`lastLoggedInTime`]];
function propose(profile,roleOf,namespace){
const unmapped=[];
const leaveOut=(column,note)=>void unmapped.push({column,note});
const loginColumns=[];
const others=[...profile.columns.values()].filter(column=>{
const role=loginRole(roleOf(column.ref,column.name),column);
const isLoginColumn=isLoginRole(role)&&column.filled>0&&column.lists===0&&!isRegion(column);
if(isLoginColumn)loginColumns.push({role,column});
return!isLoginColumn});
const byRole=proposal_assign(others,roleOf,leaveOut);
adjustRoles(byRole);
const chosen={records:profile.records,byRole,loginColumns,leaveOut,namespace};
const status=statusPart(chosen);
const sub=subPart(chosen);
const more=[...byRole.keys()].filter(role=>(0,cidaas_fields.UI)(`user`,role)!==undefined&&!FIELDS.includes(role));
const named=[...FIELDS,...more].map(field=>fieldPart(field,chosen));
const fields=[sub,status.part,...named].filter(part=>part!==null);
const password=passwordPart(chosen);
const blocks=[...flagParts(chosen),...password===null?[]:[password]];
const leftOut=new Set(unmapped.map(({column})=>column));
for(const[role,column]of byRole){
const isUsed=[...fields,...blocks].some(({value})=>usesColumn(value,column.ref));
if(!isUsed&&!leftOut.has(column))leaveOut(column,role===`whole name`?WHOLE_NAME:null)}
const placed=new Set(loginColumns.map(({column})=>column));
const left=unmapped.filter(({column})=>!placed.has(column));
const open=undecidedStates(left,profile.records,status.part!==null);
const warnings=[...identifierWarnings(fields),...status.warnings,...open];
return{blocks,fields,unmapped,warnings}}
const WHOLE_NAME="contains full names: split them with `replace` or `expr`";
function adjustRoles(byRole){
const move=(from,to)=>{
const column=byRole.get(from);
if(column===undefined||byRole.has(to))return;
byRole.delete(from);
byRole.set(to,column)};
if(byRole.has(`given_name`))move(`whole name`,`family_name`);
move(`status`,`address.region`)}
function loginRole(role,{words}){
const isFlag=[...words?.keys()??[]].some(word=>state_words._Y.includes(word)||state_words.NO.includes(word));
return role===`active`&&!isFlag?`status`:role}
function isLoginRole(role){
return role===`status`||role===`active`||role===`blocked`}
function isRegion(column){
return column.name.toLowerCase()===`state`&&!hasStatusWords(column)}
function usesColumn(value,ref){
if(typeof value!==`object`||value===null)return value===ref;
return Object.values(value).some(inner=>usesColumn(inner,ref))}
function proposal_assign(columns,roleOf,leaveOut){
const byRole=new Map;
const nameless=[];
for(const column of columns){
const role=roleOf(column.ref,column.name);
if(role===null)nameless.push(column);else if(column.filled===0)leaveOut(column,`is always empty`);else if(column.lists>0)leaveOut(column,role===`roles`?ROLES:`contains lists`);else if(role===`roles`)leaveOut(column,ROLES);else{
const other=byRole.get(role);
if(other===undefined||column.filled>other.filled)byRole.set(role,column);
const loser=other!==undefined&&column.filled>other.filled?other:column;
if(other!==undefined)leaveOut(loser,`may also be ${role}`)}}
for(const column of nameless){
const role=column.filled===0||column.lists>0?null:roleOfShape(column);
if(role===null||byRole.has(role))leaveOut(column,column.lists>0?`contains lists`:noteOf(column));else byRole.set(role,column)}
return byRole}
const ROLES=`roles and groups need a table of values: see docs/mapping.md`;
const PROVIDER=`providers of the source are not those of the tenant: map further identities with a table, see docs/mapping.md`;
function noteOf({filled,name}){
if(filled===0)return`is always empty`;
return isProviderName(name)?PROVIDER:null}
const proposal_MIN_SHARE=.9;
function roleOfShape({filled,shapes,hashes,repeated}){
if(shapes.email>filled*proposal_MIN_SHARE)return`email`;
const known=[...hashes].filter(([name])=>!name.startsWith(`?`)).reduce((sum,[,count])=>sum+count,0);
if(known>filled*proposal_MIN_SHARE)return`password`;
return filled>1&&shapes.uuid===filled&&repeated<=filled*(1-proposal_MIN_SHARE)?`id`:null}
function flagParts({byRole,records,leaveOut}){
const parts=[];
const add=(role,make)=>{
const column=byRole.get(role);
if(column===undefined)return;
const condition=flagCondition(column);
if(condition===null)leaveOut(column,`is neither a yes/no value nor a date`);else parts.push(make(column,condition))};
add(`guest`,(_,when)=>({key:`skip`,value:[{reason:`guest account`,when}],notes:[]}));
add(`email verified`,(column,when)=>({key:`email-verified`,value:when,notes:[`${(0,number_text.uM)(column.filled,records)} filled. For the others, set \`unverified-email\` to VERIFIED (the default), PENDING or skip.`]}));
add(`second factor`,(_,when)=>({key:`mfa-set-up`,value:when,notes:[`Second factors cannot be imported: these users are counted and must set them up again.`]}));
return parts}
function identifierWarnings(fields){
if(fields.some(({key})=>key===`email`||key===`username`||key===`mobile_number`))return[];
const text=`No column for an e-mail address, user name or mobile number was found. Users need one of them to log in.`;
return[{text,column:null}]}
var secret_name=__webpack_require__(32569);
;
const HIDDEN=`***`;
function isSecretColumn({ref,hashes}){
return(0,secret_name.e)(ref)||[...hashes.keys()].some(name=>!name.startsWith(`?`))}
function printableSamples(column){
if(column.samples.length===0)return[];
return column.hashes.size>0||isSecretColumn(column)?[HIDDEN]:column.samples}
;
function proposalText({blocks,fields,unmapped,warnings},columns,{files,records,source,notes}){
const described=part=>describe(part,columns,records);
const[skip,rest]=[blocks.filter(({key})=>key===`skip`),blocks.filter(({key})=>key!==`skip`)];
const parts=[[...comment(`Proposed for ${files}, based on ${records} ${records===1?`record`:`records`}. The fields are guesses from column names and value formats: check all of them. Values in comments are masked. See docs/mapping.md for the mapping language.`),...notes.flatMap(note=>comment(note)),...warnings.flatMap(({text})=>comment(`DECIDE: ${text}`))],source===null?[]:yaml(`source`,source),...skip.map(part=>[...described(part),...yaml(part.key,part.value)]),[`fields:`,...fields.flatMap(part=>[...described(part),...ruleOf(part)].map(line=>`  ${line}`))],...rest.map(part=>[...described(part),...yaml(part.key,part.value)]),leftOver(unmapped,records)];
return`${parts.filter(lines=>lines.length>0).map(lines=>lines.join(`
`)).join(`

`)}\n`}
function presetProposalText({preset,title},{unmapped,warnings,blocks},{files,records}){
const lines=[...comment(`${files} looks like ${title}. Use this file together with the input \`preset: ${preset}\`, which maps most of it; the rules in this file override the preset. Values in comments are masked. See docs/mapping.md for the mapping language.`),...warnings.flatMap(({text})=>comment(`DECIDE: ${text}`)),``,...blocks.flatMap(({key,value})=>yaml(key,value)),...leftOver(unmapped,records)];
return`${lines.join(`
`).trimEnd()}\n`}
function presetProposal(used,columns,records){
const looks=new Set([...used].map(ref=>(0,normalize_name.P)(ref.replace(/\[.*$/,``))));
const isUsed=({ref})=>{
const parts=ref.replaceAll(/\[.*?\]/g,``).split(`.`);
return parts.some((_,at)=>looks.has((0,normalize_name.P)(parts.slice(0,at+1).join(`.`))))};
const left=[...columns.values()].filter(column=>column.filled>0&&!isUsed(column)).map(column=>({column,note:column.lists>0?`contains lists`:null}));
const warnings=undecidedStates(left,records,true).map(each=>({...each,isPreset:true}));
return{blocks:[],fields:[],unmapped:left,warnings}}
function yaml(key,value){
if(Array.isArray(value)&&value.some(item=>typeof item===`object`))return[`${scalar(key)}:`,...value.map(item=>`  - ${flow(item)}`)];
return[`${scalar(key)}: ${typeof value===`string`?scalar(value):flow(value)}`]}
function flow(value){
return(0,dist.As)(value,{collectionStyle:`flow`,lineWidth:0,flowCollectionPadding:true}).trim()}
function scalar(text){
return(0,dist.As)(text,{lineWidth:0,defaultStringType:`PLAIN`,blockQuote:false}).trim()}
function partLines({key,value}){
return yaml(key,value)}
function ruleOf({key,value,decision}){
const lines=yaml(key,value);
return decision===undefined?lines:lines.map(line=>`# ${line}`)}
function describe({value,notes,decision},columns,records){
const used=[...columns.values()].filter(({ref})=>usesColumn(value,ref));
const first=decision===undefined?[]:[`DECIDE: ${decision}`];
return[...first,...used.map(column=>about(column,records)),...notes].flatMap(note=>comment(note))}
function about(column,records){
const samples=printableSamples(column);
const like=samples.length===0?``:`, like ${samples.join(` `)}`;
return`${quoted(column.ref)}: ${(0,number_text.uM)(column.filled,records)} filled${like}`}
function leftOver(left,records){
const secrets=left.filter(({column})=>isSecretColumn(column));
const others=left.filter(each=>!secrets.includes(each));
const kept=secrets.map(({column,note})=>note===null?quoted(column.ref):`${quoted(column.ref)} (${note})`).join(`, `);
return[...secrets.length===0?[]:comment(`Left out because their names or values look like secrets: ${kept}.`),...others.length===0?[]:leftColumns(others,records)]}
function leftColumns(left,records){
return[...comment(`Not mapped. To keep a column, add it to fields, or to a custom field that exists in the tenant:`),...left.flatMap(({column,note})=>[...comment(`  customFields.${keyOf(column)}: ${scalar(column.lists>0?column.ref.replace(/\[0\]$/,``):column.ref)}`),...comment(`    ${about(column,records)}${note===null?``:` (${note})`}`)])]}
function keyOf({name}){
const words=name.split(/[^\p{L}\p{N}]+/u).map(normalize_name.P);
return words.filter(word=>/^[a-z\d]+$/.test(word)).join(`_`)||`field`}
function quoted(name){
return/^[\p{L}\p{N} ._[\]-]+$/u.test(name)?name:JSON.stringify(name)}
const WIDTH=118;
function comment(text){
const indent=/^ */.exec(text)?.[0]??``;
const lines=[];
let line=indent;
for(const word of text.trim().replaceAll(/[\p{Cc}\p{Cf}]/gu,` `).split(` `)){
if(line.trim()!==``&&line.length+word.length>WIDTH){
lines.push(line);
line=`${indent}  `}
line+=line.trim()===``?word:` ${word}`}
return[...lines,line].map(each=>`# ${each}`.trimEnd())}
;
async function decide(proposal,questions,stop){
const parts=[...proposal.fields,...proposal.blocks].filter(({decision})=>decision!==undefined);
const total=parts.length+proposal.warnings.length;
let decided=proposal;
let made=0;
let at=0;
const show=text=>questions.show(`\nDecision ${++at} of ${total}: ${text}`);
for(const part of parts){
show(part.decision??``);
for(const line of partLines(part))questions.show(`  ${line}`);
if(await yesOrNo(`Use this line?`,questions,stop)!==`yes`)continue;
decided=withoutDecision(decided,part);
made++}
for(const warning of proposal.warnings){
show(warning.text);
const next=await decideColumn(decided,warning,questions,stop);
if(next===decided)continue;
decided=next;
made++}
return{proposal:decided,made,open:total-made}}
function withoutDecision(proposal,decided){
const without=part=>{
if(part!==decided)return part;
const{decision:_,...rest}=part;
return rest};
return{...proposal,fields:proposal.fields.map(without),blocks:proposal.blocks.map(without)}}
async function decideColumn(proposal,warning,questions,stop){
const{column}=warning;
if(column===null){
const isAccepted=await yesOrNo(`Is that right for this export?`,questions,stop)===`yes`;
return isAccepted?settled(proposal,warning):proposal}
const answer=await yesOrNo(`Does "${column.name}" decide who may log in?`,questions,stop);
if(answer===`no`)return settled(withIgnored(proposal,column),warning);
if(answer===null||warning.isPreset===true||column.words===null){
if(answer===`yes`)questions.show(`Write the rule for userStatus in the mapping: docs/mapping.md shows how.`);
return proposal}
const table={};
questions.show(`What does each of its words mean? v: VERIFIED, may log in · p: PENDING · d: DECLINED, may not log in`);
for(const[word,records]of column.words){
const meaning=await meaningOf(`  ${JSON.stringify(word)}, ${(0,number_text.hS)(records,`record`)}: `,questions,stop);
if(meaning===null)return proposal;
table[word]=meaning}
return settled(withStatusRule(proposal,statusRuleOf(column,table)),warning)}
const MEANINGS={...{v:`VERIFIED`,verified:`VERIFIED`,p:`PENDING`,pending:`PENDING`,d:`DECLINED`,declined:`DECLINED`}};
async function meaningOf(question,questions,stop){
for(;;){
const answer=await questions.ask(question,stop);
if(answer===null||answer===``)return null;
const meaning=MEANINGS[answer.toLowerCase()];
if(meaning!==undefined)return meaning;
questions.show(`  Answer v, p or d, or only Enter to decide it later in the file.`)}}
async function yesOrNo(question,questions,stop){
for(;;){
const answer=await questions.ask(`${question} (yes/no, Enter: later) `,stop);
if(answer===null||answer===``)return null;
if(/^y(?:es)?$/i.test(answer))return`yes`;
if(/^no?$/i.test(answer))return`no`;
questions.show(`Answer yes or no, or only Enter to decide it later in the file.`)}}
function settled(proposal,decided){
return{...proposal,warnings:proposal.warnings.filter(warning=>warning!==decided),unmapped:proposal.unmapped.filter(({column})=>column!==decided.column)}}
function withIgnored(proposal,{ref}){
const known=proposal.blocks.find(({key})=>key===`ignore`);
const refs=[...known?.value??[],ref];
const others=proposal.blocks.filter(block=>block!==known);
return{...proposal,blocks:[...others,{key:`ignore`,value:refs,notes:[]}]}}
var preset_name=__webpack_require__(37248);
var recognise_preset=__webpack_require__(41718);
var preset_hints=__webpack_require__(29641);
var open_export=__webpack_require__(57130);
var source_layout=__webpack_require__(16195);
var unpack_limit=__webpack_require__(94973);
var hash_shape=__webpack_require__(75411);
var is_object=__webpack_require__(60675);
;
async function listsOfSingleRecord(exported){
let only=null;
for await(const chunk of exported.records()){
for(const{body}of chunk){
if(only!==null||body.kind!==`object`)return[];
only=body.object}}
return only===null?[]:listsOf(only,[])}
function listsOf(object,path){
return Object.entries(object).flatMap(([key,value])=>{
if(Array.isArray(value))return value.some(is_object.G)?[[...path,key]]:[];
return(0,is_object.G)(value)?listsOf(value,[...path,key]):[]})}
;
async function detectExport(source){
const roleOf=columnRoles(await mappingOf(`german-csv`));
const isKnown=({files:[file]},{header})=>{
if(file===undefined||file.columns===null)return true;
if(header.kind===`named`)return file.columns.length>header.columns.length/2;
const{columns}=file;
return(0,recognise_preset.FW)({columns})!==null||columns.some(column=>roleOf(column,column)!==null)};
let failure=null;
let lists=[];
let delimiterHints=[];
const open=async(layout,preset)=>{
try{
const recognise=found=>{
const known=(0,recognise_preset.FW)(found)?.preset??null;
const explained=(0,recognise_preset.ft)(found,known)??(0,recognise_preset.ft)(found,null);
if(explained===null)lists=found.lists;
return explained};
const fits=keys=>(0,recognise_preset.FW)({keys})===null?keys.filter(key=>roleOf(key,key)!==null).length:keys.length;
const exported=await(0,open_export.V)({...source,cwd:(0,external_node_path_.resolve)(source.cwd),layout,recognise,fits});
if(layout===source_layout.zR)delimiterHints=exported.files.map(preset_hints.sY).filter(hint=>hint!==null);
if(!isKnown(exported,layout))return null;
const recognised=preset!==null&&layout.header.kind===`named`?(0,recognise_preset.gO)(preset):await systemOf(exported);
return{exported,layout,recognised,roleOf}}catch(error){
if(!(error instanceof input_error.d)||error instanceof unpack_limit.Ce)throw error;
if(layout===source_layout.zR)failure=error;
return null}};
for(const preset of[null,...preset_name.f]){
const layout=preset===null?source_layout.zR:(await mappingOf(preset)).layout;
if(layout.format!==`auto`)continue;
const opened=await open(layout,preset);
if(layout===source_layout.zR&&(opened===null||opened.recognised===null)){
if(opened!==null)lists=await listsOfSingleRecord(opened.exported);
for(const list of lists.slice(0,MAX_LISTS)){
const inner=await open({...source_layout.zR,records:[list]},null);
if(inner!==null&&await holdsUsers(inner))return inner}}
if(opened===null)continue;
refuseDataHeader(opened.exported);
if(opened.recognised===null)return opened;
const{layout:own}=await mappingOf(opened.recognised.preset);
return layout===source_layout.zR&&own.records.length>0?await open(own,opened.recognised.preset)??opened:opened}
if(failure!==null)throw failure;
throw new input_error.d([...delimiterHints,`None of the column names is known. If the first line of the file is a record, add a header above it; otherwise write the mapping by hand (docs/mapping.md).`])}
const MAX_LISTS=10;
async function holdsUsers({exported,roleOf}){
for await(const[first]of exported.records()){
const keys=first?.body.kind===`object`?Object.keys(first.body.object):[];
return keys.some(key=>[`email`,`username`,`mobile_number`].includes(roleOf(key,key)??``))}
return false}
async function mappingOf(preset){
const text=await(0,presets_preset.n)(preset);
return(0,mapping_file.parseMapping)(``,text.name,text)}
async function systemOf(exported){
const[file]=exported.files;
if(file===undefined)return null;
if(file.columns!==null)return(0,recognise_preset.FW)({columns:file.columns});
for await(const[first]of exported.records()){
const keys=first?.body.kind===`object`?Object.keys(first.body.object):[];
return(0,recognise_preset.FW)({keys,document:keys})}
return null}
function refuseDataHeader({files}){
const isData=name=>(0,hash_shape.q)(name)||/\S@\S+\.\S|\d{6}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(name);
const problems=files.flatMap(({name,columns})=>{
const at=(columns??[]).findIndex(isData);
return at<0?[]:[`${name}:1: column ${at+1} of the header looks like data. Add a header above the first record.`]});
if(problems.length>0)throw new input_error.d(problems)}
var command_flags=__webpack_require__(80775);
var inputs=__webpack_require__(792);
var read_settings=__webpack_require__(25503);
;
const MAX_SAMPLE_ROWS=1e3;
const INIT_HELP=`cidaas-migrate init proposes a first mapping for an export, or writes a sample of it in which every value is invented.

Usage: cidaas-migrate init users.csv --out mapping.yml
       cidaas-migrate init users.csv --sample 100 --out sample.csv --mapping mapping.yml

Several files or a glob are read as one export. Nothing is sent anywhere.

  --out FILE            file for the mapping or the sample; without it the mapping is printed. Folders are created.
  --force               overwrites that file
  --interactive         asks on the terminal about everything that the proposal leaves to you
  --sample ROWS         writes a sample of this many records (1 to ${MAX_SAMPLE_ROWS}) instead of a mapping
  --mapping FILE        with --sample: words that this mapping compares with stay unchanged
  --format FORMAT       auto, csv, ndjson, json, ldif, xml, impex (default: auto)
  --encoding ENCODING   auto, utf-8, utf-16le, utf-16be, windows-1252 (default: auto)
  --delimiter SIGN      auto, comma, semicolon, tab, pipe, or the character itself (default: auto)
  --help                prints this

From the environment: ${inputs.cW[`export-key`]}, for an encrypted export
`;
const FLAGS={out:`string`,sample:`string`,mapping:`string`,format:`string`,encoding:`string`,delimiter:`string`,interactive:`boolean`,force:`boolean`};
function readInitFlags(args,{cwd,env}){
if(args.includes(`--help`))return`help`;
const{values,words}=(0,command_flags.Xr)(`init`,FLAGS,args);
if(words.length===0)throw new input_error.d([`init: name the export, as in \`cidaas-migrate init users.csv\` ${(0,command_flags.X8)(`init`)}`]);
const patterns=words.join(`
`);
const{format,encoding,delimiter}=values;
const given={...{mode:`plan`,export:patterns,format,encoding,delimiter},"export-key":env[inputs.cW[`export-key`]]};
const{export:read}=(0,read_settings.s)(name=>given[name]??``);
return{source:{...{patterns,cwd,format:read.format,encoding:read.encoding},...{delimiter:read.delimiter,exportKey:read.exportKey}},out:values.out??null,force:values.force??false,isInteractive:readInteractive(values),sample:values.sample===undefined?null:readSample(values.sample,values.out),mapping:values.mapping??null}}
function readInteractive({interactive,sample}){
if(interactive===true&&sample!==undefined)throw new input_error.d([`--interactive: a sample leaves nothing to decide. Leave out --interactive, or --sample for a mapping.`]);
return interactive===true}
function readSample(text,out){
const rows=/^\d{1,4}$/.test(text)?Number(text):0;
if(rows<1||rows>MAX_SAMPLE_ROWS)throw new input_error.d([`--sample: expected a whole number from 1 to ${MAX_SAMPLE_ROWS}`]);
if(out===undefined)throw new input_error.d([`--out: name the file for the sample`]);
return rows}
var external_node_os_=__webpack_require__(48161);
var joined_record_store=__webpack_require__(832);
var ledger_ledger=__webpack_require__(24758);
var run_folder=__webpack_require__(87533);
var github_retry=__webpack_require__(40535);
var embedded_queue=__webpack_require__(12855);
var failure_tally=__webpack_require__(27675);
var report_data=__webpack_require__(73211);
var export_opener=__webpack_require__(74328);
var expression_process=__webpack_require__(37407);
var migrate=__webpack_require__(30458);
var runtime_clock=__webpack_require__(10552);
var progress_log=__webpack_require__(36282);
var tool_version=__webpack_require__(1041);
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
const MAX_REASONS=8;
async function planProposal(source,mapping,{log,stop}){
const env_1={stack:[],error:void 0,hasError:false};
try{
const folder=await(0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(),`cidaas-migrate-`));
const ledger=new ledger_ledger.O((0,run_folder.t)(folder));
const evaluator=__addDisposableResource(env_1,new expression_process.i(stop),false);
try{
const given={...{mode:`plan`,export:source.patterns,preset:mapping.preset},...{"min-rows":`0`,"min-planned":`0`,"allow-partial-export":`true`,"abort-above":`100%`,"fail-above":`100%`}};
const read=(0,read_settings.s)(name=>given[name]??``);
const{format,encoding,delimiter,exportKey}=source;
const settings={...read,export:{...read.export,format,encoding,delimiter,exportKey}};
const environment={cwd:(0,external_node_path_.resolve)(source.cwd),workspace:null,folder,env:{},log,stop,patience:(0,github_retry.h)(stop,0)};
const head=await(0,migrate._)(settings,{...(0,export_opener.y)(settings,environment),ledger,evaluator,log,stop,abortInFlight:stop,confirm:null,resumeStore:null,state:null,base:null,run:null,toolVersion:tool_version.w,queue:(0,embedded_queue.W)(ledger),fleet:null,clock:{...runtime_clock.m,sleep:async()=>undefined},progress:progress_log.cf,joinStore:besideLedger=>new joined_record_store.S(besideLedger),readMappingFile:async()=>({name:mapping.name,text:mapping.text}),lookUpDomain:async()=>`unknown`,connect:()=>Promise.reject(new Error(`a plan does not connect to a tenant`))});
const tally=(0,failure_tally.du)();
for(const _ of(0,failure_tally.mG)(ledger.rows(report_data.n),tally));
for(const{code,outcome,count:rows}of tally.groups().slice(0,MAX_REASONS))log.info(`  ${(0,number_text.U9)(rows)} ${outcome}: ${code}`);
for(const[code,rows]of Object.entries(head.warnings))log.info(`  ${(0,number_text.U9)(rows)} warned: ${code}`);
return head.outcome}finally{
ledger.close();
await(0,run_folder.v)(folder)}}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
__disposeResources(env_1)}}
var password_rule=__webpack_require__(29116);
;
function sourceWords(mapping){
const{fields,identities,groups,consents,skip,emailVerified,mfaSetUp,password}=mapping;
const entries=[...identities,...groups,...consents].flatMap(({rules})=>rules);
const{passwordless=null}=password??{};
const given=[...skip.map(({when})=>when),emailVerified,mfaSetUp,passwordless];
const conditions=given.filter(one=>one!==null);
return new Set([...[...fields,...entries,...(0,password_rule.Fv)(password)].flatMap(ruleWords),...conditions.flatMap(conditionWords)])}
function ruleWords(rule){
return(0,field_rule.V)(rule).flatMap(({change,when})=>[...change?.kind===`table`?change.table.keys():[],...when===null?[]:conditionWords(when)])}
function conditionWords(condition){
if(`conditions`in condition)return condition.conditions.flatMap(conditionWords);
return condition.kind===`is`||condition.kind===`has`?[...condition.values]:[]}
var runtime_random=__webpack_require__(40766);
var compile_date=__webpack_require__(25346);
var exact_json=__webpack_require__(77283);
var uuid=__webpack_require__(41528);
var source_value=__webpack_require__(52003);
var algorithm=__webpack_require__(53660);
var native_form=__webpack_require__(64697);
var recognise=__webpack_require__(21661);
;
const SHAPES={email:/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/,phone:/^(?!000)(?=(?:\D*\d){6,15}\D*$)(?:\+|\(?0)[\d\s()./-]+$/,international:/^(?:\+|00)[\d\s()./-]{6,}$/,mobile:/^(?:\+49|0049|0)[\s(0)/-]*1[567]/,uuid:uuid.k,url:/^https?:\/\/\S+$/i,locale:/^[a-z]{2}(?:[-_][A-Za-z]{2})?$/};
const EMPTY_MARKS=new Set([...[`NULL`,`null`,`(null)`,`\\N`,`None`,`nil`,`undefined`,`N/A`,`n/a`,`#N/A`,`#NV`],...[`-`,`--`,`k.A.`,`k. A.`,`keine Angabe`]]);
const MAX_SAMPLES=2;
const column_profile_MAX_WORDS=20;
const MAX_WORD_LENGTH=30;
const MAX_COLUMNS=500;
const MAX_HELD_VALUES=1e6;
const MAX_DEPTH=4;
class ExportProfile{
columns=new Map;
records=0;
strangeKeys=0;
emptyMarks=new Set;
#header;
#mask;
#seen=new Map;
#held=0;
constructor(header,mask){
this.#header=header;
this.#mask=mask;
for(const column of header??[])if(column!==``)this.#column(column,column)}
get isFull(){
return this.#held>=MAX_HELD_VALUES}
addRecord(body){
if(body.kind===`broken`)return;
this.records+=1;
if(body.kind===`object`)this.#object(body.object,``,1);else{
for(const[at,column]of(this.#header??[]).entries()){
const cell=body.cells[at];
if(column===``||cell===undefined)continue;
if(EMPTY_MARKS.has(cell.trim()))this.emptyMarks.add(cell.trim());else this.#value(column,column,cell)}}}
#object(object,prefix,depth){
for(const[key,value]of Object.entries(object)){
if(!isPlainKey(key)){
this.strangeKeys+=1;
continue}
const ref=prefix===``?key:`${prefix}.${key}`;
if(Array.isArray(value))this.#list(ref,key,value);else if(typeof value===`object`&&value!==null){
if(depth<MAX_DEPTH)this.#object(value,ref,depth+1)}else this.#value(ref,key,value)}}
#list(ref,name,list){
const[first]=list;
if(first===undefined)return;
const isSimple=typeof first!==`object`;
const column=this.#column(isSimple?`${ref}[0]`:ref,name);
if(column===null)return;
if(!isSimple||list.length>1)column.lists+=1;
if(isSimple)this.#value(column.ref,name,first);else column.filled+=1}
#value(ref,name,value){
if((0,source_value.Im)(value))return;
const text=(0,source_value.b6)(value)?.trim();
const column=this.#column(ref,name);
if(column===null||text===undefined)return;
column.filled+=1;
this.#addText(column,text)}
#addText(column,text){
for(const shape of Object.keys(SHAPES))if(SHAPES[shape].test(text))column.shapes[shape]+=1;
addDate(text,column.dates);
if((0,hash_shape.q)(text)&&!SHAPES.uuid.test(text))add(column.hashes,hashName(text));
const seen=this.#seen.get(column.ref)??new Set;
this.#seen.set(column.ref,seen);
const known=text.length<=MAX_WORD_LENGTH?text:(0,external_node_crypto_.createHash)(`sha256`).update(text).digest(`base64url`);
if(seen.has(known))column.repeated+=1;else if(column.samples.length<MAX_SAMPLES){
const masked=this.#mask(text);
if(!column.samples.includes(masked))column.samples.push(masked)}
if(!seen.has(known))this.#held+=1;
seen.add(known);
if(column.words===null)return;
if(text.length>MAX_WORD_LENGTH)column.words=null;else{
add(column.words,text.toLowerCase());
if(column.words.size>column_profile_MAX_WORDS)column.words=null}}
#column(ref,name){
const known=this.columns.get(ref);
if(known!==undefined)return known;
if(this.columns.size>=MAX_COLUMNS)return null;
const column={ref,name,filled:0,samples:[],shapes:{email:0,phone:0,international:0,mobile:0,uuid:0,url:0,locale:0},dates:emptyDateShapes(),hashes:new Map,words:new Map,repeated:0,lists:0};
this.columns.set(ref,column);
return column}}
function hashKind(algorithm,misfit){
return misfit===null?algorithm:`${algorithm}:${misfit}`}
function hashName(text){
const recognised=(0,recognise.A)(text);
switch(recognised.kind){case`hash`:return hashKind((0,algorithm.H)(recognised.hash),(0,native_form.B)(recognised.hash));case`none`:return`?none`;case`unrecognised`:return`?${recognised.reason}`}}
function add(counts,name){
counts.set(name,(counts.get(name)??0)+1)}
function isPlainKey(key){
return/^@?[A-Za-z_][\w:-]{0,47}$|^#text$/.test(key)&&!/\d{4}|[\da-f]{16}/i.test(key)}
;
function countryWords(){
const names=[`de`,`en`].map(language=>new Intl.DisplayNames([language],{type:`region`,fallback:`none`}));
const letters=Array.from({length:26},(_,at)=>String.fromCharCode(65+at));
const codes=letters.flatMap(first=>letters.map(second=>first+second));
const found=codes.flatMap(code=>{
const called=names.map(language=>language.of(code)).filter(name=>name!==undefined);
return called.length===0?[]:[code,...called]});
return new Set([...found,`D`,`A`,`CH`].map(name=>name.toLowerCase()))}
;
const UPPER=`ABCDEFGHIJKLMNOPQRSTUVWXYZ`;
const LOWER=`abcdefghijklmnopqrstuvwxyz`;
function scramble(text,random){
let leading=true;
return Array.from(text.normalize(`NFC`),character=>{
if(character===`0`&&leading)return character;
const other=otherCharacter(character,random);
if(/\d/.test(character))leading=false;
return other}).join(``)}
function otherCharacter(character,random){
if(/\d/.test(character))return randomCharacter(`123456789`,random);
if(/[A-Z]/.test(character))return randomCharacter(UPPER,random);
if(/[a-z]/.test(character))return randomCharacter(LOWER,random);
if(/[ÄÖÜ]/.test(character))return randomCharacter(`ÄÖÜ`,random);
if(/[äöüß]/.test(character))return randomCharacter(`äöüß`,random);
if(/\p{Lu}/u.test(character))return randomCharacter(`ÁÉÍÓÚ`,random);
if(/\p{L}/u.test(character))return randomCharacter(`áéíóú`,random);
return character}
function scrambleHex(text,random){
const digits=/[A-F]/.test(text)?`0123456789ABCDEF`:`0123456789abcdef`;
return text.replaceAll(/[\da-f]/gi,()=>randomCharacter(digits,random))}
const HASH_HEADS=[/^(?:\{[\w-]+\})?\$wp\$2[aby]\$\d\d\$/,/^(?:\{[\w-]+\})?\$2[abxy]\$\d\d\$/,/^bcrypt_sha256\$\$2[aby]\$\d\d\$/,/^\$[PH]\$[./\dA-Za-z]/,/^(?:\{[\w-]+\})?\$[a-z][\w-]*\$(?:v=\d+\$)?(?:[a-z]+=[\w,=]+\$)?/i,/^\$[156]\$(?:rounds=\d+\$)?/,/^(?:argon2\$\$argon2\w+\$(?:v=\d+\$)?(?:[a-z]=[\d,a-z=]+\$)?|[a-z]\w{2,29}\$\d{1,9}\$)/,/^\{[\w-]+\}(?:\d+:)?/,/^A[A-Za-z]AAAA[A-Za-z\d+/]{11}/,/^\d{1,9}:/];
function scrambleHash(text,random){
const head=HASH_HEADS.map(pattern=>pattern.exec(text)?.[0]).find(found=>found!==undefined)??``;
const parts=text.slice(head.length).split(/([:$])/);
const scrambled=parts.map((part,at)=>{
if(at>0&&/^\d(?:_[\d_]+)?$/.test(part))return part;
return/^[\da-f]{16,}$/i.test(part)?scrambleHex(part,random):scramble(part,random)});
return head+scrambled.join(``)}
function randomCharacter(characters,random){
return characters.charAt(Math.floor(random()*characters.length))}
;
const LENGTH=12;
const ENCODED=/^[A-Za-z\d+/.=]{20,}$/;
const SALT=/^[A-Za-z\d+/.=]+$/;
const HEX=/^[\da-f]+$/i;
function randomSecret(text,isSalt,random){
const recognised=(0,recognise.A)(text);
if(recognised.kind===`hash`)return scrambleHash(text,random);
if(recognised.kind===`none`)return/^[!{]/.test(text)?`${mark(text)}${letters(random)}`:null;
switch(recognised.reason){case`placeholder`:return null;case`clear-text`:return`${mark(text)}${letters(random)}`;case`bare`:case`damaged`:case`incomplete`:case`unsupported`:return scrambleHash(text,random);case`unknown`:if(HEX.test(text)&&(isSalt||text.length>=20))return scrambleHex(text,random);return(isSalt?SALT:ENCODED).test(text)?scramble(text,random):letters(random)}}
function mark(text){
return/^(?:!|\{[\w-]*\})/.exec(text)?.[0]??``}
function letters(random){
return Array.from({length:LENGTH},()=>randomCharacter(`abcdefghijklmnopqrstuvwxyz`,random)).join(``)}
;
const MAX_ATTEMPTS=50;
const IN_PASSWORD=/^(?:value|plain|plaintext|clear|cleartext|current|old)$/i;
function createAnonymizer({random,words,isReal}){
const countries=countryWords();
const known=new Map;
const used=new Set;
const phones={random,mobiles:0};
const isWord=text=>{
const word=unquoted(text);
const lower=word.toLowerCase();
return anonymizer_NOTHING.test(word)||ALGORITHM.test(word)||words.has(word)||words.has(lower)||WORDS.has(lower)||countries.has(lower)};
const replacement=text=>{
for(let attempt=0;attempt<MAX_ATTEMPTS;attempt+=1){
const other=randomLike(text,phones,value);
if(other===text||isReal(other)||isWord(other))continue;
if(attempt>MAX_ATTEMPTS/2||!used.has(other))return other}
return``};
const anonymized=text=>{
const inner=unquoted(text.trim());
if(inner===``||isWord(inner))return text;
if(EMAILS.test(inner))return text.replaceAll(/[^\s,;|]+/g,anonymized);
const other=known.get(inner)??replacement(inner);
known.set(inner,other);
used.add(other);
return text.replace(inner,()=>other)};
const secret=(given,name)=>{
const text=given.trim();
if(text===``||/^[[{]/.test(text)&&parsed(text)!==undefined)return anonymized(given);
for(let attempt=0;attempt<MAX_ATTEMPTS;attempt+=1){
const other=randomSecret(text,/sal[tz]/i.test(name),random);
if(other===null)return given;
if(other!==text&&!isReal(other))return other}
return``};
const named=(given,name)=>{
if(!(0,secret_name.t)(name))return value(given);
if(typeof given===`number`)return(0,runtime_random.Mn)(random,1e5,999999);
if(Array.isArray(given))return given.map(inner=>named(inner,name));
if(typeof given===`string`)return secret(given,name);
return typeof given===`object`&&given!==null?object(given,name):given};
const object=(given,parent)=>{
const entries=Object.entries(given).filter(([key])=>isPlainKey(key));
const nameOf=key=>IN_PASSWORD.test(key)?`${parent} ${key}`:key;
return Object.fromEntries(entries.map(([key,inner])=>[key,named(inner,nameOf(key))]))};
const value=(given,columns)=>{
if(typeof given===`string`)return anonymized(given);
if(typeof given===`number`)return Math.abs(given)<2?given:Number(anonymized(String(given)));
if(Array.isArray(given))return given.map((inner,at)=>named(inner,columns?.[at]??``));
return typeof given===`object`&&given!==null?object(given,``):given};
return{value,isWord}}
function unquoted(text){
return text.replace(/^'(?=.)/,``)}
const anonymizer_NOTHING=/^0+[-/.]0+[-/.]0+(?:[T ][0:.]+)?$/;
const ALGORITHM=/^(?:password-)?(?:argon2|bcrypt|crypt|md5|pbkdf2|phpass|scrypt|sha-?\d{1,3})[a-z_-]{0,16}\d{0,3}$/i;
const WORDS=new Set([...[...state_words._Y,...state_words.NO,`null`,`none`,`-`,`n/a`,`k.a.`,`\\n`],...[STATUS_WORDS,GENDER_WORDS,LANGUAGE_WORDS].flatMap(table=>Object.keys(table)),...[`guest`,`gast`,`user`,`customer`,`kunde`,`service`,`firma`,`privat`,`de-de`,`de_de`,`en-us`,`en-gb`,`de-at`]]);
const EMAIL=/^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;
const EMAILS=/^[^\s@,;|]+@[^\s@,;|]+(?:\s*[,;|]\s*[^\s@,;|]+@[^\s@,;|]+)+$/;
const URL_TEXT=/^(https?):\/\/\S+$/i;
const PHONE=/^(?=(?:\D*\d){6,15}\D*$)(?:\+[\d\s()./-]+|00[1-9]\d{0,2}[\s()./-][\d\s()./-]+|00[1-9]\d{8,13}|\(?0[1-9]\d*\)?[\s./-][\d\s()./-]+|01[567]\d{8,9})$/;
function randomLike(text,phones,anonymize){
const{random}=phones;
if(/^[[{]/.test(text)){
const json=parsed(text);
if(json!==undefined)return JSON.stringify(anonymize(json))}
if(uuid.k.test(text))return randomUuid(text,random);
if((0,hash_shape.q)(text))return scrambleHash(text,random);
if(EMAIL.test(text))return`${scramble(text.slice(0,text.lastIndexOf(`@`)),random)}@example.${[`com`,`org`,`net`][(0,runtime_random.Mn)(random,0,2)]}`;
if(URL_TEXT.test(text))return`https://example.com/${(0,runtime_random.Mn)(random,1e3,999999)}`;
return randomDate(text,random)??(PHONE.test(text)?randomPhone(text,phones):scramble(text,random))}
function parsed(text){
try{
return(0,exact_json.l)(text)}catch{
return undefined}}
function randomUuid(text,random){
const digits=Array.from({length:32},()=>randomCharacter(`0123456789abcdef`,random)).join(``);
const uuid=`${digits.slice(0,8)}-${digits.slice(8,12)}-4${digits.slice(13,16)}-a${digits.slice(17,20)}-${digits.slice(20)}`;
return/[A-F]/.test(text)?uuid.toUpperCase():uuid}
const DATE=/^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?=$|[T ])/;
function randomDate(text,random){
if(/^\d{10}$/.test(text)&&Number(text)>315532800&&Number(text)<4102444800)return String((0,runtime_random.Mn)(random,788918400,17e8));
if(/^\d{13}$/.test(text)&&Number(text)>3155328e5)return String((0,runtime_random.Mn)(random,7889184e5,17e11));
const found=DATE.exec(text.length===8&&/^\d{8}$/.test(text)?withSeparators(text):text);
if(found===null)return null;
const[whole,first=``,separator=``,second=``,third=``]=found;
const yearFirst=first.length===4;
if(!yearFirst&&third.length!==4)return null;
const[a,b]=yearFirst?[second,third]:[first,second];
if(Number(a)<1||Number(b)<1||Number(a)>31||Number(b)>31||Math.min(Number(a),Number(b))>12)return null;
const recent=Number(yearFirst?first:third)>=1990;
const[whichYear,tried]=yearFirst?[first,[[a,b]]]:[third,[[b,a],[a,b]]];
if(!tried.some(([month,date])=>(0,compile_date.V)(Number(whichYear),Number(month),Number(date))))return null;
const year=String(recent?(0,runtime_random.Mn)(random,1995,2023):(0,runtime_random.Mn)(random,1940,1989));
const[x,y]=[a,b].map(part=>String(Number(part)>12?(0,runtime_random.Mn)(random,13,28):(0,runtime_random.Mn)(random,1,12)).padStart(part.length,`0`));
const day=(yearFirst?[year,x,y]:[x,y,year]).join(separator);
if(text.length===8&&/^\d{8}$/.test(text))return day.replaceAll(separator,``);
const rest=text.slice(whole.length).replace(/\d\d:\d\d(?::\d\d)?/,time=>anonymizer_clock(time,random));
return day+rest}
function withSeparators(text){
const yearFirst=/^(?:19|20)\d\d(?:0[1-9]|1[0-2])/.test(text);
return yearFirst?`${text.slice(0,4)}-${text.slice(4,6)}-${text.slice(6)}`:`${text.slice(0,2)}-${text.slice(2,4)}-${text.slice(4)}`}
function anonymizer_clock(time,random){
if(/^00:00(?::00)?$/.test(time))return time;
const parts=[(0,runtime_random.Mn)(random,0,23),(0,runtime_random.Mn)(random,0,59),(0,runtime_random.Mn)(random,0,59)];
return parts.slice(0,time.length>5?3:2).map(part=>String(part).padStart(2,`0`)).join(`:`)}
const AREAS=[212,213,312,415,617,702,305,206];
function randomPhone(text,phones){
const{random}=phones;
const digits=text.replaceAll(/\D/g,``);
const prefix=/^\s*\+/.test(text)?`+`:text.startsWith(`00`)?`00`:`0`;
const national=prefix===`0`?digits.slice(1):digits.replace(/^(?:00)?49/,``);
const isGerman=prefix===`0`||/^(?:00)?49/.test(digits);
if(!isGerman)return`${prefix}1 ${AREAS[(0,runtime_random.Mn)(random,0,AREAS.length-1)]} 555 01${String((0,runtime_random.Mn)(random,0,99)).padStart(2,`0`)}`;
const number=/^0?1[567]/.test(national)?mobile(phones.mobiles++):landline(random);
return`${prefix===`0`?`0`:`${prefix}49 `}${number}`}
function mobile(index){
const last=String(index%100).padStart(2,`0`);
return index%200<100?`171 39200${last}`:`176 040690${last}`}
function landline(random){
return`30 23125${String((0,runtime_random.Mn)(random,0,999)).padStart(3,`0`)}`}
;
const MIN_COMPARED_LENGTH=4;
const MAX_ROUNDS=5;
async function sampleText({exported,layout},rows,mapping,random){
const drawn=await draw(exported,rows,random);
const words=mapping===null?new Set:sourceWords(mapping);
const real=new Set;
for(const body of drawn)eachText(body,text=>void real.add(text));
for(let round=1;;round+=1){
const anonymizer=createAnonymizer({random,words,isReal:text=>text.length>=MIN_COMPARED_LENGTH&&real.has(text)});
const disguised=drawn.map(body=>anonymizer.value(body,exported.files[0]?.columns??[]));
const survivors=await findRealTexts(exported,disguised,anonymizer);
const[file]=exported.files;
if(file!==undefined&&survivors.size===0)return{text:written(file,layout,disguised),rows:drawn.length};
if(file===undefined||round===MAX_ROUNDS){
const blanked=disguised.map(body=>without(body,survivors));
return{text:file===undefined?``:written(file,layout,blanked),rows:drawn.length}}
for(const text of survivors)real.add(text)}}
async function draw(exported,rows,random){
const drawn=[];
let seen=0;
for await(const[file,body]of bodies(exported)){
if(file>0)break;
seen+=1;
const at=seen<=rows?drawn.length:(0,runtime_random.Mn)(random,0,seen-1);
if(at<rows)drawn[at]={row:seen,body}}
return drawn.sort((a,b)=>a.row-b.row).map(({body})=>body)}
async function*bodies(exported){
for await(const chunk of exported.records()){
for(const{file,body}of chunk){
const content=contentOf(body);
if(content!==null)yield[file,content]}}}
function contentOf(body){
switch(body.kind){case`cells`:return body.cells;case`object`:return body.object;case`broken`:return null}}
async function findRealTexts(exported,disguised,{isWord}){
const invented=new Set;
for(const body of disguised){
eachText(body,text=>{
if(text.length>=MIN_COMPARED_LENGTH&&!isWord(text))invented.add(text)})}
const found=new Set;
for await(const[,body]of bodies(exported)){
eachText(body,text=>{
if(invented.has(text))found.add(text)})}
return found}
function eachText(value,visit){
if(typeof value===`string`||typeof value===`number`)visit(String(value).trim());else if(typeof value===`object`&&value!==null)for(const inner of Object.values(value))eachText(inner,visit)}
function without(value,texts){
if(typeof value===`string`||typeof value===`number`)return texts.has(String(value).trim())?typeof value===`number`?null:``:value;
if(Array.isArray(value))return value.map(inner=>without(inner,texts));
if(typeof value!==`object`||value===null)return value;
return Object.fromEntries(Object.entries(value).map(([key,inner])=>[key,without(inner,texts)]))}
function written({format,columns,delimiter},{header},records){
switch(format){case`csv`:{
const first=header.kind===`named`?[]:[columns??[]];
const lines=[...first,...records];
return lines.map(cells=>`${cells.map(cell=>init_sample_quoted(cell,delimiter??`,`)).join(delimiter??`,`)}\n`).join(``)}case`ndjson`:return records.map(record=>`${JSON.stringify(record)}\n`).join(``);case`json`:return`${JSON.stringify(records,null,2)}\n`;case`ldif`:case`xml`:case`impex`:throw new input_error.d([`A sample can be written as CSV, NDJSON or JSON, but not as ${format}. Export the users in one of these formats first.`])}}
function init_sample_quoted(cell,delimiter){
const mustBe=cell.includes(delimiter)||/["\r\n]|^\s|\s$/.test(cell);
return mustBe?`"${cell.replaceAll(`"`,`""`)}"`:cell}
;
var init_command_addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){
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
var init_command_disposeResources=undefined&&undefined.__disposeResources||(function(SuppressedError){
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
const MAX_PROFILED_RECORDS=2e4;
async function runInit(args,environment){
const env_1={stack:[],error:void 0,hasError:false};
try{
const{stop}=environment;
const flags=readInitFlags(args,environment);
if(flags===`help`){
environment.print(INIT_HELP);
return`succeeded`}
const{out}=flags;
if(out!==null&&!flags.force)await refuseExisting((0,external_node_path_.resolve)(environment.cwd,out));
const questions=init_command_addDisposableResource(env_1,flags.isInteractive?environment.openQuestions():null,false);
if(flags.isInteractive&&questions===null)throw new input_error.d([`--interactive: there is no terminal to ask on. Leave it out and edit the file instead.`]);
const detected=await detectExport({...flags.source,stop});
const stoppable={...detected,exported:stoppableExport(stop,detected.exported)};
if(flags.sample===null)return await proposeMapping(flags,stoppable,environment,questions);
await writeSample(flags,flags.sample,stoppable,environment);
return`succeeded`}catch(e_1){
env_1.error=e_1;
env_1.hasError=true}finally{
init_command_disposeResources(env_1)}}
function stoppableExport(stop,exported){
return{files:exported.files,async*records(){
for await(const chunk of exported.records()){
stop.throwIfAborted();
yield chunk}}}}
async function proposeMapping(flags,detected,{cwd,log,stop,print},questions){
const{text,preset}=await proposalFor(flags,detected,async proposal=>{
if(questions===null)return proposal;
const decided=await decide(proposal,questions,stop);
questions.show(``);
log.info(decidedLine(decided));
return decided.proposal});
(0,mapping_file.parseMapping)(text,flags.out??`the proposal`,preset===null?null:await(0,presets_preset.n)(preset));
if(flags.out===null)print(text.split(`
`).map(text_escape._s).join(`
`));else{
await writeNew((0,external_node_path_.resolve)(cwd,flags.out),text,flags.force);
log.info(`${flags.out} is written. Review it before you use it.`)}
const name=flags.out??`the proposed mapping`;
return planProposal(flags.source,{name,text,preset:preset??``},{log,stop})}
function decidedLine({made,open}){
if(made+open===0)return`Nothing is left to decide.`;
return open===0?`All decisions are made.`:`${made} of ${(0,number_text.hS)(made+open,`decision`)} made; what is left is in the mapping as DECIDE.`}
async function proposalFor({source},{exported,layout,recognised,roleOf},decideOn){
const profile=await profileColumns(exported);
const title={files:exported.files.map(({name})=>(0,external_node_path_.basename)(name)).join(`, `)||source.patterns,records:profile.records,source:withEmptyMarks(sourceBlock(layout,exported,roleOf),profile),notes:notesOf(exported,profile)};
if(recognised!==null&&recognised.preset!==`german-csv`){
const preset=await(0,presets_preset.n)(recognised.preset);
const mapping=(0,mapping_file.parseMapping)(``,preset.name,preset);
const used=new Set([...(0,mapping_refs.X)(mapping),...mapping.ignore]);
const proposal=await decideOn(presetProposal(used,profile.columns,profile.records));
return{text:presetProposalText(recognised,proposal,title),preset:recognised.preset}}
if(profile.records===0)throw new input_error.d([`None of the records of ${title.files} could be read. \`--mode plan\` reports the reason for each row.`]);
const proposal=propose(profile,roleOf,(0,external_node_crypto_.randomUUID)());
if(proposal.fields.every(({decision})=>decision!==undefined))throw new input_error.d([`No field was found for any of the columns. Write the mapping by hand (docs/mapping.md).`]);
return{text:proposalText(await decideOn(proposal),profile.columns,title),preset:null}}
async function profileColumns(exported){
const[first]=exported.files;
const profile=new ExportProfile(first?.columns??null,mask.QS);
for await(const chunk of exported.records()){
for(const{file,body}of chunk)if(file===0)profile.addRecord(body);
if(profile.records>=MAX_PROFILED_RECORDS||profile.isFull||(chunk[0]?.file??0)>0)break}
return profile}
function notesOf({files},{strangeKeys}){
const headers=new Set(files.map(({columns})=>JSON.stringify(columns)));
return[...headers.size>1?[`The files have different headers; this mapping is for the first of them.`]:[],...strangeKeys>0?[`Some keys of the records look like data and were left out.`]:[]]}
function sourceBlock({header,records},{files:[file]},roleOf){
if(header.kind===`with`){
const known=(file?.columns??[]).filter(column=>roleOf(column,column)!==null);
return{header:{with:known.slice(0,5)}}}
if(records.length===0)return null;
return{records:records.map(path=>file?.format===`xml`?path.join(`/`):path.join(`.`).replaceAll(`.[]`,`[]`))}}
function withEmptyMarks(source,{emptyMarks}){
return emptyMarks.size===0?source:{...source,empty:[...emptyMarks].sort()}}
async function writeSample({source,out,force,mapping},rows,detected,{cwd,log,stop}){
if(out===null)return;
const preset=detected.recognised===null?null:await(0,presets_preset.n)(detected.recognised.preset);
const text=mapping===null?``:await readMapping(mapping,cwd,stop);
const words=mapping===null&&preset===null?null:(0,mapping_file.parseMapping)(text,mapping??``,preset);
const written=await sampleText(detected,rows,words,Math.random);
await writeNew((0,external_node_path_.resolve)(cwd,out),written.text,force);
log.info(`${out} is written: ${written.rows} rows of ${source.patterns}, every value replaced by an invented one.`)}
function readMapping(path,cwd,stop){
const advice=`Check the path and its permissions.`;
return(0,text_file.G)({path:(0,external_node_path_.resolve)(cwd,path),name:`--mapping: ${path}`,given:path,within:null,advice},stop)}
async function refuseExisting(path){
const exists=await(0,promises_.access)(path).then(()=>true,()=>false);
if(exists)throw new input_error.d([existsAlready(path)])}
function existsAlready(path){
return`--out: ${path} already exists; --force overwrites it.`}
async function writeNew(path,text,force){
try{
await(0,promises_.mkdir)((0,external_node_path_.dirname)(path),{recursive:true})}catch(cause){
const code=cause.code??`unknown error`;
throw new input_error.d([`--out: the folder ${(0,external_node_path_.dirname)(path)} cannot be created (${code}). Choose another folder.`],{cause})}
try{
await(0,promises_.writeFile)(path,text,{flag:force?`w`:`wx`})}catch(cause){
const code=cause.code??`unknown error`;
const problem=code===`EEXIST`?existsAlready(path):`--out: ${path} cannot be written (${code}).`;
throw new input_error.d([problem],{cause})}}}),80775:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{X8:()=>seeHelp,Xr:()=>readCommandFlags,eX:()=>readOnlyFlags});
var node_util__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(57975);
var _text_nearest_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(4581);
var _input_error_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(30199);
function readCommandFlags(command,types,args){
const known={...types,help:`boolean`};
const options=Object.fromEntries(Object.entries(known).map(([name,type])=>[name,{type}]));
const{tokens,values,positionals}=(0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({...{args:[...args],options,strict:false,allowPositionals:true,tokens:true}});
const problems=tokens.flatMap(token=>{
const problem=token.kind===`option`?problemWith(token,known):null;
return problem===null?[]:[`${command}: ${problem} ${seeHelp(command)}`]});
if(problems.length>0)throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__.d(problems);
return{values,words:positionals}}
function readOnlyFlags(command,types,args){
const{values,words}=readCommandFlags(command,types,args);
if(words.length>0)throw new _input_error_js__WEBPACK_IMPORTED_MODULE_1__.d([`${command}: unexpected argument: this command takes only flags ${seeHelp(command)}`]);
return values}
function seeHelp(command){
return`(\`cidaas-migrate ${command} --help\` lists the flags)`}
function problemWith(token,known){
const{name,rawName,value,inlineValue}=token;
if(!Object.hasOwn(known,name)){
const near=(0,_text_nearest_js__WEBPACK_IMPORTED_MODULE_2__.p)(name,Object.keys(known));
return`unknown flag ${rawName}.${near===null?``:` Did you mean --${near}?`}`}
if(known[name]===`boolean`)return value===undefined?null:`--${name} takes no value`;
const isMissing=value===undefined||!inlineValue&&/^-./.test(value);
return isMissing?`--${name}: the value is missing (write one that begins with - as --${name}=-…)`:null}}),40766:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{A4:()=>shuffled,Mn:()=>randomInteger,QU:()=>seededUuid,ln:()=>seedFor,sK:()=>mulberry32});
function mulberry32(seed){
let state=seed|0;
return()=>{
state=state+1831565813|0;
let mixed=Math.imul(state^state>>>15,state|1);
mixed^=mixed+Math.imul(mixed^mixed>>>7,mixed|61);
return((mixed^mixed>>>14)>>>0)/4294967296}}
function seedFor(seed,...parts){
let hash=Math.imul(seed^2166136261,16777619);
for(const part of parts){
if(typeof part===`number`)hash=Math.imul(hash^part,16777619);else for(let at=0;at<part.length;at++)hash=Math.imul(hash^part.charCodeAt(at),16777619);
hash=Math.imul(hash^hash>>>16,2246822507);
hash^=hash>>>13}
return hash|0}
function pickOne(random,list){
return list[Math.floor(random()*list.length)]??list[0]}
function randomInteger(random,from,to){
return from+Math.floor(random()*(to-from+1))}
function shuffled(random,list){
const keyed=list.map(item=>({item,key:random()}));
return keyed.sort((a,b)=>a.key-b.key).map(({item})=>item)}
function seededUuid(random){
let hex=``;
for(let word=0;word<4;word++){
hex+=Math.floor(random()*4294967296).toString(16).padStart(8,`0`)}
return`${hex.slice(0,8)}-${hex.slice(8,12)}-4${hex.slice(13,16)}-a${hex.slice(17,20)}-${hex.slice(20,32)}`}})};