export const id=3625;
export const ids=[3625];
export const modules={18415:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.CsvFormatterStream=void 0;
const stream_1=__webpack_require__(2203);
const formatter_1=__webpack_require__(92304);
class CsvFormatterStream extends stream_1.Transform{
formatterOptions;
rowFormatter;
hasWrittenBOM=false;
constructor(formatterOptions){
super({writableObjectMode:formatterOptions.objectMode});
this.formatterOptions=formatterOptions;
this.rowFormatter=new formatter_1.RowFormatter(formatterOptions);
this.hasWrittenBOM=!formatterOptions.writeBOM}
transform(transformFunction){
this.rowFormatter.rowTransform=transformFunction;
return this}
_transform(row,encoding,cb){
let cbCalled=false;
try{
if(!this.hasWrittenBOM){
this.push(this.formatterOptions.BOM);
this.hasWrittenBOM=true}
this.rowFormatter.format(row,(err,rows)=>{
if(err){
cbCalled=true;
return cb(err)}
if(rows){
rows.forEach(r=>{
this.push(Buffer.from(r,`utf8`))})}
cbCalled=true;
return cb()})}catch(e){
if(cbCalled){
throw e}
cb(e)}}
_flush(cb){
this.rowFormatter.finish((err,rows)=>{
if(err){
return cb(err)}
if(rows){
rows.forEach(r=>{
this.push(Buffer.from(r,`utf8`))})}
return cb()})}}
exports.CsvFormatterStream=CsvFormatterStream}),20745:((__unused_webpack_module,exports)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.FormatterOptions=void 0;
class FormatterOptions{
objectMode=true;
delimiter=`,`;
rowDelimiter=`
`;
quote=`"`;
escape=this.quote;
quoteColumns=false;
quoteHeaders=this.quoteColumns;
headers=null;
includeEndRowDelimiter=false;
transform;
shouldWriteHeaders;
writeBOM=false;
escapedQuote;
BOM=`﻿`;
alwaysWriteHeaders=false;
constructor(opts={}){
Object.assign(this,opts||{});
if(typeof opts?.quoteHeaders===`undefined`){
this.quoteHeaders=this.quoteColumns}
if(opts?.quote===true){
this.quote=`"`}else if(opts?.quote===false){
this.quote=``}
if(typeof opts?.escape!==`string`){
this.escape=this.quote}
this.shouldWriteHeaders=!!this.headers&&(opts.writeHeaders??true);
this.headers=Array.isArray(this.headers)?this.headers:null;
this.escapedQuote=`${this.escape}${this.quote}`}}
exports.FormatterOptions=FormatterOptions}),78224:((__unused_webpack_module,exports)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.FieldFormatter=void 0;
const escapeRegExp=value=>{
return value.replace(/[.*+?^${}()|[\]\\]/g,`\\$&`)};
class FieldFormatter{
formatterOptions;
_headers=null;
REPLACE_REGEXP;
ESCAPE_REGEXP;
constructor(formatterOptions){
this.formatterOptions=formatterOptions;
if(formatterOptions.headers!==null){
this.headers=formatterOptions.headers}
this.REPLACE_REGEXP=new RegExp(formatterOptions.quote,`g`);
const escapePattern=`[${formatterOptions.delimiter}${escapeRegExp(formatterOptions.rowDelimiter)}|\r|\n]`;
this.ESCAPE_REGEXP=new RegExp(escapePattern)}
set headers(headers){
this._headers=headers}
shouldQuote(fieldIndex,isHeader){
const quoteConfig=isHeader?this.formatterOptions.quoteHeaders:this.formatterOptions.quoteColumns;
if(typeof quoteConfig===`boolean`){
return quoteConfig}
if(Array.isArray(quoteConfig)){
return quoteConfig[fieldIndex]}
if(this._headers!==null){
return quoteConfig[this._headers[fieldIndex]]}
return false}
format(field,fieldIndex,isHeader){
const preparedField=`${field??``}`.replace(/\0/g,``);
const{formatterOptions}=this;
if(formatterOptions.quote!==``){
const shouldEscape=preparedField.indexOf(formatterOptions.quote)!==-1;
if(shouldEscape){
return this.quoteField(preparedField.replace(this.REPLACE_REGEXP,formatterOptions.escapedQuote))}}
const hasEscapeCharacters=preparedField.search(this.ESCAPE_REGEXP)!==-1;
if(hasEscapeCharacters||this.shouldQuote(fieldIndex,isHeader)){
return this.quoteField(preparedField)}
return preparedField}
quoteField(field){
const{quote}=this.formatterOptions;
return`${quote}${field}${quote}`}}
exports.FieldFormatter=FieldFormatter}),34196:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.RowFormatter=void 0;
const FieldFormatter_1=__webpack_require__(78224);
const types_1=__webpack_require__(88628);
class RowFormatter{
static isRowHashArray(row){
if(Array.isArray(row)){
return Array.isArray(row[0])&&row[0].length===2}
return false}
static isRowArray(row){
return Array.isArray(row)&&!this.isRowHashArray(row)}
static gatherHeaders(row){
if(RowFormatter.isRowHashArray(row)){
return row.map(it=>{
return it[0]})}
if(Array.isArray(row)){
return row}
return Object.keys(row)}
static createTransform(transformFunction){
if((0,types_1.isSyncTransform)(transformFunction)){
return(row,cb)=>{
let transformedRow=null;
try{
transformedRow=transformFunction(row)}catch(e){
return cb(e)}
return cb(null,transformedRow)}}
return(row,cb)=>{
transformFunction(row,cb)}}
formatterOptions;
fieldFormatter;
shouldWriteHeaders;
_rowTransform;
headers;
hasWrittenHeaders;
rowCount=0;
constructor(formatterOptions){
this.formatterOptions=formatterOptions;
this.fieldFormatter=new FieldFormatter_1.FieldFormatter(formatterOptions);
this.headers=formatterOptions.headers;
this.shouldWriteHeaders=formatterOptions.shouldWriteHeaders;
this.hasWrittenHeaders=false;
if(this.headers!==null){
this.fieldFormatter.headers=this.headers}
if(formatterOptions.transform){
this.rowTransform=formatterOptions.transform}}
set rowTransform(transformFunction){
if(typeof transformFunction!==`function`){
throw new TypeError(`The transform should be a function`)}
this._rowTransform=RowFormatter.createTransform(transformFunction)}
format(row,cb){
this.callTransformer(row,(err,transformedRow)=>{
if(err){
return cb(err)}
if(!row){
return cb(null)}
const rows=[];
if(transformedRow){
const{shouldFormatColumns,headers}=this.checkHeaders(transformedRow);
if(this.shouldWriteHeaders&&headers&&!this.hasWrittenHeaders){
rows.push(this.formatColumns(headers,true));
this.hasWrittenHeaders=true}
if(shouldFormatColumns){
const columns=this.gatherColumns(transformedRow);
rows.push(this.formatColumns(columns,false))}}
return cb(null,rows)})}
finish(cb){
const rows=[];
if(this.formatterOptions.alwaysWriteHeaders&&this.rowCount===0){
if(!this.headers){
return cb(new Error("`alwaysWriteHeaders` option is set to true but `headers` option not provided."))}
rows.push(this.formatColumns(this.headers,true))}
if(this.formatterOptions.includeEndRowDelimiter){
rows.push(this.formatterOptions.rowDelimiter)}
return cb(null,rows)}
checkHeaders(row){
if(this.headers){
return{shouldFormatColumns:true,headers:this.headers}}
const headers=RowFormatter.gatherHeaders(row);
this.headers=headers;
this.fieldFormatter.headers=headers;
if(!this.shouldWriteHeaders){
return{shouldFormatColumns:true,headers:null}}
if(Array.isArray(row)&&headers.every((header,i)=>{
return header===row[i]})){
return{shouldFormatColumns:false,headers}}
return{shouldFormatColumns:true,headers}}
gatherColumns(row){
if(this.headers===null){
throw new Error(`Headers is currently null`)}
if(!Array.isArray(row)){
return this.headers.map(header=>{
return row[header]})}
if(RowFormatter.isRowHashArray(row)){
return this.headers.map((header,i)=>{
const col=row[i];
if(col){
return col[1]}
return``})}
if(RowFormatter.isRowArray(row)&&!this.shouldWriteHeaders){
return row}
return this.headers.map((header,i)=>{
return row[i]})}
callTransformer(row,cb){
if(!this._rowTransform){
return cb(null,row)}
return this._rowTransform(row,cb)}
formatColumns(columns,isHeadersRow){
const formattedCols=columns.map((field,i)=>{
return this.fieldFormatter.format(field,i,isHeadersRow)}).join(this.formatterOptions.delimiter);
const{rowCount}=this;
this.rowCount+=1;
if(rowCount){
return[this.formatterOptions.rowDelimiter,formattedCols].join(``)}
return formattedCols}}
exports.RowFormatter=RowFormatter}),92304:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.FieldFormatter=exports.RowFormatter=void 0;
var RowFormatter_1=__webpack_require__(34196);
Object.defineProperty(exports,"RowFormatter",{enumerable:true,get:function(){
return RowFormatter_1.RowFormatter}});
var FieldFormatter_1=__webpack_require__(78224);
Object.defineProperty(exports,"FieldFormatter",{enumerable:true,get:function(){
return FieldFormatter_1.FieldFormatter}})}),80301:(function(__unused_webpack_module,exports,__webpack_require__){
var __createBinding=this&&this.__createBinding||(Object.create?(function(o,m,k,k2){
if(k2===undefined)k2=k;
var desc=Object.getOwnPropertyDescriptor(m,k);
if(!desc||(`get`in desc?!m.__esModule:desc.writable||desc.configurable)){
desc={enumerable:true,get:function(){
return m[k]}}}
Object.defineProperty(o,k2,desc)}):(function(o,m,k,k2){
if(k2===undefined)k2=k;
o[k2]=m[k]}));
var __setModuleDefault=this&&this.__setModuleDefault||(Object.create?(function(o,v){
Object.defineProperty(o,"default",{enumerable:true,value:v})}):function(o,v){
o[`default`]=v});
var __importStar=this&&this.__importStar||(function(){
var ownKeys=function(o){
ownKeys=Object.getOwnPropertyNames||function(o){
var ar=[];
for(var k in o)if(Object.prototype.hasOwnProperty.call(o,k))ar[ar.length]=k;
return ar};
return ownKeys(o)};
return function(mod){
if(mod&&mod.__esModule)return mod;
var result={};
if(mod!=null){
for(var k=ownKeys(mod),i=0;i<k.length;i++)if(k[i]!=="default")__createBinding(result,mod,k[i])}
__setModuleDefault(result,mod);
return result}})();
var __exportStar=this&&this.__exportStar||function(m,exports){
for(var p in m)if(p!=="default"&&!Object.prototype.hasOwnProperty.call(exports,p))__createBinding(exports,m,p)};
Object.defineProperty(exports,"__esModule",{value:true});
exports.writeToPath=exports.writeToString=exports.writeToBuffer=exports.writeToStream=exports.write=exports.format=exports.FormatterOptions=exports.CsvFormatterStream=void 0;
const util_1=__webpack_require__(39023);
const stream_1=__webpack_require__(2203);
const fs=__importStar(__webpack_require__(79896));
const FormatterOptions_1=__webpack_require__(20745);
const CsvFormatterStream_1=__webpack_require__(18415);
__exportStar(__webpack_require__(88628),exports);
var CsvFormatterStream_2=__webpack_require__(18415);
Object.defineProperty(exports,"CsvFormatterStream",{enumerable:true,get:function(){
return CsvFormatterStream_2.CsvFormatterStream}});
var FormatterOptions_2=__webpack_require__(20745);
Object.defineProperty(exports,"FormatterOptions",{enumerable:true,get:function(){
return FormatterOptions_2.FormatterOptions}});
const format=options=>{
return new CsvFormatterStream_1.CsvFormatterStream(new FormatterOptions_1.FormatterOptions(options))};
exports.format=format;
const write=(rows,options)=>{
const csvStream=(0,exports.format)(options);
const promiseWrite=(0,util_1.promisify)((row,cb)=>{
csvStream.write(row,cb)});
rows.reduce((prev,row)=>{
return prev.then(()=>{
return promiseWrite(row)})},Promise.resolve()).then(()=>{
csvStream.end()}).catch(err=>{
csvStream.emit(`error`,err)});
return csvStream};
exports.write=write;
const writeToStream=(ws,rows,options)=>{
return(0,exports.write)(rows,options).pipe(ws)};
exports.writeToStream=writeToStream;
const writeToBuffer=(rows,opts={})=>{
const buffers=[];
const ws=new stream_1.Writable({write(data,enc,writeCb){
buffers.push(data);
writeCb()}});
return new Promise((res,rej)=>{
ws.on(`error`,rej).on(`finish`,()=>{
return res(Buffer.concat(buffers))});
(0,exports.write)(rows,opts).pipe(ws)})};
exports.writeToBuffer=writeToBuffer;
const writeToString=(rows,options)=>{
return(0,exports.writeToBuffer)(rows,options).then(buffer=>{
return buffer.toString()})};
exports.writeToString=writeToString;
const writeToPath=(path,rows,options)=>{
const stream=fs.createWriteStream(path,{encoding:`utf8`});
return(0,exports.write)(rows,options).pipe(stream)};
exports.writeToPath=writeToPath}),88628:((__unused_webpack_module,exports)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.isSyncTransform=void 0;
const isSyncTransform=transform=>{
return transform.length===1};
exports.isSyncTransform=isSyncTransform}),5966:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.CsvParserStream=void 0;
const string_decoder_1=__webpack_require__(13193);
const stream_1=__webpack_require__(2203);
const transforms_1=__webpack_require__(13383);
const parser_1=__webpack_require__(13973);
class CsvParserStream extends stream_1.Transform{
parserOptions;
decoder;
parser;
headerTransformer;
rowTransformerValidator;
lines=``;
rowCount=0;
parsedRowCount=0;
parsedLineCount=0;
endEmitted=false;
headersEmitted=false;
constructor(parserOptions){
super({objectMode:parserOptions.objectMode});
this.parserOptions=parserOptions;
this.parser=new parser_1.Parser(parserOptions);
this.headerTransformer=new transforms_1.HeaderTransformer(parserOptions);
this.decoder=new string_decoder_1.StringDecoder(parserOptions.encoding);
this.rowTransformerValidator=new transforms_1.RowTransformerValidator}
get hasHitRowLimit(){
return this.parserOptions.limitRows&&this.rowCount>=this.parserOptions.maxRows}
get shouldEmitRows(){
return this.parsedRowCount>this.parserOptions.skipRows}
get shouldSkipLine(){
return this.parsedLineCount<=this.parserOptions.skipLines}
transform(transformFunction){
this.rowTransformerValidator.rowTransform=transformFunction;
return this}
validate(validateFunction){
this.rowTransformerValidator.rowValidator=validateFunction;
return this}
emit(event,...rest){
if(event===`end`){
if(!this.endEmitted){
this.endEmitted=true;
super.emit(`end`,this.rowCount)}
return false}
return super.emit(event,...rest)}
_transform(data,encoding,done){
if(this.hasHitRowLimit){
return done()}
const wrappedCallback=CsvParserStream.wrapDoneCallback(done);
try{
const{lines}=this;
const newLine=lines+this.decoder.write(data);
const rows=this.parse(newLine,true);
return this.processRows(rows,wrappedCallback)}catch(e){
return wrappedCallback(e)}}
_flush(done){
const wrappedCallback=CsvParserStream.wrapDoneCallback(done);
if(this.hasHitRowLimit){
return wrappedCallback()}
try{
const newLine=this.lines+this.decoder.end();
const rows=this.parse(newLine,false);
return this.processRows(rows,wrappedCallback)}catch(e){
return wrappedCallback(e)}}
parse(data,hasMoreData){
if(!data){
return[]}
const{line,rows}=this.parser.parse(data,hasMoreData);
this.lines=line;
return rows}
processRows(rows,cb){
const rowsLength=rows.length;
const iterate=i=>{
const callNext=err=>{
if(err){
return cb(err)}
if(i%100===0){
setImmediate(()=>{
return iterate(i+1)});
return undefined}
return iterate(i+1)};
this.checkAndEmitHeaders();
if(i>=rowsLength||this.hasHitRowLimit){
return cb()}
this.parsedLineCount+=1;
if(this.shouldSkipLine){
return callNext()}
const row=rows[i];
this.rowCount+=1;
this.parsedRowCount+=1;
const nextRowCount=this.rowCount;
return this.transformRow(row,(err,transformResult)=>{
if(err){
this.rowCount-=1;
return callNext(err)}
if(!transformResult){
return callNext(new Error(`expected transform result`))}
if(!transformResult.isValid){
this.emit(`data-invalid`,transformResult.row,nextRowCount,transformResult.reason)}else if(transformResult.row){
return this.pushRow(transformResult.row,callNext)}
return callNext()})};
iterate(0)}
transformRow(parsedRow,cb){
try{
this.headerTransformer.transform(parsedRow,(err,withHeaders)=>{
if(err){
return cb(err)}
if(!withHeaders){
return cb(new Error(`Expected result from header transform`))}
if(!withHeaders.isValid){
if(this.shouldEmitRows){
return cb(null,{isValid:false,row:parsedRow})}
return this.skipRow(cb)}
if(withHeaders.row){
if(this.shouldEmitRows){
return this.rowTransformerValidator.transformAndValidate(withHeaders.row,cb)}
return this.skipRow(cb)}
this.rowCount-=1;
this.parsedRowCount-=1;
return cb(null,{row:null,isValid:true})})}catch(e){
cb(e)}}
checkAndEmitHeaders(){
if(!this.headersEmitted&&this.headerTransformer.headers){
this.headersEmitted=true;
this.emit(`headers`,this.headerTransformer.headers)}}
skipRow(cb){
this.rowCount-=1;
return cb(null,{row:null,isValid:true})}
pushRow(row,cb){
try{
if(!this.parserOptions.objectMode){
this.push(JSON.stringify(row))}else{
this.push(row)}
cb()}catch(e){
cb(e)}}
static wrapDoneCallback(done){
let errorCalled=false;
return(err,...args)=>{
if(err){
if(errorCalled){
throw err}
errorCalled=true;
done(err);
return}
done(...args)}}}
exports.CsvParserStream=CsvParserStream}),70238:((__unused_webpack_module,exports)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.ParserOptions=void 0;
const escapeRegExp=value=>{
return value.replace(/[.*+?^${}()|[\]\\]/g,`\\$&`)};
class ParserOptions{
escapedDelimiter;
objectMode=true;
delimiter=`,`;
ignoreEmpty=false;
quote=`"`;
escape=null;
escapeChar=this.quote;
comment=null;
supportsComments=false;
ltrim=false;
rtrim=false;
trim=false;
headers=null;
renameHeaders=false;
strictColumnHandling=false;
discardUnmappedColumns=false;
carriageReturn=`\r`;
NEXT_TOKEN_REGEXP;
encoding=`utf8`;
limitRows=false;
maxRows=0;
skipLines=0;
skipRows=0;
constructor(opts){
Object.assign(this,opts||{});
if(this.delimiter.length>1){
throw new Error(`delimiter option must be one character long`)}
this.escapedDelimiter=escapeRegExp(this.delimiter);
this.escapeChar=this.escape??this.quote;
this.supportsComments=this.comment!=null;
this.NEXT_TOKEN_REGEXP=new RegExp(`([^\\s]|\\r\\n|\\n|\\r|${this.escapedDelimiter})`);
if(this.maxRows>0){
this.limitRows=true}}}
exports.ParserOptions=ParserOptions}),71721:(function(__unused_webpack_module,exports,__webpack_require__){
var __createBinding=this&&this.__createBinding||(Object.create?(function(o,m,k,k2){
if(k2===undefined)k2=k;
var desc=Object.getOwnPropertyDescriptor(m,k);
if(!desc||(`get`in desc?!m.__esModule:desc.writable||desc.configurable)){
desc={enumerable:true,get:function(){
return m[k]}}}
Object.defineProperty(o,k2,desc)}):(function(o,m,k,k2){
if(k2===undefined)k2=k;
o[k2]=m[k]}));
var __setModuleDefault=this&&this.__setModuleDefault||(Object.create?(function(o,v){
Object.defineProperty(o,"default",{enumerable:true,value:v})}):function(o,v){
o[`default`]=v});
var __importStar=this&&this.__importStar||(function(){
var ownKeys=function(o){
ownKeys=Object.getOwnPropertyNames||function(o){
var ar=[];
for(var k in o)if(Object.prototype.hasOwnProperty.call(o,k))ar[ar.length]=k;
return ar};
return ownKeys(o)};
return function(mod){
if(mod&&mod.__esModule)return mod;
var result={};
if(mod!=null){
for(var k=ownKeys(mod),i=0;i<k.length;i++)if(k[i]!=="default")__createBinding(result,mod,k[i])}
__setModuleDefault(result,mod);
return result}})();
var __exportStar=this&&this.__exportStar||function(m,exports){
for(var p in m)if(p!=="default"&&!Object.prototype.hasOwnProperty.call(exports,p))__createBinding(exports,m,p)};
Object.defineProperty(exports,"__esModule",{value:true});
exports.parseString=exports.parseFile=exports.parseStream=exports.parse=exports.ParserOptions=exports.CsvParserStream=void 0;
const fs=__importStar(__webpack_require__(79896));
const stream_1=__webpack_require__(2203);
const ParserOptions_1=__webpack_require__(70238);
const CsvParserStream_1=__webpack_require__(5966);
__exportStar(__webpack_require__(2584),exports);
var CsvParserStream_2=__webpack_require__(5966);
Object.defineProperty(exports,"CsvParserStream",{enumerable:true,get:function(){
return CsvParserStream_2.CsvParserStream}});
var ParserOptions_2=__webpack_require__(70238);
Object.defineProperty(exports,"ParserOptions",{enumerable:true,get:function(){
return ParserOptions_2.ParserOptions}});
const parse=args=>{
return new CsvParserStream_1.CsvParserStream(new ParserOptions_1.ParserOptions(args))};
exports.parse=parse;
const parseStream=(stream,options)=>{
return stream.pipe(new CsvParserStream_1.CsvParserStream(new ParserOptions_1.ParserOptions(options)))};
exports.parseStream=parseStream;
const parseFile=(location,options={})=>{
return fs.createReadStream(location).pipe(new CsvParserStream_1.CsvParserStream(new ParserOptions_1.ParserOptions(options)))};
exports.parseFile=parseFile;
const parseString=(string,options)=>{
const rs=new stream_1.Readable;
rs.push(string);
rs.push(null);
return rs.pipe(new CsvParserStream_1.CsvParserStream(new ParserOptions_1.ParserOptions(options)))};
exports.parseString=parseString}),52842:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.Parser=void 0;
const Scanner_1=__webpack_require__(88040);
const RowParser_1=__webpack_require__(27974);
const Token_1=__webpack_require__(38888);
class Parser{
static removeBOM(line){
if(line&&line.charCodeAt(0)===65279){
return line.slice(1)}
return line}
parserOptions;
rowParser;
constructor(parserOptions){
this.parserOptions=parserOptions;
this.rowParser=new RowParser_1.RowParser(this.parserOptions)}
parse(line,hasMoreData){
const scanner=new Scanner_1.Scanner({line:Parser.removeBOM(line),parserOptions:this.parserOptions,hasMoreData});
if(this.parserOptions.supportsComments){
return this.parseWithComments(scanner)}
return this.parseWithoutComments(scanner)}
parseWithoutComments(scanner){
const rows=[];
let shouldContinue=true;
while(shouldContinue){
shouldContinue=this.parseRow(scanner,rows)}
return{line:scanner.line,rows}}
parseWithComments(scanner){
const{parserOptions}=this;
const rows=[];
for(let nextToken=scanner.nextCharacterToken;nextToken!==null;nextToken=scanner.nextCharacterToken){
if(Token_1.Token.isTokenComment(nextToken,parserOptions)){
const cursor=scanner.advancePastLine();
if(cursor===null){
return{line:scanner.lineFromCursor,rows}}
if(!scanner.hasMoreCharacters){
return{line:scanner.lineFromCursor,rows}}
scanner.truncateToCursor()}else if(!this.parseRow(scanner,rows)){
break}}
return{line:scanner.line,rows}}
parseRow(scanner,rows){
const nextToken=scanner.nextNonSpaceToken;
if(!nextToken){
return false}
const row=this.rowParser.parse(scanner);
if(row===null){
return false}
if(this.parserOptions.ignoreEmpty&&RowParser_1.RowParser.isEmptyRow(row)){
return true}
rows.push(row);
return true}}
exports.Parser=Parser}),27974:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.RowParser=void 0;
const column_1=__webpack_require__(70684);
const Token_1=__webpack_require__(38888);
const EMPTY_STRING=``;
class RowParser{
static isEmptyRow(row){
return row.join(EMPTY_STRING).replace(/\s+/g,EMPTY_STRING)===EMPTY_STRING}
parserOptions;
columnParser;
constructor(parserOptions){
this.parserOptions=parserOptions;
this.columnParser=new column_1.ColumnParser(parserOptions)}
parse(scanner){
const{parserOptions}=this;
const{hasMoreData}=scanner;
const currentScanner=scanner;
const columns=[];
let currentToken=this.getStartToken(currentScanner,columns);
while(currentToken){
if(Token_1.Token.isTokenRowDelimiter(currentToken)){
currentScanner.advancePastToken(currentToken);
if(!currentScanner.hasMoreCharacters&&Token_1.Token.isTokenCarriageReturn(currentToken,parserOptions)&&hasMoreData){
return null}
currentScanner.truncateToCursor();
return columns}
if(!this.shouldSkipColumnParse(currentScanner,currentToken,columns)){
const item=this.columnParser.parse(currentScanner);
if(item===null){
return null}
columns.push(item)}
currentToken=currentScanner.nextNonSpaceToken}
if(!hasMoreData){
currentScanner.truncateToCursor();
return columns}
return null}
getStartToken(scanner,columns){
const currentToken=scanner.nextNonSpaceToken;
if(currentToken!==null&&Token_1.Token.isTokenDelimiter(currentToken,this.parserOptions)){
columns.push(``);
return scanner.nextNonSpaceToken}
return currentToken}
shouldSkipColumnParse(scanner,currentToken,columns){
const{parserOptions}=this;
if(Token_1.Token.isTokenDelimiter(currentToken,parserOptions)){
scanner.advancePastToken(currentToken);
const nextToken=scanner.nextCharacterToken;
if(!scanner.hasMoreCharacters||nextToken!==null&&Token_1.Token.isTokenRowDelimiter(nextToken)){
columns.push(``);
return true}
if(nextToken!==null&&Token_1.Token.isTokenDelimiter(nextToken,parserOptions)){
columns.push(``);
return true}}
return false}}
exports.RowParser=RowParser}),88040:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.Scanner=void 0;
const Token_1=__webpack_require__(38888);
const ROW_DELIMITER=/((?:\r\n)|\n|\r)/;
class Scanner{
line;
parserOptions;
lineLength;
hasMoreData;
cursor=0;
constructor(args){
this.line=args.line;
this.lineLength=this.line.length;
this.parserOptions=args.parserOptions;
this.hasMoreData=args.hasMoreData;
this.cursor=args.cursor||0}
get hasMoreCharacters(){
return this.lineLength>this.cursor}
get nextNonSpaceToken(){
const{lineFromCursor}=this;
const regex=this.parserOptions.NEXT_TOKEN_REGEXP;
if(lineFromCursor.search(regex)===-1){
return null}
const match=regex.exec(lineFromCursor);
if(match==null){
return null}
const token=match[1];
const startCursor=this.cursor+(match.index||0);
return new Token_1.Token({token,startCursor,endCursor:startCursor+token.length-1})}
get nextCharacterToken(){
const{cursor,lineLength}=this;
if(lineLength<=cursor){
return null}
return new Token_1.Token({token:this.line[cursor],startCursor:cursor,endCursor:cursor})}
get lineFromCursor(){
return this.line.substr(this.cursor)}
advancePastLine(){
const match=ROW_DELIMITER.exec(this.lineFromCursor);
if(!match){
if(this.hasMoreData){
return null}
this.cursor=this.lineLength;
return this}
this.cursor+=(match.index||0)+match[0].length;
return this}
advanceTo(cursor){
this.cursor=cursor;
return this}
advanceToToken(token){
this.cursor=token.startCursor;
return this}
advancePastToken(token){
this.cursor=token.endCursor+1;
return this}
truncateToCursor(){
this.line=this.lineFromCursor;
this.lineLength=this.line.length;
this.cursor=0;
return this}}
exports.Scanner=Scanner}),38888:((__unused_webpack_module,exports)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.Token=void 0;
class Token{
static isTokenRowDelimiter(token){
const content=token.token;
return content===`\r`||content===`
`||content===`\r
`}
static isTokenCarriageReturn(token,parserOptions){
return token.token===parserOptions.carriageReturn}
static isTokenComment(token,parserOptions){
return parserOptions.supportsComments&&!!token&&token.token===parserOptions.comment}
static isTokenEscapeCharacter(token,parserOptions){
return token.token===parserOptions.escapeChar}
static isTokenQuote(token,parserOptions){
return token.token===parserOptions.quote}
static isTokenDelimiter(token,parserOptions){
return token.token===parserOptions.delimiter}
token;
startCursor;
endCursor;
constructor(tokenArgs){
this.token=tokenArgs.token;
this.startCursor=tokenArgs.startCursor;
this.endCursor=tokenArgs.endCursor}}
exports.Token=Token}),32972:((__unused_webpack_module,exports)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.ColumnFormatter=void 0;
class ColumnFormatter{
format;
constructor(parserOptions){
if(parserOptions.trim){
this.format=col=>{
return col.trim()}}else if(parserOptions.ltrim){
this.format=col=>{
return col.trimLeft()}}else if(parserOptions.rtrim){
this.format=col=>{
return col.trimRight()}}else{
this.format=col=>{
return col}}}}
exports.ColumnFormatter=ColumnFormatter}),34307:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.ColumnParser=void 0;
const NonQuotedColumnParser_1=__webpack_require__(32102);
const QuotedColumnParser_1=__webpack_require__(50431);
const Token_1=__webpack_require__(38888);
class ColumnParser{
parserOptions;
nonQuotedColumnParser;
quotedColumnParser;
constructor(parserOptions){
this.parserOptions=parserOptions;
this.quotedColumnParser=new QuotedColumnParser_1.QuotedColumnParser(parserOptions);
this.nonQuotedColumnParser=new NonQuotedColumnParser_1.NonQuotedColumnParser(parserOptions)}
parse(scanner){
const{nextNonSpaceToken}=scanner;
if(nextNonSpaceToken!==null&&Token_1.Token.isTokenQuote(nextNonSpaceToken,this.parserOptions)){
scanner.advanceToToken(nextNonSpaceToken);
return this.quotedColumnParser.parse(scanner)}
return this.nonQuotedColumnParser.parse(scanner)}}
exports.ColumnParser=ColumnParser}),32102:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.NonQuotedColumnParser=void 0;
const ColumnFormatter_1=__webpack_require__(32972);
const Token_1=__webpack_require__(38888);
class NonQuotedColumnParser{
parserOptions;
columnFormatter;
constructor(parserOptions){
this.parserOptions=parserOptions;
this.columnFormatter=new ColumnFormatter_1.ColumnFormatter(parserOptions)}
parse(scanner){
if(!scanner.hasMoreCharacters){
return null}
const{parserOptions}=this;
const characters=[];
let nextToken=scanner.nextCharacterToken;
for(;nextToken;nextToken=scanner.nextCharacterToken){
if(Token_1.Token.isTokenDelimiter(nextToken,parserOptions)||Token_1.Token.isTokenRowDelimiter(nextToken)){
break}
characters.push(nextToken.token);
scanner.advancePastToken(nextToken)}
return this.columnFormatter.format(characters.join(``))}}
exports.NonQuotedColumnParser=NonQuotedColumnParser}),50431:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.QuotedColumnParser=void 0;
const ColumnFormatter_1=__webpack_require__(32972);
const Token_1=__webpack_require__(38888);
class QuotedColumnParser{
parserOptions;
columnFormatter;
constructor(parserOptions){
this.parserOptions=parserOptions;
this.columnFormatter=new ColumnFormatter_1.ColumnFormatter(parserOptions)}
parse(scanner){
if(!scanner.hasMoreCharacters){
return null}
const originalCursor=scanner.cursor;
const{foundClosingQuote,col}=this.gatherDataBetweenQuotes(scanner);
if(!foundClosingQuote){
scanner.advanceTo(originalCursor);
if(!scanner.hasMoreData){
throw new Error(`Parse Error: missing closing: '${this.parserOptions.quote||``}' in line: at '${scanner.lineFromCursor.replace(/[\r\n]/g,`\\n'`)}'`)}
return null}
this.checkForMalformedColumn(scanner);
return col}
gatherDataBetweenQuotes(scanner){
const{parserOptions}=this;
let foundStartingQuote=false;
let foundClosingQuote=false;
const characters=[];
let nextToken=scanner.nextCharacterToken;
for(;!foundClosingQuote&&nextToken!==null;nextToken=scanner.nextCharacterToken){
const isQuote=Token_1.Token.isTokenQuote(nextToken,parserOptions);
if(!foundStartingQuote&&isQuote){
foundStartingQuote=true}else if(foundStartingQuote){
if(Token_1.Token.isTokenEscapeCharacter(nextToken,parserOptions)){
scanner.advancePastToken(nextToken);
const tokenFollowingEscape=scanner.nextCharacterToken;
if(tokenFollowingEscape!==null&&(Token_1.Token.isTokenQuote(tokenFollowingEscape,parserOptions)||Token_1.Token.isTokenEscapeCharacter(tokenFollowingEscape,parserOptions))){
characters.push(tokenFollowingEscape.token);
nextToken=tokenFollowingEscape}else if(isQuote){
foundClosingQuote=true}else{
characters.push(nextToken.token)}}else if(isQuote){
foundClosingQuote=true}else{
characters.push(nextToken.token)}}
scanner.advancePastToken(nextToken)}
return{col:this.columnFormatter.format(characters.join(``)),foundClosingQuote}}
checkForMalformedColumn(scanner){
const{parserOptions}=this;
const{nextNonSpaceToken}=scanner;
if(nextNonSpaceToken){
const isNextTokenADelimiter=Token_1.Token.isTokenDelimiter(nextNonSpaceToken,parserOptions);
const isNextTokenARowDelimiter=Token_1.Token.isTokenRowDelimiter(nextNonSpaceToken);
if(!(isNextTokenADelimiter||isNextTokenARowDelimiter)){
const linePreview=scanner.lineFromCursor.substr(0,10).replace(/[\r\n]/g,`\\n'`);
throw new Error(`Parse Error: expected: '${parserOptions.escapedDelimiter}' OR new line got: '${nextNonSpaceToken.token}'. at '${linePreview}'`)}
scanner.advanceToToken(nextNonSpaceToken)}else if(!scanner.hasMoreData){
scanner.advancePastLine()}}}
exports.QuotedColumnParser=QuotedColumnParser}),70684:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.ColumnFormatter=exports.QuotedColumnParser=exports.NonQuotedColumnParser=exports.ColumnParser=void 0;
var ColumnParser_1=__webpack_require__(34307);
Object.defineProperty(exports,"ColumnParser",{enumerable:true,get:function(){
return ColumnParser_1.ColumnParser}});
var NonQuotedColumnParser_1=__webpack_require__(32102);
Object.defineProperty(exports,"NonQuotedColumnParser",{enumerable:true,get:function(){
return NonQuotedColumnParser_1.NonQuotedColumnParser}});
var QuotedColumnParser_1=__webpack_require__(50431);
Object.defineProperty(exports,"QuotedColumnParser",{enumerable:true,get:function(){
return QuotedColumnParser_1.QuotedColumnParser}});
var ColumnFormatter_1=__webpack_require__(32972);
Object.defineProperty(exports,"ColumnFormatter",{enumerable:true,get:function(){
return ColumnFormatter_1.ColumnFormatter}})}),13973:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.QuotedColumnParser=exports.NonQuotedColumnParser=exports.ColumnParser=exports.Token=exports.Scanner=exports.RowParser=exports.Parser=void 0;
var Parser_1=__webpack_require__(52842);
Object.defineProperty(exports,"Parser",{enumerable:true,get:function(){
return Parser_1.Parser}});
var RowParser_1=__webpack_require__(27974);
Object.defineProperty(exports,"RowParser",{enumerable:true,get:function(){
return RowParser_1.RowParser}});
var Scanner_1=__webpack_require__(88040);
Object.defineProperty(exports,"Scanner",{enumerable:true,get:function(){
return Scanner_1.Scanner}});
var Token_1=__webpack_require__(38888);
Object.defineProperty(exports,"Token",{enumerable:true,get:function(){
return Token_1.Token}});
var column_1=__webpack_require__(70684);
Object.defineProperty(exports,"ColumnParser",{enumerable:true,get:function(){
return column_1.ColumnParser}});
Object.defineProperty(exports,"NonQuotedColumnParser",{enumerable:true,get:function(){
return column_1.NonQuotedColumnParser}});
Object.defineProperty(exports,"QuotedColumnParser",{enumerable:true,get:function(){
return column_1.QuotedColumnParser}})}),95403:((__unused_webpack_module,exports)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.HeaderTransformer=void 0;
class HeaderTransformer{
parserOptions;
headers=null;
receivedHeaders=false;
shouldUseFirstRow=false;
processedFirstRow=false;
headersLength=0;
headersTransform;
constructor(parserOptions){
this.parserOptions=parserOptions;
if(parserOptions.headers===true){
this.shouldUseFirstRow=true}else if(Array.isArray(parserOptions.headers)){
this.setHeaders(parserOptions.headers)}else if(typeof parserOptions.headers===`function`){
this.headersTransform=parserOptions.headers}}
transform(row,cb){
if(!this.shouldMapRow(row)){
return cb(null,{row:null,isValid:true})}
return cb(null,this.processRow(row))}
shouldMapRow(row){
const{parserOptions}=this;
if(!this.headersTransform&&parserOptions.renameHeaders&&!this.processedFirstRow){
if(!this.receivedHeaders){
throw new Error(`Error renaming headers: new headers must be provided in an array`)}
this.processedFirstRow=true;
return false}
if(!this.receivedHeaders&&Array.isArray(row)){
if(this.headersTransform){
this.setHeaders(this.headersTransform(row))}else if(this.shouldUseFirstRow){
this.setHeaders(row)}else{
return true}
return false}
return true}
processRow(row){
if(!this.headers){
return{row,isValid:true}}
const{parserOptions}=this;
if(!parserOptions.discardUnmappedColumns&&row.length>this.headersLength){
if(!parserOptions.strictColumnHandling){
throw new Error(`Unexpected Error: column header mismatch expected: ${this.headersLength} columns got: ${row.length}`)}
return{row,isValid:false,reason:`Column header mismatch expected: ${this.headersLength} columns got: ${row.length}`}}
if(parserOptions.strictColumnHandling&&row.length<this.headersLength){
return{row,isValid:false,reason:`Column header mismatch expected: ${this.headersLength} columns got: ${row.length}`}}
return{row:this.mapHeaders(row),isValid:true}}
mapHeaders(row){
const rowMap={};
const{headers,headersLength}=this;
for(let i=0;i<headersLength;i+=1){
const header=headers[i];
if(header!==undefined){
const val=row[i];
if(val===undefined){
rowMap[header]=``}else{
rowMap[header]=val}}}
return rowMap}
setHeaders(headers){
const filteredHeaders=headers.filter(h=>{
return!!h});
if(new Set(filteredHeaders).size!==filteredHeaders.length){
const grouped=filteredHeaders.reduce((acc,header)=>{
(acc[header]||=[]).push(header);
return acc},{});
const duplicates=Object.keys(grouped).filter(dup=>{
return grouped[dup].length>1});
throw new Error(`Duplicate headers found ${JSON.stringify(duplicates)}`)}
this.headers=headers;
this.receivedHeaders=true;
this.headersLength=this.headers?.length||0}}
exports.HeaderTransformer=HeaderTransformer}),34308:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.RowTransformerValidator=void 0;
const types_1=__webpack_require__(2584);
class RowTransformerValidator{
static createTransform(transformFunction){
if((0,types_1.isSyncTransform)(transformFunction)){
return(row,cb)=>{
let transformed=null;
try{
transformed=transformFunction(row)}catch(e){
return cb(e)}
return cb(null,transformed)}}
return transformFunction}
static createValidator(validateFunction){
if((0,types_1.isSyncValidate)(validateFunction)){
return(row,cb)=>{
cb(null,{row,isValid:validateFunction(row)})}}
return(row,cb)=>{
validateFunction(row,(err,isValid,reason)=>{
if(err){
return cb(err)}
if(isValid){
return cb(null,{row,isValid,reason})}
return cb(null,{row,isValid:false,reason})})}}
_rowTransform=null;
_rowValidator=null;
set rowTransform(transformFunction){
if(typeof transformFunction!==`function`){
throw new TypeError(`The transform should be a function`)}
this._rowTransform=RowTransformerValidator.createTransform(transformFunction)}
set rowValidator(validateFunction){
if(typeof validateFunction!==`function`){
throw new TypeError(`The validate should be a function`)}
this._rowValidator=RowTransformerValidator.createValidator(validateFunction)}
transformAndValidate(row,cb){
return this.callTransformer(row,(transformErr,transformedRow)=>{
if(transformErr){
return cb(transformErr)}
if(!transformedRow){
return cb(null,{row:null,isValid:true})}
return this.callValidator(transformedRow,(validateErr,validationResult)=>{
if(validateErr){
return cb(validateErr)}
if(validationResult&&!validationResult.isValid){
return cb(null,{row:transformedRow,isValid:false,reason:validationResult.reason})}
return cb(null,{row:transformedRow,isValid:true})})})}
callTransformer(row,cb){
if(!this._rowTransform){
return cb(null,row)}
return this._rowTransform(row,cb)}
callValidator(row,cb){
if(!this._rowValidator){
return cb(null,{row,isValid:true})}
return this._rowValidator(row,cb)}}
exports.RowTransformerValidator=RowTransformerValidator}),13383:((__unused_webpack_module,exports,__webpack_require__)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.HeaderTransformer=exports.RowTransformerValidator=void 0;
var RowTransformerValidator_1=__webpack_require__(34308);
Object.defineProperty(exports,"RowTransformerValidator",{enumerable:true,get:function(){
return RowTransformerValidator_1.RowTransformerValidator}});
var HeaderTransformer_1=__webpack_require__(95403);
Object.defineProperty(exports,"HeaderTransformer",{enumerable:true,get:function(){
return HeaderTransformer_1.HeaderTransformer}})}),2584:((__unused_webpack_module,exports)=>{
Object.defineProperty(exports,"__esModule",{value:true});
exports.isSyncValidate=exports.isSyncTransform=void 0;
const isSyncTransform=transform=>{
return transform.length===1};
exports.isSyncTransform=isSyncTransform;
const isSyncValidate=validate=>{
return validate.length===1};
exports.isSyncValidate=isSyncValidate}),63625:((__unused_webpack_module,exports,__webpack_require__)=>{
var __webpack_unused_export__;
__webpack_unused_export__={value:true};
__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=exports.parseString=__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=__webpack_unused_export__=void 0;
var format_1=__webpack_require__(80301);
__webpack_unused_export__={enumerable:true,get:function(){
return format_1.format}};
__webpack_unused_export__={enumerable:true,get:function(){
return format_1.write}};
__webpack_unused_export__={enumerable:true,get:function(){
return format_1.writeToStream}};
__webpack_unused_export__={enumerable:true,get:function(){
return format_1.writeToBuffer}};
__webpack_unused_export__={enumerable:true,get:function(){
return format_1.writeToString}};
__webpack_unused_export__={enumerable:true,get:function(){
return format_1.writeToPath}};
__webpack_unused_export__={enumerable:true,get:function(){
return format_1.CsvFormatterStream}};
__webpack_unused_export__={enumerable:true,get:function(){
return format_1.FormatterOptions}};
var parse_1=__webpack_require__(71721);
__webpack_unused_export__={enumerable:true,get:function(){
return parse_1.parse}};
Object.defineProperty(exports,"parseString",{enumerable:true,get:function(){
return parse_1.parseString}});
__webpack_unused_export__={enumerable:true,get:function(){
return parse_1.parseStream}};
__webpack_unused_export__={enumerable:true,get:function(){
return parse_1.parseFile}};
__webpack_unused_export__={enumerable:true,get:function(){
return parse_1.ParserOptions}};
__webpack_unused_export__={enumerable:true,get:function(){
return parse_1.CsvParserStream}}})};