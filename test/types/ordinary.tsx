// Checked by tsc: what ordinary programs write. None of it may be refused; what stands under @ts-expect-error must be.
import { type Signal, signals } from "datastar-tsx";
import type { JSX } from "datastar-tsx/jsx-runtime";

declare const text: string;
declare const flag: boolean;
declare const id: number;
declare const key: bigint;
const form = signals({ name: "", age: 0, agreed: false, tags: [] as string[], chosen: null as string | null });

// HTML does not tell capitals from small letters in its keywords.
export const capitals = (
  <>
    <form method="POST" enctype="MULTIPART/FORM-DATA" autocomplete="OFF" />
    <button type="SUBMIT" formmethod="GET" />
    <input type="CHECKBOX" data-bind={form.agreed} />
    <p dir="RTL" translate="NO" hidden="UNTIL-FOUND" />
    <td scope="ROW" />
    <img loading="LAZY" crossorigin="ANONYMOUS" />
  </>
);
// @ts-expect-error
export const noMethod = <form method="PUT" />;

// A flag may be written with a value, as HTML has it.
export const flags = (
  <>
    <p hidden="" />
    <input disabled="disabled" required="" checked="checked" readonly="readonly" />
    <select multiple="multiple" data-bind={form.tags} />
    <video controls="" autoplay="autoplay" muted="" />
    <details open="" />
    <option selected="selected" />
  </>
);
// @ts-expect-error
export const otherFlag = <input disabled="required" />;

// Records have numbers.
export const numbers = (
  <>
    <p id={id} key={null} />
    <p id={key} key={1n} />
    <label for={id} />
    <label htmlFor={key} />
    <input id={id} list={id} form={id} aria-describedby={id} />
    <button commandfor={id} popovertarget={id} interestfor={id} aria-controls={key} />
    <td headers={id} />
  </>
);
const Row = ({ name }: { name: string }) => <li>{name}</li>;
export const keys = [<Row key={null} name="a" />, <Row key={1n} name="a" />, <Row key={undefined} name="a" />];

// The type of an input is known at run time only.
export const dynamicType = (
  <>
    <input type={text} />
    <input type={text} data-bind="name" />
    <input type={flag ? "text" : "password"} data-bind={form.name} />
    <select multiple={flag} />
  </>
);
// @ts-expect-error: which signal fits depends on the type
export const bindingOfDynamicType = <input type={text} data-bind={form.age} />;

// Components that pass attributes on.
type InputProps = JSX.IntrinsicElements["input"];
type SelectProps = JSX.IntrinsicElements["select"];
export const All = (props: InputProps) => <input {...props} />;
export const Rest = ({ class: names, ...rest }: InputProps) => <input {...rest} class={["field", names]} />;
export const Omitted = (props: Omit<InputProps, "class">) => <input {...props} class="field" />;
export const OmittedType = (props: Omit<InputProps, "type">) => <input {...props} type="email" />;
export const Picked = (props: Pick<InputProps, "type" | "name" | "value">) => <input {...props} />;
export const Selected = (props: Omit<SelectProps, "class">) => <select {...props} class="field" />;
export const SelectedRest = ({ class: names, ...rest }: SelectProps) => <select {...rest} class={names} />;
interface FieldProps extends Omit<InputProps, "class" | "id"> {
  readonly label: string;
  readonly id: string;
}
export const Field = ({ label, id, ...rest }: FieldProps) => (
  <label for={id}>
    {label} <input id={id} {...rest} />
  </label>
);
type ButtonProps = JSX.IntrinsicElements["button"] & { readonly kind: "primary" | "plain" };
export const Button = ({ kind, class: names, ...rest }: ButtonProps) => <button {...rest} class={[kind, names]} />;
export const Wrapper = ({ children, ...rest }: Omit<JSX.IntrinsicElements["div"], "class">) => (
  <div {...rest}>{children}</div>
);
export const Bound = ({ signal }: { signal: InputProps["data-bind"] }) => <input data-bind={signal} />;
export const Labelled = ({ label, ...rest }: { label: string } & Pick<InputProps, "data-bind" | "type">) => (
  <label>
    {label} <input {...rest} />
  </label>
);
export const fields = (
  <>
    <Bound signal={form.agreed} />
    <Labelled label="Agreed" type="checkbox" data-bind={{ signal: form.agreed, event: "change" }} />
    <All type="checkbox" data-bind={form.agreed} />
    <Omitted type="number" data-bind={form.age} />
    <Field id="a" label="Name" type="text" data-bind={form.name} />
    <Button kind="primary" type="submit" disabled={flag} data-on:click="$a = 1" />
  </>
);
// @ts-expect-error: attributes that are written out are checked against each other still
export const mismatch = <input type="checkbox" data-bind={form.age} />;
// @ts-expect-error
export const mismatchInObject = <input {...{ type: "checkbox", "data-bind": form.age }} />;
// @ts-expect-error
export const mismatchWithModifiers = <input type="checkbox" data-bind={{ signal: form.age }} />;
// @ts-expect-error
export const mismatchOfSelect = <select multiple data-bind={form.name} />;

