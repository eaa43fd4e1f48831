package org.breachregister.web.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.breachregister.api.ApiProblem;
import org.breachregister.api.ProblemType;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what no other page or endpoint answers: as a page, or under `/api` as a problem detail.
/// Says nothing about the inside of the program.
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    Object show(HttpServletRequest request, HttpServletResponse response, Model model) {
        var status = status(request);
        var address = address(request);
        if (address.startsWith("/api/")) {
            return problem(status);
        }
        response.setStatus(status.value());
        model.addAttribute("status", status.value());
        model.addAttribute("view", Message.of(status));
        return "error";
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status) {
        var type =
                ProblemType.of(status)
                        .orElse(
                                status.is4xxClientError()
                                        ? ProblemType.MALFORMED
                                        : ProblemType.FAULT);
        var detail = ApiProblem.detail(type, Message.of(status).heading() + ".");
        detail.setStatus(status);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status =
                code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String address(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : "";
    }

    /// What a page says about an error.
    record Message(String heading, String explanation) {

        static Message of(HttpStatus status) {
            return switch (status) {
                case NOT_FOUND ->
                        new Message(
                                "Page not found",
                                "If you typed the address, check that it is correct. If you followed a link, it may be wrong or out of date.");
                case BAD_REQUEST ->
                        new Message(
                                "The address cannot be understood",
                                "Something in the address is not as the register expects it. Start again from the search page.");
                case FORBIDDEN ->
                        new Message(
                                "Nothing was changed",
                                "The page was open for too long, or what you sent did not come from a page of this site. Go back, load the page again, and send it once more. You may have to sign in first.");
                case METHOD_NOT_ALLOWED ->
                        new Message(
                                "This can only be read",
                                "The register is for reading: it answers GET and HEAD.");
                default ->
                        status.is4xxClientError()
                                ? new Message(
                                        "The register cannot answer this",
                                        "Start again from the search page.")
                                : new Message(
                                        "There is a problem with the register",
                                        "The fault is on our side and has been noted. Try again later.");
            };
        }
    }
}
