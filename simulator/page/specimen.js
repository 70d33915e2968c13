/**
 * Sample pictures for a demo, drawn here and marked SPECIMEN: a document on a table with a handwritten sheet, and a
 * drawn person who holds both. Each drawing differs (colours, places, angles), as two real photos would.
 */

const INK = "#1d2a44";
const HAND = '"Segoe Script", "Bradley Hand", "Comic Sans MS", "URW Chancery L", cursive';
const PRINT = "system-ui, sans-serif";
const SKINS = ["#7a4a2b", "#f1c9a5", "#d9a066", "#a5673f"];
const HAIRS = ["#2b211c", "#5a3a22", "#8b6b3f", "#3a3a40", "#6e3d1f"];
const CLOTHES = ["#3f5b7d", "#6b4a6e", "#4d6b4a", "#8a5a3c"];
const TABLES = [["#8a6a4d", "#6d5139"], ["#7c8087", "#5d6168"], ["#a08b6c", "#7f6c50"], ["#5f6f66", "#46544c"]];

/** A JPEG File, 1600 x 1200: the document beside the sheet. `sheet` is the lines written on it, the name the second. */
export function documentPhoto(person, sheet) {
  const {canvas, pen} = paper(1600, 1200);
  table(pen, 1600, 1200);
  const [documentPlace, sheetPlace] = nextOf(ON_THE_TABLE);
  passport(pen, nudged(documentPlace), 1.02, person, nameOn(sheet));
  handwritten(pen, nudged(sheetPlace), 1.05, sheet);
  grain(pen, 1600, 1200);
  return asJpeg(canvas, "sample-document.jpg");
}

/** A JPEG File, 1440 x 1800: a drawn person with the same document and sheet. */
export function selfie(person, sheet) {
  const {canvas, pen} = paper(1440, 1800);
  room(pen, 1440, 1800);
  const [head, documentPlace, sheetPlace] = nextOf(IN_THE_ROOM);
  portrait(pen, nudged(head), person);
  passport(pen, nudged(documentPlace), 0.86, person, nameOn(sheet));
  handwritten(pen, nudged(sheetPlace), 0.92, sheet);
  for (const [x, y] of [documentPlace, sheetPlace]) thumb(pen, x + (x < 720 ? -250 : 250), y + 190, person);
  grain(pen, 1440, 1800);
  return asJpeg(canvas, "sample-selfie.jpg");
}

/** The document photo with a shaken hand: for showing what happens to a picture nobody could read. */
export async function blurredPhoto(person, sheet) {
  const sharp = await createImageBitmap(await documentPhoto(person, sheet));
  const small = paper(64, 48);
  small.pen.drawImage(sharp, 0, 0, 64, 48);
  const {canvas, pen} = paper(1600, 1200);
  pen.drawImage(small.canvas, 0, 0, 1600, 1200);
  return asJpeg(canvas, "sample-blurred.jpg");
}

// Centres of document and sheet, and of head, document and sheet. They take turns, so that a retake is no copy.
const ON_THE_TABLE = turns([[410, 560], [1200, 640]], [[1150, 330], [430, 850]], [[420, 330], [1190, 850]],
  [[1190, 400], [400, 800]]);
const IN_THE_ROOM = turns([[720, 560], [400, 1400], [1040, 1280]], [[440, 760], [1000, 320], [1040, 1450]],
  [[1000, 720], [1030, 1480], [390, 330]], [[720, 620], [1040, 1330], [400, 1440]]);

function turns(...layouts) {
  return {layouts, turn: Math.floor(Math.random() * layouts.length)};
}

function nextOf(places) {
  places.turn = (places.turn + 1) % places.layouts.length;
  return places.layouts[places.turn];
}

function paper(width, height) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, {width, height});
  return {canvas, pen: canvas.getContext("2d")};
}

function asJpeg(canvas, name) {
  return new Promise((done) => canvas.toBlob((blob) => done(new File([blob], name, {type: "image/jpeg"})), "image/jpeg", 0.92));
}

const between = (low, high) => Math.round(low + Math.random() * (high - low));
const nudged = ([x, y]) => [x + between(-20, 20), y + between(-20, 20)];
const nameOn = (sheet) => sheet[1] ?? "Ann Specimen";
const oneOf = (list) => list[Math.floor(Math.random() * list.length)];

