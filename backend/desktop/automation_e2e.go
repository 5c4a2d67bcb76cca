//go:build e2e && linux

package desktop

// Lets WebKitWebDriver drive the real window. Wails creates its web view itself and "is-controlled-by-automation" can only be
// set on construction, so the constructor is wrapped at link time. Only the test build (tag e2e) has this.

/*
#cgo pkg-config: gtk+-3.0 webkit2gtk-4.1
#cgo LDFLAGS: -Wl,--wrap=webkit_web_view_new_with_user_content_manager
#include <gtk/gtk.h>
#include <webkit2/webkit2.h>

static GtkWidget *view;

static WebKitWebView *on_create_web_view(WebKitAutomationSession *s, gpointer d) { return WEBKIT_WEB_VIEW(view); }

static void on_automation_started(WebKitWebContext *c, WebKitAutomationSession *s, gpointer d) {
	WebKitApplicationInfo *i = webkit_application_info_new();
	webkit_application_info_set_name(i, "estate-atlas");
	webkit_application_info_set_version(i, 1, 0, 0);
	webkit_automation_session_set_application_info(s, i);
	webkit_application_info_unref(i);
	g_signal_connect(s, "create-web-view", G_CALLBACK(on_create_web_view), NULL);
}

GtkWidget *__wrap_webkit_web_view_new_with_user_content_manager(WebKitUserContentManager *m) {
	WebKitWebContext *c = webkit_web_context_get_default();
	webkit_web_context_set_automation_allowed(c, TRUE);
	g_signal_connect(c, "automation-started", G_CALLBACK(on_automation_started), NULL);
	view = GTK_WIDGET(g_object_new(WEBKIT_TYPE_WEB_VIEW, "web-context", c, "user-content-manager", m, "is-controlled-by-automation", TRUE, NULL));
	return view;
}
*/
import "C"