// An element of one of several names.
const Heading: "h1" | "h2" | "section" = flag ? "h1" : "h2";
export const heading = <Heading title="a">text</Heading>;

// RDFa, touch, and what is newer than the data sets.
export const rdfa = (
  <html lang="en" prefix="og: https://ogp.me/ns#" vocab="https://schema.org/" typeof="WebPage">
    <meta property="og:title" content="A" />
    <link property="url" rel="canonical" href="/" />
    <p about="/a" property="name" resource="#b" datatype="xsd:string" inlist content="a" rel="author" rev="made" />
    <svg about="/a" typeof="Image" property="image" resource="#c" />
  </html>
);
export const newer = (
  <>
    <div ontouchstart="a()" ontouchmove="a()" ontouchend="a()" ontouchcancel="a()" onscrollsnapchange="a()" />
    <img elementtiming="hero" attributionsrc fetchpriority="high" src="/a.png" />
    <p elementtiming="intro" headingoffset={1} headingreset />
    <a href="/" attributionsrc="/register" interestfor="hint" />
    <button interestfor="hint" command="show-modal" commandfor="dialog" />
    <iframe allowtransparency="true" browsingtopics sharedstoragewritable credentialless />
    <input type="checkbox" switch />
    <input type="search" incremental results={5} onsearch="a()" />
    <video onencrypted="a()" onenterpictureinpicture="a()" />
  </>
);

// What mail programs read.
export const mail = (
  <body bgcolor="#fff" text="#000" link="#00f" vlink="#00f" alink="#f00" leftmargin={0} topmargin="0" marginwidth={0}>
    <center>
      <table align="center" bgcolor="#fff" border={0} cellpadding={0} cellspacing={0} width="600" height={400}>
        <thead bgcolor="#eee" />
        <tr align="center" bgcolor="#eee" valign="top" height={40}>
          <td align="left" background="/a.png" bgcolor="#fff" valign="middle" width={300} height={40} nowrap abbr="a">
            <font color="#333" face="Arial" size={2}>
              <big>a</big> <strike>b</strike> <tt>c</tt> <acronym title="a">d</acronym> <nobr>e</nobr>
            </font>
            <p align="justify" />
            <div align="right" />
            <h1 align="center" />
            <img align="left" border={0} hspace={1} vspace={1} lowsrc="/b.png" />
            <br clear="all" />
            <hr align="left" noshade size={1} width="100%" color="#ccc" />
            <ul type="square" compact />
          </td>
        </tr>
      </table>
      <marquee behavior="scroll" direction="up" loop={2} scrollamount={5} truespeed>
        a
      </marquee>
    </center>
  </body>
);

// Drawings, as programs save them; formulas, as they are converted.
export const drawing = (
  <svg version="1.1" baseProfile="full" zoomAndPan="magnify" contentScriptType="text/ecmascript" xml:base="/">
    <use href="#a" xlink:href="#a" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad" xlink:title="a" />
    <switch requiredFeatures="a" />
  </svg>
);
export const formula = (
  <math lang="en">
    <mtable columnalign="left right" rowspacing="1em" columnlines="solid">
      <mtr columnalign="left">
        <mtd rowalign="top" columnspan={2} />
      </mtr>
    </mtable>
    <menclose notation="box">
      <mfenced open="[" close="]" separators=";" />
    </menclose>
  </math>
);

// Names that JSX cannot spell, for other scripts.
export const otherNames = <p {...{ "@click": "open = !open", ":class": "a", "v-on:click": "a", "x-data": "{}" }} />;

// CSS: a number stands where it needs no unit.
export const styles = (
  <p
    style={{
      opacity: 0.5,
      zIndex: 1,
      lineHeight: 1.5,
      flexGrow: 1,
      fontWeight: 700,
      margin: 0,
      width: "10px",
      gridRow: 2,
      "--columns": 3,
      color: flag && "red",
      top: undefined,
    }}
  />
);
// @ts-expect-error: 10 of what?
export const noUnit = <p style={{ width: 10 }} />;
// @ts-expect-error
export const noUnitAtRunTime = <p style={{ marginTop: id }} />;
// @ts-expect-error
export const noUnitOfTime = <p style={{ transitionDuration: 200 }} />;
// @ts-expect-error
export const noUnitOfSize = <p style={{ fontSize: 16 }} />;

// Conditions are conditions.
export const classes = <p data-class={{ a: form.agreed, b: true, c: false, d: undefined }} />;
// @ts-expect-error
export const numberAsCondition = <p data-class={{ a: 5 }} />;
export const indicators = (
  <>
    <p data-indicator={form.agreed} />
    <p data-indicator="busy" />
    <p data-indicator={{ signal: form.agreed }} />
  </>
);
// @ts-expect-error: it becomes `true` and `false`
export const numberAsIndicator = <p data-indicator={form.age} />;
// @ts-expect-error
export const textAsIndicator = <p data-indicator={{ signal: form.name }} />;
export const anySignal = (signal: Signal<boolean | null>) => <p data-indicator={signal} />;
