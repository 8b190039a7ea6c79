// Makes a PNG of a chart's SVG, with twice its pixels, where the build made none.
for (const template of document.querySelectorAll("template[data-png]")) {
  const item = template.content.firstElementChild;
  const [button, told] = item.children;
  button.addEventListener("click", async () => {
    told.textContent = "";
    try {
      const image = new Image();
      image.src = template.dataset.png;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth * 2;
      canvas.height = image.naturalHeight * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const made = await new Promise((done) => canvas.toBlob(done, "image/png"));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(made);
      link.download = template.dataset.name;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch {
      told.textContent = told.dataset.failed;
    }
  });
  template.replaceWith(item);
}
