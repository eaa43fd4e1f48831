package org.breachregister.core.document.pdf;

import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.breachregister.core.document.Bounds;
import org.breachregister.core.document.pdf.Drawing.Unseen;
import org.breachregister.core.document.pdf.Glyph.Marked;
import org.jspecify.annotations.Nullable;

import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Follows the instructions of a page and notes what it draws. Pictures are never decoded.
final class PageReader extends PDFGraphicsStreamEngine {

    private final PageView view;
    private final Drawing drawing;
    private final Layers layers;
    private final Characters characters;
    private final Effort effort;
    private final PathTracer path = new PathTracer();
    private final Colours colours;
    private final Deque<Marked> marks = new ArrayDeque<>();
    private final Deque<Boolean> hidden = new ArrayDeque<>();
    private Deque<Box> clips = new ArrayDeque<>();
    private @Nullable Point2D current;
    private int off;
    private int order;
    private int forms;

    private PageReader(
            PDPage page,
            PageView view,
            Layers layers,
            Characters characters,
            Colours colours,
            Effort effort) {
        super(page);
        this.view = view;
        this.drawing = new Drawing(view.page());
        this.layers = layers;
        this.characters = characters;
        this.colours = colours;
        this.effort = effort;
        this.clips.push(new Box(-9_999, -9_999, 99_999, 99_999));
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
        addOperator(new DrawObject());
        addOperator(new InlineImage());
    }

    /// What a page shows.
    ///
    /// @param turns quarters of a turn by which it is laid before its words are read
    static Drawing read(
            PDPage page,
            int turns,
            Layers layers,
            Characters characters,
            Colours colours,
            Effort effort)
            throws IOException {
        var view = PageView.of(page).turned(turns);
        var reader = new PageReader(page, view, layers, characters, colours, effort);
        reader.processPage(page);
        return reader.drawing;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        effort.operator();
        super.processOperator(operator, operands);
    }

    @Override
    protected void operatorException(
            Operator operator, List<COSBase> operands, IOException exception) {
        // A step that cannot be followed draws nothing.
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement)
            throws IOException {
        effort.glyph();
        var text = characters.text(font, code);
        drawing.shown++;
        if (text.equals("\uFFFD")) {
            drawing.unmapped++;
        }
        var x = place.getTranslateX();
        var y = place.getTranslateY();
        var endX = x + displacement.getX() * place.getScaleX();
        var endY = y + displacement.getX() * place.getShearY();
        var x0 = view.x(x, y);
        var y0 = view.y(x, y);
        var x1 = view.x(endX, endY);
        var dirX = view.x(x + place.getScaleX(), y + place.getShearY()) - x0;
        var dirY = view.y(x + place.getScaleX(), y + place.getShearY()) - y0;
        var size = characters.size(font, place);
        if (!Float.isFinite(x0 + x1 + y0 + size)) {
            return;
        }
        var turned = direction(dirX, dirY);
        var space = text.isBlank();
        if (!space && turned >= 0) {
            drawing.directions[turned]++;
        }
        var state = getGraphicsState();
        var mode = state.getTextState().getRenderingMode();
        var stroke = mode.isStroke() && !mode.isFill();
        var alpha = stroke ? state.getAlphaConstant() : state.getNonStrokeAlphaConstant();
        var glyph =
                new Glyph(
                        text,
                        Math.min(x0, x1),
                        Math.max(x0, x1),
                        y0,
                        size,
                        characters.isBold(font) || (mode.isFill() && mode.isStroke()),
                        colours.of(stroke ? state.getStrokingColor() : state.getNonStrokingColor()),
                        order++,
                        marks.peek());
        var unseen = unseen(glyph, turned);
        if (unseen != null) {
            if (!space) {
                drawing.hide(unseen);
            }
        } else if (!mode.isFill() && !mode.isStroke()) {
            drawing.invisible.add(glyph);
        } else if (alpha < 0.05 || size < 1) {
            if (!space) {
                drawing.hide(Unseen.INVISIBLE);
            }
        } else {
            drawing.glyphs.add(glyph);
        }
    }

    private @Nullable Unseen unseen(Glyph glyph, int turned) {
        if (off > 0) {
            return Unseen.OFF;
        }
        if (turned != 0) {
            return Unseen.TURNED;
        }
        var middle = glyph.y() - glyph.size() * 0.25f;
        if (!drawing.page.holds(glyph.middle(), middle)
                || !clips.getFirst().holds(glyph.middle(), middle)) {
            return Unseen.OUTSIDE;
        }
        return null;
    }

    /// Quarters of a turn that a line of text lies by, or -1 when it is aslant.
    private static int direction(float x, float y) {
        if (Math.abs(y) < 0.1f * Math.abs(x)) {
            return x > 0 ? 0 : 2;
        }
        if (Math.abs(x) < 0.1f * Math.abs(y)) {
            return y > 0 ? 3 : 1;
        }
        return -1;
    }

    @Override
    public void saveGraphicsState() {
        super.saveGraphicsState();
        Bounds.depth(getGraphicsStackSize() / 10);
        clips.push(clips.getFirst());
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        if (clips.size() > 1) {
            clips.pop();
        }
    }

    @Override
    public void beginMarkedContentSequence(
            @Nullable COSName tag, @Nullable COSDictionary properties) {
        var switchedOff = COSName.OC.equals(tag) && layers.isOff(properties);
        hidden.push(switchedOff);
        off += switchedOff ? 1 : 0;
        var outer = marks.peek();
        var id = properties == null ? -1 : properties.getInt(COSName.MCID, -1);
        var artifact = COSName.ARTIFACT.equals(tag) || (outer != null && outer.artifact());
        marks.push(
                id < 0 && outer != null && !artifact
                        ? outer
                        : new Marked(forms == 0 || id < 0 ? id : -1, artifact));
    }

