// A drawn picture of a leaking pipe, for those who have no photo at hand.

export function samplePhoto() {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const draw = canvas.getContext('2d');
  wall(draw);
  pipe(draw);
  water(draw);
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}

function wall(draw) {
  draw.fillStyle = '#d9d4cb';
  draw.fillRect(0, 0, 640, 480);
  draw.strokeStyle = '#c6c0b4';
  draw.lineWidth = 2;
  for (let x = 0; x <= 640; x += 80) for (let y = 0; y <= 360; y += 80) draw.strokeRect(x, y, 80, 80);
  draw.fillStyle = '#a98d6d';
  draw.fillRect(0, 400, 640, 80);
}

function pipe(draw) {
  const metal = draw.createLinearGradient(0, 150, 0, 210);
  metal.addColorStop(0, '#8f979e');
  metal.addColorStop(0.4, '#eef1f3');
  metal.addColorStop(1, '#6c747b');
  draw.fillStyle = metal;
  draw.fillRect(0, 150, 640, 60);
  draw.fillStyle = '#7b848b';
  draw.fillRect(290, 138, 70, 84);
}

function water(draw) {
  draw.fillStyle = 'rgba(64, 140, 214, .75)';
  for (const [x, y, size] of [[318, 250, 12], [330, 300, 15], [312, 345, 10], [340, 232, 8], [325, 380, 13]]) {
    draw.beginPath();
    draw.moveTo(x, y - size * 1.6);
    draw.quadraticCurveTo(x + size * 1.4, y + size * 0.4, x, y + size);
    draw.quadraticCurveTo(x - size * 1.4, y + size * 0.4, x, y - size * 1.6);
    draw.fill();
  }
  draw.beginPath();
  draw.ellipse(325, 430, 150, 24, 0, 0, Math.PI * 2);
  draw.fill();
}
