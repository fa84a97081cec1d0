export const id=9188;
export const ids=[9188];
export const modules={9188:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.r(__webpack_exports__);
__webpack_require__.d(__webpack_exports__,{parseMapping:()=>parseMapping});
var input_error=__webpack_require__(30199);
var password_rule=__webpack_require__(29116);
;
function mergeParts(base,own){
const joins=new Map(base.joins);
for(const[name,join]of own.joins)joins.set(name,join===null?null:{...joins.get(name),...join});
const chosen=(mine,theirs)=>mine===undefined?theirs:mine;
return{source:{...base.source,...own.source},joins,severities:new Map([...base.severities,...own.severities]),fields:new Map([...base.fields,...own.fields]),duplicates:chosen(own.duplicates,base.duplicates),allowAdminGroups:chosen(own.allowAdminGroups,base.allowAdminGroups),emailVerified:chosen(own.emailVerified,base.emailVerified),unverifiedEmail:chosen(own.unverifiedEmail,base.unverifiedEmail),mfaSetUp:chosen(own.mfaSetUp,base.mfaSetUp),phoneRegion:chosen(own.phoneRegion,base.phoneRegion),password:own.password===null?null:(0,password_rule.yd)(base.password??{},own.password??{}),skip:own.skip===null?null:[...own.skip??[],...base.skip??[]],identities:chosen(own.identities,base.identities),groups:chosen(own.groups,base.groups),consents:chosen(own.consents,base.consents),ignore:[...base.ignore,...own.ignore],statusSources:own.statusSources??(own.fields.get(`userStatus`)?[]:base.statusSources),createOnly:chosen(own.createOnly,base.createOnly),ruleLines:own.ruleLines}}
var json_object=__webpack_require__(29535);
var cidaas_fields=__webpack_require__(34952);
var field_rule=__webpack_require__(68337);
var schemas=__webpack_require__(51843);
var secret_id=__webpack_require__(23735);
;
function ruleSchemas(){
const scalar=schemas.KCZ([schemas.YjP().regex(/\S/,NOT_EMPTY),schemas.aig(),schemas.zMY()]);
const constant=schemas.KCZ([scalar,schemas.YOg(scalar).min(1)]);
const ref=schemas.YjP().min(1).max(1e3);
const refs=schemas.YOg(ref).min(1);
const listText=schemas.euz(`php`).optional().describe(`The cell is a list that PHP wrote with serialize(): a:1:{i:0;s:9:"ROLE_USER";}.`);
const comparison=schemas.rej({from:ref.describe(`Column or path to look at.`),json:ref.optional().describe(`The source is JSON, also written as text: compare the value at this path of it.`),split:schemas.YjP().min(1).optional().describe(`Separator of a list inside one cell, for has, lacks and the like.`),list:listText,is:oneOrMore(scalar).optional().describe(`True when the trimmed text is this, or one of these.`),not:oneOrMore(scalar).optional().describe(`True when the trimmed text is none of these.`),empty:schemas.zMY().optional().describe(`True when there is nothing (true) or something (false).`),matches:schemas.YjP().min(1).optional().describe(`A JavaScript regular expression that the trimmed text must match somewhere.`),has:oneOrMore(scalar).optional().describe(`True when the list has this text, or one of these.`),lacks:oneOrMore(scalar).optional().describe(`True when the list has none of these texts.`),includes:oneOrMore(ref).optional().describe(`True when the list, also one in a cell, has the value of this column or path, or of the first of these.`),excludes:oneOrMore(ref).optional().describe(`True when the list does not have this value.`),future:schemas.zMY().optional().describe(`True when the point in time is in the future; an empty value is past, one that cannot be read an error.`),unit:schemas.euz(`days`).optional().describe("With `future`: the value counts days since 1970 (shadowExpire).")});
const any=schemas.rej({get any(){
return schemas.YOg(condition).min(1).describe(`One of these conditions must hold.`)}});
const condition=schemas.KCZ([comparison,any]);
const when=schemas.KCZ([comparison,any,schemas.YOg(condition).min(1)]);
const region=regionSchema();
const formats=oneOrMore(schemas.YjP().min(1));
const detailed=schemas.rej({from:ref.optional().describe("Column of a CSV export, or path into a JSON record (`profile.emails[0].value`)."),first:refs.optional().describe(`The first of these columns or paths that is not empty.`),concat:refs.optional().describe("These columns or paths, joined with `separator`; empty ones are left out."),expr:schemas.YjP().min(1).max(2e4).optional().describe(`A JSONata expression over the whole record.`),json:ref.optional().describe(`The source is JSON written as text: take the value at this path of it.`),replace:schemas.g1P(schemas.YjP().min(1),schemas.YjP()).optional().describe(`Regular expression → replacement for every match ($1 is its first group), one after the other.`),separator:schemas.YjP().optional().describe("Between the parts of `concat`; a space unless given."),value:constant.optional().describe(`A constant.`),when:when.optional().describe(`Only then is the field filled; several conditions must all hold.`),trim:schemas.zMY().optional().describe(`Remove white space at both ends; true unless given.`),case:schemas.k5n([`lower`,`upper`]).optional().describe(`Change the letters.`),split:schemas.YjP().min(1).optional().describe(`Separator of a list inside one cell.`),list:listText,table:schemas.g1P(schemas.YjP().min(1),schemas.KCZ([...constant.options,schemas.chJ()])).optional().describe(`Value in the source → value for cidaas; null leaves the field out.`),else:schemas.KCZ([...constant.options,schemas.chJ()]).optional().describe("For values that are not in `table`; without it they make the row invalid."),date:formats.optional().describe("Format of a date: `dd.MM.yyyy`, `iso`, or several of them."),instant:formats.optional().describe("Format of a point in time: `iso`, `epoch`, `epoch-seconds`, `epoch-milliseconds`, `dd.MM.yyyy HH:mm` …"),zone:ref.optional().describe("IANA zone of instants that name no offset: `Europe/Berlin`."),phone:schemas.KCZ([region,schemas.euz(true),schemas.rej({region:region.optional().describe(`Country of numbers without country code, if the record names none.`),country:ref.optional().describe(`Column or path of the country of the number; else that of the address.`)})]).optional().describe(`Turn into E.164; the country of numbers without country code if the record names none, or true.`),namePart:schemas.k5n([`given`,`family`]).optional().describe(`Take the given names or the family name out of a full name (Ida von Berg; Berg, Ida).`),unread:schemas.euz(true).optional().describe(`A value here is not imported, but counted (value.unread).`),uuid5:schemas.OsD(`must be a UUID`).optional().describe(`Turn into a stable UUID: the namespace UUID. Choose it once, never change it.`),opaque:schemas.euz(true).optional().describe(`The value is an id, even if it looks like a password hash (32 hexadecimal digits).`),type:schemas.k5n([`string`,`number`,`boolean`,`list`,`json`]).optional().describe(`Type of a custom field.`),default:constant.optional().describe(`Taken when the source is empty.`),column:schemas.euz(`required`).optional().describe(`A CSV file must have the columns of this rule, whatever the value of source.columns.`),empty:schemas.k5n([`clear`,`refuse`]).optional().describe(`An empty source asks cidaas to clear the field, or makes the row invalid.`)});
const rule=schemas.KCZ([ref,detailed,schemas.YOg(detailed).min(1)]).describe(`A column or path, how the field is made, or several of these: the first that gives a value counts.`);
return{rule,detailed,when,ref}}
function regionSchema(){
return schemas.YjP().regex(/^[A-Z]{2}$/,`must be two capital letters, such as DE`)}
function oneOrMore(item){
return schemas.KCZ([item,schemas.YOg(item).min(1)])}
const NOT_EMPTY=`must not be empty`;
;
function mappingSchemas(){
const{rule,detailed,when,ref}=ruleSchemas();
const rules=shape=>schemas.g1P(schemas.YjP(),schemas.KCZ([rule,schemas.chJ()])).meta({cidaasShape:shape});
const entries=shape=>schemas.YOg(rules(shape)).min(1).nullish();
const source=schemas.rej({format:schemas.k5n(FORMATS).optional().describe("Format of the files, as the input `format`."),records:oneOrMore(ref).optional().describe("Path to the list of records in a JSON document, `data.users`, or to the records of an XML document: `users/user`."),header:schemas.KCZ([schemas.YOg(schemas.YjP()).min(1),schemas.rej({with:schemas.YOg(ref).min(2)})]).optional().describe(`The columns of a CSV file without header; or columns by which a header is found after other lines.`),columns:schemas.k5n([`required`,`optional`,`loose`]).optional().describe(`Whether the columns that this file names must exist, and whether their spelling matters.`),unquote:schemas.YjP().min(1).optional().describe(`Removed from the beginning of every cell, such as '.`),empty:oneOrMore(schemas.YjP().min(1)).optional().describe(`Words that mean an empty value, such as "-".`),nulls:schemas.KCZ([schemas.euz(false),schemas.rej({keep:oneOrMore(ref)})]).optional().describe(`NULL, #NV, ="…" and the like: false reads them as text everywhere, keep in these columns.`)});
const join=schemas.rej({file:oneOrMore(ref).optional().describe(`Path or glob in the workspace.`),source:source.omit({columns:true,nulls:true}).optional().describe(`How these files are built.`),key:schemas.KCZ([ref,detailed]).optional().describe(`Makes the key of a joined record.`),equals:schemas.KCZ([ref,detailed]).optional().describe(`Makes the key of a record of the export.`),many:schemas.zMY().optional().describe(`Many joined records may belong to one record of the export: a list.`)});
const skipRule=schemas.rej({reason:schemas.YjP().min(1).describe(`Shown in the report.`),when});
const{from,first,concat,separator,expr,json,replace}=detailed.shape;
const password=schemas.rej({...{from,first,concat,separator,expr,json,replace},when:when.optional().describe(`Only such users have a password; others are imported without one.`),passwordless:when.optional().describe(`Such users may have no password; of all others it is required.`),algorithm:schemas.KCZ([ref,detailed]).optional().describe(`The algorithm, for a value that does not name its own.`),salt:schemas.KCZ([ref,detailed]).optional().describe(`Column or path of the salt.`),saltEncoding:schemas.k5n([`text`,`hex`,`base64`]).optional().describe(`How the salt is written; text unless given.`),saltPosition:schemas.k5n([`prefix`,`suffix`,`none`]).optional().describe(`The salt of a digest, before or after the password; none: the source uses no salt.`),secret:schemas.YjP().regex(secret_id.dR,`must be a name of letters, digits, _, . and -, never the secret itself`).optional().describe(`Name of a secret of the source (pepper, system salt, cookie key) that goes into its hashes.`),secretPosition:schemas.k5n([`prefix`,`suffix`]).optional().describe(`The secret of a digest, before or after password and salt.`),passwordEncoding:schemas.k5n([`utf8`,`utf16le`,`latin1`]).optional().describe(`How the source turned passwords into bytes.`),iterations:schemas.KCZ([ref,schemas.Whr().min(1),detailed]).optional().describe(`PBKDF2's iterations or bcrypt's cost: a number for all users, or the column or path of one.`),firebase:schemas.rej({rounds:schemas.Whr().min(1).max(64),mem_cost:schemas.Whr().min(1).max(30),base64_salt_separator:schemas.YjP()}).optional().describe(`Password hash parameters of the Firebase project; never its signer key.`),verifier:ref.optional().describe(`Id of the tenant's verifier for hashes that cidaas does not check: CUSTOM_…`),ids:schemas.g1P(schemas.YjP(),ref).optional().describe(`Ids of the tenant, by algorithm.`),optional:schemas.zMY().optional().describe(`Users without a usable hash are imported without a password.`),unproven:schemas.k5n([`canary`,`accept`,`none`]).optional().describe(`Hashes that cidaas checks, of which nothing proves how they were made: an apply needs a password-canary (canary, unless given), or sends them all the same (accept). none: the source is known to hash the password itself.`)});
const severities=schemas.g1P(schemas.YjP(),schemas.k5n([`error`,`warn`,`off`])).describe(`How a problem code is taken: error makes the row invalid.`);
const createOnly=schemas.YOg(ref);
const ignore=schemas.YOg(ref);
const statusSources=schemas.YOg(schemas.rej({any:oneOrMore(ref).describe(`Columns or paths that say who is blocked; the export must have one of them.`),where:oneOrMore(ref).optional().describe(`Only exports that have one of these columns or paths need it.`),only:schemas.euz(`csv`).optional().describe(`JSON leaves it out for users who are not blocked.`),missing:schemas.euz(`warn`).optional().describe(`An export without it is planned with a warning.`),how:schemas.YjP().min(1).describe(`How to export it, for the message: "Export the column status".`)}));
const mapping=schemas.rej({source:source.optional().describe(`How the files of the export are built.`),join:schemas.g1P(schemas.YjP().regex(JOIN_NAME,`is not a name for a join: use up to 32 letters, digits, _ and -, and not each`),schemas.KCZ([join,schemas.chJ()])).optional().describe(`Further files, each under the name that references begin with.`),duplicates:schemas.k5n([`first`,`last`,`error`]).optional().describe(`Which of the rows that hold the same user counts; the first unless given.`),rules:severities.optional(),"allow-admin-groups":schemas.zMY().optional().describe(`Let users become members of groups that administrate the tenant.`),"email-verified":when.nullish().describe(`Holds for users whose e-mail address the source has verified.`),"unverified-email":schemas.k5n([`VERIFIED`,`PENDING`,`skip`]).optional().describe(`What becomes of users whose e-mail address is not verified.`),"phone-region":regionSchema().nullish().describe(`Country of phone numbers without country code, if the record names none: DE.`),"mfa-set-up":when.nullish().describe(`Holds for users who had a second factor, which cannot be imported.`),password:password.nullish().describe(`Password hashes, recognised and carried.`),skip:schemas.YOg(skipRule).nullish().describe(`Records that are not users to migrate; the first rule that holds gives the reason.`),fields:rules(`user`).optional().describe(`cidaas field ← column, path or rule; null takes it out of the preset.`),identities:entries(`identity`).describe(`One entry for each further identity (provider) a user may have.`),groups:entries(`group`).describe(`Memberships; the sub is filled in.`),consents:entries(`consent`).describe(`Consents given or revoked.`),ignore:ignore.optional().describe(`Columns or paths that are not read and are no state of an account, although they look like one.`),"status-source":statusSources.optional().describe(`Where the source says who is blocked: an export without it stops the plan.`),"create-only":createOnly.optional().describe(`Fields that a delta sends for new users and leaves out for users that the tenant has.`)}).describe(`How a record of the export becomes a cidaas user.`);
return{mapping,rule,skipRule,when,source,join,severities,password,createOnly,ignore,statusSources}}
const FORMATS=[`csv`,`ndjson`,`json`,`ldif`,`xml`,`impex`];
const JOIN_NAME=/^(?!each$)[A-Za-z][A-Za-z0-9_-]{0,31}$/;
function mappingJsonSchema(){
const schema=z.toJSONSchema(mappingSchemas().mapping,{io:`input`,reused:`ref`,override:({zodSchema,jsonSchema})=>{
const shape=zodSchema instanceof z.ZodType?zodSchema.meta()?.cidaasShape:undefined;
if(shape===undefined)return;
const rule=jsonSchema.additionalProperties;
delete jsonSchema.cidaasShape;
delete jsonSchema.propertyNames;
if(rule===undefined)return;
const names=fieldNames(shape).filter(name=>name!==`identities`);
jsonSchema.properties=Object.fromEntries(names.map(name=>[name,rule]));
if(shape===`user`)jsonSchema.patternProperties={"^customFields\\..":rule};else jsonSchema.properties={each:{type:`string`,description:EACH},...jsonSchema.properties};
jsonSchema.additionalProperties=false}});
return{title:`Mapping file of cidaas-migrate`,...schema}}
const EACH="Path to a list, or name of a join with many: one entry for each element, which is read as `each`.";
var rule_reader=__webpack_require__(86602);
var parse=__webpack_require__(43852);
var nearest=__webpack_require__(4581);
;
function schemaProblems(schema,value){
const result=parse.xL(schema,value,{reportInput:true});
return result.success?[]:result.error.issues.flatMap(issue=>problemsOf(issue,[],schema))}
function problemsOf(issue,base,schema){
const path=[...base,...issue.path];
const problem=message=>[{path,message}];
switch(issue.code){case`invalid_union`:{
const[meant]=issue.errors.filter(alternative=>!alternative.some(isOtherKind)).sort((a,b)=>a.length-b.length);
return meant?.flatMap(inner=>problemsOf(inner,path,schema))??problem(describeUnion(issue)+constantHint(issue.input,knownKeys(schema,path)))}case`unrecognized_keys`:{
const known=knownKeys(schema,path);
return issue.keys.map(key=>({path:[...path,key],message:`"${key}" is not known here.${(0,nearest.a)(key,known)}`}))}case`invalid_type`:if(issue.input===undefined)return problem(`is missing`);return problem(`must be ${describeType(issue.expected)}${columnHint(issue.input,knownKeys(schema,path))}`);case`too_small`:if(issue.origin===`number`)return problem(`must be ${issue.minimum} or more`);return problem(issue.minimum===1?`must not be empty`:`must have at least ${issue.minimum} entries`);case`too_big`:return problem(issue.origin===`string`?`must have at most ${issue.maximum} characters`:`must be ${issue.maximum} or less`);case`invalid_value`:return problem(`must be ${issue.values.map(value=>`"${String(value)}"`).join(` or `)}`);case`invalid_key`:return issue.issues.flatMap(inner=>problemsOf({...inner,path:[]},path,schema));case`invalid_format`:case`custom`:case`not_multiple_of`:case`invalid_element`:return problem(issue.message)}}
function inFileOrder(problems,name,lineOf){
return problems.map(({path,message})=>({line:lineOf(path),text:[pathText(path),message].filter(part=>part!==``)})).sort((a,b)=>a.line-b.line).map(({line,text})=>`${name}:${line}: ${text.join(`: `).replace(/[^.?]$/,`$&.`)}`)}
function pathText(path){
return path.map((key,index)=>typeof key===`number`?`[${key}]`:(index>0?`.`:``)+String(key)).join(``)}
function isOtherKind(issue){
return issue.path.length===0&&issue.code===`invalid_type`}
function describeUnion(issue){
const kinds=issue.errors.flatMap(alternative=>alternative.flatMap(inner=>inner.code===`invalid_type`&&inner.path.length===0?[describeType(inner.expected)]:[]));
return kinds.length===0?`has the wrong type`:`must be ${[...new Set(kinds)].join(` or `)}`}
function constantHint(given,keys){
const isConstant=typeof given===`number`||typeof given===`boolean`;
return isConstant&&keys.includes(`value`)?`; a constant is written { value: ${given} }`:``}
function columnHint(given,keys){
return typeof given===`string`&&keys.includes(`from`)?`; a column is written { from: ${given} }`:``}
function describeType(expected){
switch(expected){case`record`:case`object`:return`a map of keys`;case`array`:return`a list`;case`string`:return`text`;case`number`:return`a number`;case`int`:return`a whole number`;case`boolean`:return`true or false`;default:return expected}}
function knownKeys(schema,path){
return schemasAt(schema,path).flatMap(found=>found instanceof schemas.bvH?Object.keys(found.shape):[])}
function schemasAt(schema,path){
if(schema instanceof schemas.IiU||schema instanceof schemas.l1C)return schemasAt(schema.unwrap(),path);
if(schema instanceof schemas.fZ7)return schema.options.flatMap(option=>schemasAt(option,path));
const[key,...rest]=path;
if(key===undefined)return[schema];
if(schema instanceof schemas.naA)return schemasAt(schema.element,rest);
if(schema instanceof schemas.b8S)return schemasAt(schema.valueType,rest);
const inner=schema instanceof schemas.bvH?schema.shape[String(key)]:undefined;
return inner===undefined?[]:schemasAt(inner,rest)}
var source_layout=__webpack_require__(16195);
var cell_reading=__webpack_require__(219);
;
function sourceParts(raw,addProblem){
const{format,records,header,unquote,empty}=raw;
const nulls=`nulls`in raw?raw.nulls:undefined;
return{...format!==undefined&&{format},...records!==undefined&&{records:listOf(records).map(path=>listPath(path,addProblem))},...header!==undefined&&{header:headerOf(header)},...unquote!==undefined&&{unquote},...empty!==undefined&&{emptyWords:listOf(empty)},...nulls!==undefined&&{nullMarks:nulls!==false,keep:nulls===false?[]:listOf(nulls.keep)}}}
function layoutOf(parts){
return{format:parts.format??source_layout.zR.format,records:parts.records??source_layout.zR.records,header:parts.header??source_layout.zR.header}}
function cellsOf(parts){
const{unquote,emptyWords,nullMarks,keep}={...cell_reading.P,...parts};
return{unquote,emptyWords,nullMarks,keep}}
function listOf(oneOrMore){
return Array.isArray(oneOrMore)?oneOrMore:[oneOrMore]}
function headerOf(header){
return Array.isArray(header)?{kind:`named`,columns:header}:{kind:`with`,columns:header.with}}
function listPath(text,addProblem){
if(text.includes(`/`))return elementPath(text,addProblem);
const steps=text.split(`.`).flatMap(part=>part.endsWith(`[]`)?[part.slice(0,-2),`[]`]:[part]);
const path=steps[0]===``?steps.slice(1):steps;
if(path.length===0||path.at(-1)===`[]`||path.some(step=>!/^(?:\[\]|[^[\]"'*$]+)$/.test(step)))addProblem([`records`],`"${text}" does not lead to a list: write data.users, or orgs[].users for the users of every element`);
return path}
function elementPath(text,addProblem){
const path=text.split(`/`);
if(path.some(name=>!/^[^\s<>"'=&@[\]]+$/.test(name)))addProblem([`records`],`"${text}" is not a path of elements: write it from the root, such as users/user`);
return path}
;
function unindentedKeys(value,known){
const problems=[];
let block=``;
let lost=[];
const close=()=>{
const[first]=lost;
if(first===undefined)return;
const isOne=lost.length===1;
const message=`${lost.map(key=>`"${key}"`).join(`, `)} ${isOne?`belongs`:`belong`} to ${block}, but ${isOne?`its line is`:`their lines are`} not indented. Begin ${isOne?`it`:`each of them`} with two spaces`;
problems.push({path:[first],message});
lost=[]};
for(const[key,inner]of Object.entries(value)){
if(known.has(key)){
close();
block=inner===null||key===`fields`?key:``}else if(value[block]===null)lost.push(key);else if(block===`fields`&&(0,cidaas_fields.UI)(`user`,key)!==undefined)lost.push(key)}
close();
return problems}
var yaml_lines=__webpack_require__(4677);
;
function readParts(text,name,changesPreset){
const yaml=(0,yaml_lines.g)(text.replace(/^\uFEFF/,``));
if(yaml.errors.length>0){
throw new input_error.d(yaml.errors.map(({line,message})=>`${name}:${line}: ${message.replace(/\.?$/,`.`)}`))}
const value=changesPreset?yaml.value??{}:yaml.value;
if(value===null)throw new input_error.d([`${name}: the file is empty. \`cidaas-migrate init\` proposes a first mapping for an export.`]);
if(!(0,json_object.Qd)(value))throw new input_error.d([`${name}:1: a mapping file must have the key fields or identities.`]);
const unindented=unindentedKeys(value,new Set(Object.keys(mappingSchemas().mapping.shape)));
if(unindented.length>0)throw new input_error.d(unindented.map(({path,message})=>`${name}:${yaml.lineOf(path)}: ${message}.`));
const reader=new PartsReader(value,name,yaml.lineOf,changesPreset);
const parts=reader.read();
if(reader.problems.length>0)throw new input_error.d(inFileOrder(reader.problems,name,yaml.lineOf));
return parts}
const SCHEMAS=mappingSchemas();
const KEY_FIELD={type:`text`,level:`account`,clearable:false};
class PartsReader{
problems;
#value;
#name;
#lineOf;
#mayRemove;
#presence;
#ruleLines={};
constructor(value,name,lineOf,mayRemove){
this.#value=value;
this.#name=name;
this.#lineOf=lineOf;
this.#mayRemove=mayRemove;
this.#presence=SCHEMAS.source.safeParse(value.source).data?.columns??`required`;
this.problems=schemaProblems(SCHEMAS.mapping,value)}
read(){
const{data}=SCHEMAS.mapping.safeParse(this.#value);
const source=SCHEMAS.source.safeParse(this.#value.source).data;
return{source:source===undefined?{}:sourceParts(source,this.#context(`source`).addProblem),joins:this.#joins(),severities:this.#severities(),fields:this.#rules(this.#value.fields,`user`,[`fields`]),duplicates:data?.duplicates,allowAdminGroups:data?.[`allow-admin-groups`],emailVerified:this.#condition(`email-verified`),unverifiedEmail:data?.[`unverified-email`],mfaSetUp:this.#condition(`mfa-set-up`),phoneRegion:this.#unlessNull(this.#value[`phone-region`],[`phone-region`],()=>{
const region=data?.[`phone-region`];
return region==null?null:{region,at:this.#context(`phone-region`).at()}}),password:this.#unlessNull(this.#value.password,[`password`],raw=>{
const password=SCHEMAS.password.safeParse(raw).data;
return password===undefined?{}:(0,password_rule.ck)(password,this.#context(`password`))}),skip:this.#unlessNull(this.#value.skip,[`skip`],raw=>this.#skips(raw)),identities:this.#entries(`identities`,`identity`),groups:this.#entries(`groups`,`group`),consents:this.#entries(`consents`,`consent`),ignore:SCHEMAS.ignore.safeParse(this.#value.ignore).data??[],statusSources:this.#statusSources(),createOnly:this.#createOnly(),ruleLines:this.#ruleLines}}
#createOnly(){
const listed=SCHEMAS.createOnly.safeParse(this.#value[`create-only`]).data;
for(const[index,field]of(listed??[]).entries()){
const{addProblem}=this.#context(`create-only`,index);
if((0,cidaas_fields.UI)(`user`,field)===undefined)addProblem([],(0,cidaas_fields.wE)(`user`,field));else if(field===`sub`)addProblem([],`sub cannot be create-only: it identifies the user`);else if(field.startsWith(`password_hash_info.`))addProblem([],`${field} cannot be create-only: a delta sends a password only when it changed in the source`)}
return listed}
#statusSources(){
const listed=SCHEMAS.statusSources.safeParse(this.#value[`status-source`]).data;
return listed?.map(({any,where=[],only=null,missing,how},index)=>{
const{at}=this.#context(`status-source`,index);
const presence=this.#presence===`loose`?`loose`:`optional`;
const ref=text=>({text,at:at(),presence});
return{at:at(),any:listOf(any).map(ref),where:listOf(where).map(ref),only,missing:missing??`stop`,how}})}
#context(...path){
return{at:(...inner)=>`${this.#name}:${this.#lineOf([...path,...inner])}`,addProblem:(inner,message)=>this.problems.push({path:[...path,...inner],message}),presence:this.#presence,field:null}}
#unlessNull(raw,path,make){
if(raw===undefined)return undefined;
if(raw!==null)return make(raw);
if(!this.#mayRemove)this.#context(...path).addProblem([],`is empty; null can only remove what a preset has`);
return null}
#rules(raw,shape,path){
const made=new Map;
for(const[key,value]of Object.entries((0,json_object.Qd)(raw)?raw:{})){
const context=this.#context(...path,key);
const field=(0,cidaas_fields.UI)(shape,key);
if(field===undefined)context.addProblem([],(0,cidaas_fields.wE)(shape,key));else if(field.type===`identities`)context.addProblem([],"goes next to `fields`, as a list of entries");
const rule=this.#unlessNull(value,[...path,key],()=>SCHEMAS.rule.safeParse(value).data);
if(field===undefined||rule===undefined)continue;
const read=rule===null?null:(0,rule_reader.dH)(field,rule,context);
made.set(key,read);
if(rule===null||read===null)continue;
if(shape===`user`&&key===`provider`&&!(0,field_rule.V)(read).every(givesOwnWord))context.addProblem([],NO_PROVIDER);
this.#ruleLines[fieldPath(path,key)]=this.#lineOf([...path,key,0])}
return made}
#entries(key,shape){
return this.#unlessNull(this.#value[key],[key],raw=>(Array.isArray(raw)?raw:[]).map((entry,index)=>{
const{each,...fields}=(0,json_object.Qd)(entry)?entry:{};
const rules=[...this.#rules(fields,shape,[key,index]).values()].filter(rule=>rule!==null);
const{at,presence}=this.#context(key,index,`each`);
return{each:typeof each===`string`?{text:each,at:at(),presence,field:null}:null,rules}}))}
#condition(key){
return this.#unlessNull(this.#value[key],[key],raw=>{
const{data}=SCHEMAS.when.safeParse(raw);
return data===undefined?null:(0,rule_reader.sK)(data,[],this.#context(key))})}
#skips(raw){
return(Array.isArray(raw)?raw:[]).flatMap((each,index)=>{
const{data}=SCHEMAS.skipRule.safeParse(each);
if(data===undefined)return[];
return[{reason:data.reason,when:(0,rule_reader.sK)(data.when,[`when`],this.#context(`skip`,index))}]})}
#joins(){
const joins=Object.entries((0,json_object.Qd)(this.#value.join)?this.#value.join:{});
return new Map(joins.map(([name,raw])=>[name,this.#unlessNull(raw,[`join`,name],()=>this.#join(name,raw))??null]))}
#join(name,raw){
const{file,source,many,key,equals}=SCHEMAS.join.safeParse(raw).data??{};
const rule=(end,given)=>{
const field={...KEY_FIELD,name:`join.${name}.${end}`,path:[end]};
const context=this.#context(`join`,name,end);
const made=given===undefined?undefined:(0,rule_reader.dH)(field,given,context);
if(made?.source.kind===`expr`)context.addProblem([`expr`],`cannot make the key of a join`);
return made};
const[keyRule,equalsRule]=[rule(`key`,key),rule(`equals`,equals)];
return{at:this.#context(`join`,name).at(),...file!==undefined&&{files:listOf(file)},...source!==undefined&&{source:sourceParts(source,this.#context(`join`,name,`source`).addProblem)},...many!==undefined&&{many},...keyRule!==undefined&&{key:keyRule},...equalsRule!==undefined&&{equals:equalsRule}}}
#severities(){
const{data}=SCHEMAS.severities.safeParse(this.#value.rules);
return new Map(Object.entries(data??{}).map(([code,severity])=>[code,{severity,at:this.#context(`rules`,code).at()}]))}}
function givesOwnWord({source,change}){
return source.kind===`value`||change?.kind===`table`}
const NO_PROVIDER=`needs a table from words of the source to providers of the tenant, because nobody can log in with a provider that the tenant does not have`;
function fieldPath([list,index],field){
return index===undefined?field:`${String(list)}[${String(index)}].${field}`}
;
function parseMapping(text,name,preset=null){
const own=readParts(text,name,preset!==null);
const prepared=preset===null?null:readParts(preset.text,preset.name,false);
const parts=prepared===null?own:mergeParts(prepared,own);
const problems=unfinishedJoins(parts,prepared);
const mapping=complete(parts,{name,text,preset});
problems.push(...contradictions(mapping));
if(problems.length>0)throw new input_error.d(problems);
return mapping}
function complete(parts,written){
const joins=[...parts.joins].flatMap(([join,joinParts])=>completeJoin(join,joinParts));
return{name:written.name,layout:layoutOf(parts.source),cells:cellsOf(parts.source),joins,unusedJoins:[...parts.joins.keys()].filter(join=>!joins.some(each=>each.name===join)),duplicates:parts.duplicates??`first`,severities:parts.severities,allowAdminGroups:parts.allowAdminGroups??false,emailVerified:parts.emailVerified??null,unverifiedEmail:parts.unverifiedEmail??`VERIFIED`,mfaSetUp:parts.mfaSetUp??null,phoneRegion:parts.phoneRegion??null,password:parts.password?(0,password_rule.pD)(parts.password):null,unproven:parts.password?.unproven??`canary`,skip:parts.skip??[],fields:[...parts.fields.values()].filter(rule=>rule!==null),identities:parts.identities??[],groups:parts.groups??[],consents:parts.consents??[],ignore:parts.ignore,statusSources:parts.statusSources??[],createOnly:parts.createOnly??null,ruleLines:parts.ruleLines,written}}
function completeJoin(name,join){
if(join?.files===undefined||join.key===undefined||join.equals===undefined)return[];
const{at,files,source={},key,equals,many=false}=join;
return[{name,at,files,layout:layoutOf(source),cells:cellsOf(source),key,equals,many}]}
function unfinishedJoins({joins},prepared){
return[...joins].flatMap(([name,join])=>{
if(join===null||join===prepared?.joins.get(name))return[];
const missing=[join.files===undefined?`file`:``,join.key===undefined?`key`:``,join.equals===undefined?`equals`:``].filter(key=>key!==``);
return missing.length===0?[]:[`${join.at}: join.${name}: needs ${missing.join(` and `)}.`]})}
function contradictions({name,fields,identities,consents,password}){
const byHand=password===null?undefined:fields.find(({field})=>field.startsWith(`password_hash_info.`));
if(byHand!==undefined)return[`${byHand.at}: fields.${byHand.field}: is filled by \`password\` too: remove one of the two.`];
const consentsField=consents.length===0?undefined:fields.find(({field})=>field===`consents`);
if(consentsField!==undefined)return[`${consentsField.at}: fields.consents: is filled by the block \`consents\` too: remove one of the two.`];
const secret=password===null?null:(0,password_rule.oR)(password);
if(secret!==null)return[secret];
if(fields.length>0||identities.length>0)return[];
return[`${name}:1: a mapping must fill at least one field: add \`fields\` or \`identities\`.`]}}),4677:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{g:()=>readYaml});
var dist=__webpack_require__(38815);
;
const MAX_TOKENS=2e5;
function outlineProblem(text){
let tokens=0;
let line=1;
for(const token of new dist.JG().lex(text)){
tokens+=1;
if(tokens>MAX_TOKENS)return{line,message:`the file has too many words and signs: is it a mapping? Put long tables into a join`};
for(let at=token.indexOf(`
`);at>=0;at=token.indexOf(`
`,at+1))line+=1}
return null}
;
const MAX_NODES=5e4;
const MAX_DEPTH=32;
const MAX_TEXT=1024*1024;
const MAX_ERRORS=100;
const TOO_DEEP=`values are nested too deeply`;
function readYaml(text){
if(text.length>MAX_TEXT)return unreadable(1,`the file has more than a million characters: is it a mapping?`);
const outline=outlineProblem(text);
if(outline!==null)return unreadable(outline.line,outline.message);
const counter=new dist.HN;
const document=(0,dist.Tp)(text,{lineCounter:counter,prettyErrors:false,version:`1.2`,uniqueKeys:false});
const overflow=document.errors.find(({code})=>code===`RESOURCE_EXHAUSTION`);
if(overflow!==undefined)return unreadable(counter.linePos(overflow.pos[0]).line,TOO_DEEP);
const reader=new ValueReader(document,counter);
const errors=document.errors.slice(0,MAX_ERRORS).map(error=>({line:counter.linePos(error.pos[0]).line,message:messageOf(error)}));
if(errors.length>0)return{value:undefined,lineOf:()=>1,errors};
const value=reader.read();
const lineOf=path=>{
let place=reader.places;
for(const key of path){
const inner=place.inner.get(typeof key===`symbol`?key:String(key));
if(inner===undefined)break;
place=inner}
return place.line};
return{value:reader.errors.length===0?value:undefined,lineOf,errors:reader.errors}}
class ValueReader{
errors=[];
places;
#document;
#counter;
#anchors=new Map;
#nodes=0;
constructor(document,counter){
this.#document=document;
this.#counter=counter;
this.places={line:this.#lineAt(document.contents)??1,inner:new Map}}
read(){
return this.#value(this.#document.contents,this.places,0)}
#lineAt(node){
const range=(0,dist.Ll)(node)?node.range:undefined;
return range?this.#counter.linePos(range[0]).line:undefined}
#fail(node,message){
if(this.errors.length<MAX_ERRORS)this.errors.push({line:this.#lineAt(node)??1,message});
return undefined}
#value(node,place,depth){
this.#nodes+=1;
if(this.#nodes>MAX_NODES){
if(this.#nodes===MAX_NODES+1)this.#fail(node,`the file expands to too many values; use fewer values and aliases`);
return undefined}
if(depth>MAX_DEPTH)return this.#fail(node,TOO_DEEP);
if((0,dist.Vj)(node)){
const target=this.#anchors.get(node.source);
return target===undefined?this.#fail(node,`an alias refers to an unknown anchor`):this.#value(target,place,depth+1)}
if((0,dist.Ll)(node)&&`anchor`in node&&node.anchor!==undefined)this.#anchors.set(node.anchor,node);
if((0,dist.jn)(node))return scalar(node);
if((0,dist.oP)(node))return node.items.map((item,index)=>{
const line=this.#lineAt(item)??place.line;
return this.#value(item,inside(place,String(index),line),depth+1)});
if(!(0,dist.jh)(node))return null;
const object={};
for(const pair of node.items){
if(!(0,dist.jn)(pair.key)){
this.#fail(pair.key,`a key must be plain text`);
continue}
if(pair.key.anchor!==undefined)this.#anchors.set(pair.key.anchor,pair.key);
const name=pair.key.source??String(pair.key.value);
if(Object.hasOwn(object,name))this.#fail(pair.key,`the key "${name}" appears twice`);
const line=this.#lineAt(pair.key)??place.line;
Object.defineProperty(object,name,{value:this.#value(pair.value,inside(place,name,line),depth+1),enumerable:true,configurable:true,writable:true})}
return object}}
function inside(place,key,line){
const made={line,inner:new Map};
place.inner.set(key,made);
return made}
function messageOf({code,message}){
if(code===`MULTIPLE_DOCS`)return`a second document begins here: a mapping is one document, so remove the line ---`;
return code===`RESOURCE_EXHAUSTION`?TOO_DEEP:message}
function unreadable(line,message){
return{value:undefined,lineOf:()=>line,errors:[{line,message}]}}
function scalar(node){
const{value,source}=node;
if(typeof value===`number`||typeof value===`bigint`){
return source!==undefined&&String(value)!==source?source:Number(value)}
if(typeof value===`boolean`)return source!==undefined&&String(value)!==source?source:value;
return value}})};