    @Override
    public void endMarkedContentSequence() {
        if (!marks.isEmpty()) {
            marks.pop();
            off -= hidden.pop() ? 1 : 0;
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p1.getX(), (float) p1.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
        lineTo((float) p3.getX(), (float) p3.getY());
        closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Float(x, y);
        path.move(view.x(x, y), view.y(x, y));
    }

    @Override
    public void lineTo(float x, float y) {
        current = new Point2D.Float(x, y);
        path.line(view.x(x, y), view.y(x, y));
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        var middleX = (x1 + x2) * 0.375f + x3 * 0.25f;
        var middleY = (y1 + y2) * 0.375f + y3 * 0.25f;
        lineTo(middleX, middleY);
        lineTo(x3, y3);
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        path.close();
    }

    @Override
    public void endPath() {
        finish();
    }

    @Override
    public void clip(int rule) {
        var bounds = path.bounds();
        if (bounds != null) {
            clips.push(clips.pop().within(bounds));
        }
    }

    @Override
    public void strokePath() {
        stroke();
        finish();
    }

    @Override
    public void fillPath(int rule) {
        fill(rule);
        finish();
    }

    @Override
    public void fillAndStrokePath(int rule) {
        fill(rule);
        stroke();
        finish();
    }

    private void finish() {
        path.end();
        current = null;
    }

    private void stroke() {
        var state = getGraphicsState();
        if (off > 0 || state.getAlphaConstant() < 0.05) {
            return;
        }
        var width = transformWidth(state.getLineWidth());
        for (var box : path.stroked(width, drawing, clips.getFirst())) {
            paint(box, state.getStrokingColor(), state.getAlphaConstant());
        }
    }

    private void fill(int rule) {
        var state = getGraphicsState();
        if (off > 0 || state.getNonStrokeAlphaConstant() < 0.05) {
            return;
        }
        var evenOdd = rule == PathIterator.WIND_EVEN_ODD;
        for (var box : path.filled(evenOdd, drawing, clips.getFirst())) {
            paint(box, state.getNonStrokingColor(), state.getNonStrokeAlphaConstant());
        }
    }

    private void paint(Box box, PDColor paint, double alpha) {
        var colour = colours.of(paint);
        var mixed =
                !(getGraphicsState().getBlendMode() == BlendMode.NORMAL
                        || getGraphicsState().getBlendMode() == BlendMode.COMPATIBLE);
        var solid =
                alpha > 0.85
                        && getGraphicsState().getSoftMask() == null
                        && (!mixed || Colours.isDark(colour));
        drawing.paints.add(new Paint(box, colour, order++, solid, solid));
    }

    @Override
    public void shadingFill(COSName name) {
        var box = clips.getFirst().within(drawing.page);
        drawing.paints.add(new Paint(box, -1, order++, true, false));
    }

    @Override
    public void drawImage(PDImage image) {
        // Only told where pictures are; they are never decoded.
    }

    private void picture(boolean solid) {
        if (off > 0) {
            return;
        }
        var matrix = getGraphicsState().getCurrentTransformationMatrix();
        var one = matrix.transformPoint(0, 0);
        var other = matrix.transformPoint(1, 1);
        var box =
                Box.of(
                                view.x(one.x, one.y),
                                view.y(one.x, one.y),
                                view.x(other.x, other.y),
                                view.y(other.x, other.y))
                        .within(clips.getFirst())
                        .within(drawing.page);
        if (box.width() <= 0 || box.height() <= 0) {
            return;
        }
        var area = box.width() * box.height();
        drawing.pictures += area;
        var scan = area > 0.5f * drawing.page.width() * drawing.page.height();
        drawing.paints.add(new Paint(box, -1, order++, true, solid && !scan));
    }

    private final class DrawObject extends OperatorProcessor {

        DrawObject() {
            super(PageReader.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name)) {
                return;
            }
            var objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            if (objects == null
                    || !(objects.getDictionaryObject(name) instanceof COSStream stream)
                    || layers.isOff(stream.getCOSDictionary(COSName.OC))) {
                return;
            }
            if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                picture(
                        !stream.containsKey(COSName.SMASK)
                                && !stream.containsKey(COSName.MASK)
                                && !stream.getBoolean(COSName.IMAGE_MASK, false));
            } else if (getResources().getXObject(name) instanceof PDFormXObject form) {
                show(form);
            }
        }

        @Override
        public String getName() {
            return OperatorName.DRAW_OBJECT;
        }
    }

    private void show(PDFormXObject form) throws IOException {
        Bounds.depth(++forms * 4);
        var outer = clips;
        try {
            clips = new ArrayDeque<>();
            clips.push(outer.getFirst().within(box(form)));
            if (form instanceof PDTransparencyGroup group) {
                showTransparencyGroup(group);
            } else {
                showForm(form);
            }
        } finally {
            clips = outer;
            forms--;
        }
    }

    private Box box(PDFormXObject form) {
        var bounds = form.getBBox();
        if (bounds == null) {
            return clips.isEmpty() ? drawing.page : clips.getFirst();
        }
        var place = form.getMatrix().multiply(getGraphicsState().getCurrentTransformationMatrix());
        var shape = bounds.transform(place).getBounds2D();
        var one = view.point(new Point2D.Double(shape.getMinX(), shape.getMinY()));
        var other = view.point(new Point2D.Double(shape.getMaxX(), shape.getMaxY()));
        return Box.of(one.x, one.y, other.x, other.y);
    }

    private final class InlineImage extends OperatorProcessor {

        InlineImage() {
            super(PageReader.this);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) {
            picture(false);
        }

        @Override
        public String getName() {
            return OperatorName.BEGIN_INLINE_IMAGE;
        }
    }
}
