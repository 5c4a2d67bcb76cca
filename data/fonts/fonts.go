// Package fonts carries the font of the exports inside the program.
package fonts

import _ "embed"

// MicroHei is WenQuanYi Micro Hei as a TrueType file. It is not to be changed.
//
//go:embed wqy-microhei.ttf
var MicroHei []byte
