/**
 * Why elements and attributes that other JSX libraries declare are not declared here, in the spelling of the
 * comparison.
 */
export const reasons: readonly (readonly [reason: string, names: string])[] = [
  [
    "Other libraries have these for themselves; they mean nothing in HTML.",
    `
      attrs dangerouslysetinnerhtml defaultchecked defaultvalue jsx precedence ref safe
      suppresscontenteditablewarning suppresshydrationwarning`,
  ],
  [
    "Kita's elements stand for any element, and for some that never were.",
    `
      <bb> <commands> <tag>`,
  ],
  [
    "No element of HTML: of one search engine, and of one embedder.",
    `
      <noindex> <webview>`,
  ],
  [
    "Properties of the DOM, which HTML cannot set.",
    `
      currenttime defaultmuted defaultplaybackrate indeterminate playbackrate preservespitch srcobject volume`,
  ],
  [
    "Void elements have no children.",
    `
      children`,
  ],
  [
    "No event handler attributes: browsers listen with scripts only, as data-on does.",
    `
      oncompositionend oncompositionstart oncompositionupdate onfocusin onfocusout onfullscreenchange
      onfullscreenerror`,
  ],
  [
    "No browser fires these, or only under another name.",
    `
      onbeforeonload ondoubleclick ondragexit onformchange onforminput onhaschange onmousewheel onreadystatechange
      onredo onselectchange onundo`,
  ],
  [
    "Fired on media only, and declared there.",
    `
      oncanplay oncanplaythrough ondurationchange onemptied onencrypted onended onenterpictureinpicture
      onleavepictureinpicture onloadeddata onloadedmetadata onloadstart onpause onplay onplaying onprogress
      onratechange onseeked onseeking onstalled onsuspend ontimeupdate onvolumechange onwaiting`,
  ],
  [
    "Never implemented, or read by no browser and no mail program any more.",
    `
      autobuffer contextmenu media mediagroup referrer security unselectable wmode`,
  ],
  [
    "Of SVG 1.1 and before: fonts, colour profiles and the like, which no browser draws.",
    `
      accentheight allowreorder alphabetic arabicform ascent attributetype autoreverse bbox capheight clip
      colorprofile colorrendering decelerate descent enablebackground externalresourcesrequired format g1 g2
      glyphname glyphorientationhorizontal glyphorientationvertical glyphref hanging horizadvx horizoriginx
      ideographic k kerning local mathematical orientation overlineposition overlinethickness panose1
      renderingintent speed stemh stemv strikethroughposition strikethroughthickness string u1 u2
      underlineposition underlinethickness unicode unicoderange unitsperem valphabetic vertadvy vertoriginx
      vertoriginy vhanging videographic viewtarget vmathematical widths xheight`,
  ],
  [
    "Other libraries declare these on more elements than read them; here only those do.",
    `
      about accesskey accumulate action additive amplitude attributename autocapitalize autocorrect autoplay
      autosave azimuth background basefrequency baseprofile begin bias by calcmode clippathunits color
      contenteditable contentscripttype contentstyletype controls controlslist crossorigin cx cy d datatype
      diffuseconstant dir disabled disablepictureinpicture disableremoteplayback divisor draggable dur dx dy
      edgemode elementtiming elevation enctype end enterkeyhint exponent exportparts filterres filterunits fr from
      fx fy gradienttransform gradientunits height hidden href hreflang in in2 inert inlist inputmode intercept is
      itemid itemprop itemref itemscope itemtype k1 k2 k3 k4 kernelmatrix kernelunitlength keypoints keysplines
      keytimes lengthadjust limitingconeangle loop markerheight markerunits markerwidth maskcontentunits maskunits
      max method min mode muted name novalidate numoctaves offset operator order orient origin path pathlength
      patterncontentunits patterntransform patternunits placeholder playsinline points pointsatx pointsaty
      pointsatz popover popovertarget popovertargetaction prefix preload preservealpha preserveaspectratio
      primitiveunits property r radiogroup radius refx refy repeatcount repeatdur requiredfeatures resource
      restart result results rotate rx ry scale seed slope spacing specularconstant specularexponent spellcheck
      spreadmethod src startoffset stddeviation stitchtiles surfacescale tablevalues target targetx targety
      textlength title to translate type typeof value values version viewbox virtualkeyboardpolicy vocab width
      writingsuggestions x x1 x2 xchannelselector xlinkactuate xlinkarcrole xlinkhref xlinkrole xlinkshow
      xlinktitle xlinktype xmlns xmlnsxlink y y1 y2 ychannelselector z zoomandpan`,
  ],
];

/** React listens in the capture phase with names of their own; `data-on:click__capture` does so here. */
export const capturing = /^on.*capture$/;
