package org.breachregister.core.document.mail;

import java.util.List;

/// An e-mail message.
///
/// @param headers those that a reader sees, as `Name: value` lines in the order From, To, Cc, Date,
///   Subject, decoded
/// @param body the text of the body to read; where there are several, of the one with the most
///   structure. A web page starts as one
/// @param attachments what is attached, a forwarded message too, without pictures and signatures
public record Message(List<String> headers, String body, List<Part> attachments) {

    public Message {
        headers = List.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /// A part of a message.
    ///
    /// @param name its file name, cleaned of paths and control characters
    /// @param content its bytes, decoded from the transfer encoding
    public record Part(String name, byte[] content) {}
}