function table(pen, width, height) {
  const [light, dark] = oneOf(TABLES);
  pen.fillStyle = light;
  pen.fillRect(0, 0, width, height);
  pen.strokeStyle = dark;
  for (let y = between(0, 30); y < height; y += between(14, 46)) {
    pen.lineWidth = between(1, 4);
    pen.globalAlpha = Math.random() * 0.5;
    pen.beginPath();
    pen.moveTo(0, y);
    pen.bezierCurveTo(width / 3, y + between(-14, 14), width / 1.5, y + between(-14, 14), width, y + between(-8, 8));
    pen.stroke();
  }
  pen.globalAlpha = 1;
  lampsAndShadows(pen, width, height);
}

// Elsewhere each time.
function lampsAndShadows(pen, width, height) {
  for (const colour of ["#ffffff", "#000000", "#ffffff", "#000000"]) {
    const [x, y, reach] = [between(0, width), between(0, height), between(250, 600)];
    const spot = pen.createRadialGradient(x, y, 0, x, y, reach);
    spot.addColorStop(0, `${colour}70`);
    spot.addColorStop(1, `${colour}00`);
    pen.fillStyle = spot;
    pen.fillRect(0, 0, width, height);
  }
}

function room(pen, width, height) {
  const hue = between(0, 360);
  const wall = pen.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, `hsl(${hue} 22% 84%)`);
  wall.addColorStop(1, `hsl(${hue} 18% 64%)`);
  pen.fillStyle = wall;
  pen.fillRect(0, 0, width, height);
  lampsAndShadows(pen, width, height);
  pen.fillStyle = `hsl(${hue} 20% 92%)`;
  pen.fillRect(between(60, 900), 90, between(260, 420), between(320, 460));
}

// Draws with the origin at `centre`, slightly turned, and puts the pen back.
function laid(pen, [x, y], scale, draw) {
  pen.save();
  pen.translate(x, y);
  pen.rotate((Math.random() - 0.5) * 0.14);
  pen.scale(scale, scale);
  pen.shadowColor = "rgb(0 0 0 / 35%)";
  pen.shadowBlur = 24;
  pen.shadowOffsetY = 8;
  draw();
  pen.restore();
}

function sheetOfPaper(pen, width, height, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.roundRect(-width / 2, -height / 2, width, height, 14);
  pen.fill();
  pen.shadowColor = "transparent";
}

function passport(pen, centre, scale, person, name) {
  laid(pen, centre, scale, () => {
    sheetOfPaper(pen, 700, 500, "#eef0e4");
    guilloche(pen);
    write(pen, "SPECIMEN PASSPORT", -320, -200, `700 34px ${PRINT}`, "#7a1f2b");
    write(pen, "NOT A REAL DOCUMENT", -320, -160, `600 22px ${PRINT}`, "#7a1f2b");
    face(pen, -215, -10, 0.42, person);
    details(name).forEach(([label, value], line) => {
      write(pen, label, -90, -116 + line * 70, `500 17px ${PRINT}`, "#55604f");
      write(pen, value, -90, -87 + line * 70, `600 26px ${PRINT}`, INK, 420);
    });
    write(pen, machineLine(`P<UTO${name}<<SPECIMEN`), -325, 200, "600 28px ui-monospace, monospace", INK);
    write(pen, machineLine("SPECIMEN<<UTO<<<<<SPECIMEN"), -325, 234, "600 28px ui-monospace, monospace", INK);
    stampAcross(pen);
  });
}

function machineLine(text) {
  return text.toUpperCase().replace(/[^A-Z]/g, "<").padEnd(36, "<").slice(0, 36);
}

function details(name) {
  const year = new Date().getFullYear();
  return [["Name", name], ["Nationality", "Utopia (UTO)"],
    ["Date of issue", `14 March ${year - 2}`], ["Date of expiry", `13 March ${year + 8}`]];
}

