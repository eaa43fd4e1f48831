package org.breachregister.core.casework;

import org.breachregister.core.database.Sql;

import java.io.InputStream;

/// The bytes of a stored document, fetched piece by piece.
final class StoredContent extends InputStream {

    private static final int PIECE = 1024 * 1024;

    private final Sql sql;
    private final String sha256;
    private final long length;
    private byte[] piece = {};
    private int at;
    private long fetched;

    StoredContent(Sql sql, String sha256, long length) {
        this.sql = sql;
        this.sha256 = sha256;
        this.length = length;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[at++] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (most == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        var count = Math.min(most, piece.length - at);
        System.arraycopy(piece, at, into, from, count);
        at += count;
        return count;
    }

    private boolean isAtEnd() {
        if (at == piece.length && fetched < length) {
            piece =
                    sql.only(
                            row -> row.bytes("piece"),
                            """
                            select substring(content from ? for ?) as piece
                            from document where sha256 = ?\
                            """,
                            (int) fetched + 1,
                            PIECE,
                            sha256);
            at = 0;
            fetched += piece.length;
        }
        return at == piece.length;
    }
}
