// A window of 120 × 120 px at the left edge from which the files of the command line are dragged, as from a file manager.
#include <gtk/gtk.h>

static char **uris;

static void give(GtkWidget *widget, GdkDragContext *context, GtkSelectionData *data, guint info, guint time, gpointer user) {
  gtk_selection_data_set_uris(data, uris);
}

int main(int count, char **files) {
  gtk_init(&count, &files);
  uris = g_new0(char *, count);
  for (int i = 1; i < count; i++) uris[i - 1] = g_filename_to_uri(files[i], NULL, NULL);
  GtkWidget *window = gtk_window_new(GTK_WINDOW_POPUP);
  gtk_window_set_default_size(GTK_WINDOW(window), 120, 120);
  GtkWidget *box = gtk_event_box_new();
  gtk_container_add(GTK_CONTAINER(window), box);
  gtk_drag_source_set(box, GDK_BUTTON1_MASK, NULL, 0, GDK_ACTION_COPY);
  gtk_drag_source_add_uri_targets(box);
  g_signal_connect(box, "drag-data-get", G_CALLBACK(give), NULL);
  gtk_widget_show_all(window);
  gtk_window_move(GTK_WINDOW(window), 4, 400);
  gtk_main();
  return 0;
}