function guilloche(pen) {
  pen.save();
  pen.strokeStyle = "rgb(60 110 90 / 26%)";
  pen.lineWidth = 2;
  const twist = between(9, 23);
  for (let ring = 0; ring < 26; ring += 1) {
    pen.beginPath();
    for (let x = -340; x <= 340; x += 10) pen.lineTo(x, -230 + ring * 18 + Math.sin((x + ring * twist) / 38) * 10);
    pen.stroke();
  }
  pen.restore();
}

function stampAcross(pen) {
  pen.save();
  pen.rotate(-0.32);
  pen.globalAlpha = 0.26;
  pen.textAlign = "center";
  write(pen, "SPECIMEN", 40, 40, `800 120px ${PRINT}`, "#a31f34");
  pen.restore();
}

function handwritten(pen, centre, scale, lines) {
  laid(pen, centre, scale, () => {
    sheetOfPaper(pen, 620, 460, "#fdfcf5");
    pen.strokeStyle = "#b9cbe4";
    pen.lineWidth = 3;
    for (let y = -90; y < 190; y += 93) {
      pen.beginPath();
      pen.moveTo(-290, y);
      pen.lineTo(290, y);
      pen.stroke();
    }
    lines.slice(0, 4).forEach((line, place) => {
      pen.save();
      pen.translate(-265 + between(0, 16), -104 + place * 93);
      pen.rotate((Math.random() - 0.5) * 0.03);
      write(pen, line, 0, 0, `500 50px ${HAND}`, "#20357d", 520);
      pen.restore();
    });
    write(pen, "SPECIMEN", 170, -190, `700 22px ${PRINT}`, "#a31f34");
  });
}

function write(pen, text, x, y, font, colour, width) {
  pen.font = font;
  pen.fillStyle = colour;
  pen.fillText(text, x, y, width);
}

function portrait(pen, [x, y], person) {
  pen.fillStyle = oneOf(CLOTHES);
  pen.beginPath();
  pen.ellipse(x, y + 920, 560, 560, 0, Math.PI, 0);
  pen.fill();
  pen.fillRect(x - 560, y + 900, 1120, 700);
  face(pen, x, y, 1.5, person);
}

function thumb(pen, x, y, {id}) {
  ellipse(pen, x, y, 46, 92, SKINS[id % SKINS.length]);
}

function face(pen, x, y, scale, {id}) {
  pen.save();
  pen.translate(x, y);
  pen.scale(scale, scale);
  const skin = SKINS[id % SKINS.length];
  ellipse(pen, 0, -50, 165, 190, HAIRS[id % HAIRS.length]);
  pen.fillStyle = skin;
  pen.fillRect(-55, 110, 110, 150);
  ellipse(pen, 0, 0, 138, 172, skin);
  for (const side of [-1, 1]) {
    ellipse(pen, side * 56, -22, 27, 17, "#ffffff");
    ellipse(pen, side * 56, -21, 12, 13, "#2f2a26");
    arc(pen, side * 56, -44, 34, Math.PI * 1.15, Math.PI * 1.85, "#33261e", 8);
  }
  arc(pen, 0, 18, 24, Math.PI * 0.15, Math.PI * 0.85, "rgb(0 0 0 / 35%)", 7);
  arc(pen, 0, 62, 52, Math.PI * 0.15, Math.PI * 0.85, "#8c3b3b", 10);
  pen.restore();
}

function ellipse(pen, x, y, width, height, colour) {
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(x, y, width, height, 0, 0, Math.PI * 2);
  pen.fill();
}

function arc(pen, x, y, radius, from, to, colour, width) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.lineCap = "round";
  pen.beginPath();
  pen.arc(x, y, radius, from, to);
  pen.stroke();
}

// A camera's noise: without it the even areas of a drawing look like nothing a camera would make.
function grain(pen, width, height) {
  const {canvas: tile, pen: dots} = paper(256, 256);
  const pixels = dots.createImageData(256, 256);
  for (let place = 0; place < pixels.data.length; place += 4) {
    pixels.data.fill(Math.random() < 0.5 ? 0 : 255, place, place + 3);
    pixels.data[place + 3] = Math.random() * 26;
  }
  dots.putImageData(pixels, 0, 0);
  pen.fillStyle = pen.createPattern(tile, "repeat");
  pen.fillRect(0, 0, width, height);
}
