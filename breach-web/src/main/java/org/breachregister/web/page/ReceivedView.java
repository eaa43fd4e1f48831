package org.breachregister.web.page;

import org.breachregister.core.casework.SentReport;

/// A report as its sender sees it: that it arrived, and what was understood of it.
record ReceivedView(
        String received,
        String until,
        String fileName,
        String size,
        String sha256,
        String download,
        ReadReport read) {

    static ReceivedView of(SentReport sent, String download) {
        return new ReceivedView(
                Words.moment(sent.sentAt()),
                Words.moment(sent.expiresAt()),
                sent.fileName(),
                Words.size(sent.bytes()),
                sent.sha256(),
                download,
                ReadReport.of(sent.report()));
    }
}
