package org.breachregister.core.document.pdf;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

import java.awt.geom.Point2D;

/// How a page lies before its reader: places of the file are turned into points from the top left.
///
/// @param crop what the page shows
/// @param turns quarters of a turn, clockwise
record PageView(PDRectangle crop, int turns) {

    static PageView of(PDPage page) {
        return new PageView(page.getCropBox(), Math.floorMod(page.getRotation() / 90, 4));
    }

    PageView turned(int more) {
        return new PageView(crop, Math.floorMod(turns + more, 4));
    }

    float x(float x, float y) {
        return switch (turns) {
            case 0 -> x - crop.getLowerLeftX();
            case 1 -> y - crop.getLowerLeftY();
            case 2 -> crop.getUpperRightX() - x;
            default -> crop.getUpperRightY() - y;
        };
    }

    float y(float x, float y) {
        return switch (turns) {
            case 0 -> crop.getUpperRightY() - y;
            case 1 -> x - crop.getLowerLeftX();
            case 2 -> y - crop.getLowerLeftY();
            default -> crop.getUpperRightX() - x;
        };
    }

    Point2D.Float point(Point2D point) {
        var px = (float) point.getX();
        var py = (float) point.getY();
        return new Point2D.Float(x(px, py), y(px, py));
    }

    Box box(PDRectangle rectangle) {
        return Box.of(
                x(rectangle.getLowerLeftX(), rectangle.getLowerLeftY()),
                y(rectangle.getLowerLeftX(), rectangle.getLowerLeftY()),
                x(rectangle.getUpperRightX(), rectangle.getUpperRightY()),
                y(rectangle.getUpperRightX(), rectangle.getUpperRightY()));
    }

    Box page() {
        var sideways = turns % 2 == 1;
        return new Box(
                0,
                0,
                sideways ? crop.getHeight() : crop.getWidth(),
                sideways ? crop.getWidth() : crop.getHeight());
    }
}
