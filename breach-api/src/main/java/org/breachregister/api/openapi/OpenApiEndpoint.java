package org.breachregister.api.openapi;

import org.breachregister.api.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import java.util.Map;

/// The description of the interface.
@RestController
class OpenApiEndpoint {

    private final ObjectProvider<RequestMappingHandlerMapping> methods;
    private volatile @Nullable Map<String, Object> document;

    OpenApiEndpoint(
            @Qualifier("requestMappingHandlerMapping")
                    ObjectProvider<RequestMappingHandlerMapping> methods) {
        this.methods = methods;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(value = "This description, as OpenAPI 3.1", schema = "OpenApi")
    ResponseEntity<Map<String, Object>> document() {
        return ResponseEntity.ok(written());
    }

    /// Written when it is first asked for, since all methods are known by then.
    private Map<String, Object> written() {
        var written = document;
        if (written == null) {
            written = new OpenApiDocument().write(methods.getObject().getHandlerMethods());
            document = written;
        }
        return written;
    }
}
