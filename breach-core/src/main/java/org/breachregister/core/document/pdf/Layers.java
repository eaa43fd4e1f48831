package org.breachregister.core.document.pdf;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/// Which layers of a document are switched off.
final class Layers {

    private final Set<COSBase> off = Collections.newSetFromMap(new IdentityHashMap<>());

    Layers(PDDocument document) {
        var properties =
                document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.OCPROPERTIES);
        var setting = properties == null ? null : properties.getCOSDictionary(COSName.D);
        if (properties == null || setting == null) {
            return;
        }
        if (COSName.OFF.equals(setting.getCOSName(COSName.BASE_STATE))) {
            all(properties.getCOSArray(COSName.OCGS), true);
            all(setting.getCOSArray(COSName.ON), false);
        }
        all(setting.getCOSArray(COSName.OFF), true);
    }

    private void all(@Nullable COSArray groups, boolean switchedOff) {
        for (var i = 0; groups != null && i < groups.size(); i++) {
            var group = groups.getObject(i);
            if (group != null && switchedOff) {
                off.add(group);
            } else if (group != null) {
                off.remove(group);
            }
        }
    }

    /// Whether what belongs to a group, or to one of several, is not shown.
    boolean isOff(@Nullable COSDictionary group) {
        if (group == null || off.isEmpty()) {
            return false;
        }
        var several = group.getDictionaryObject(COSName.OCGS);
        if (several instanceof COSDictionary single) {
            return off.contains(single);
        }
        if (several instanceof COSArray groups && groups.size() > 0) {
            for (var i = 0; i < groups.size(); i++) {
                if (!off.contains(groups.getObject(i))) {
                    return false;
                }
            }
            return true;
        }
        return off.contains(group);
    }
}
